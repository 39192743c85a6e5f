"""A named person decides: whom, on what ground, and what follows; shown on several pages."""
