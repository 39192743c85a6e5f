"""The statements of the five source documents, and where the program does each of them."""
