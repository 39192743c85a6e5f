"""What is to be done for the cases, by whom and when."""
