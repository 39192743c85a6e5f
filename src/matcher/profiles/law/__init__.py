"""The law in force that the profiles and letters stand on, as data."""
