"""The types of the data: frozen values that refer to each other as objects, and know nothing of files."""
