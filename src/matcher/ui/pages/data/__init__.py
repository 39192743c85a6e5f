"""What is read in: the sheets, their faults, a row filled in and changed."""
