"""The data in the forms that other tools speak, a module a format."""
