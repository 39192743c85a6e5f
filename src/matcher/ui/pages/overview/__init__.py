"""The first page: the next thing to do, and what has happened since."""
