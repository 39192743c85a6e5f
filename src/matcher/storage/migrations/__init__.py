"""One file a version of the tables. A released one is never changed; a new one is added."""
