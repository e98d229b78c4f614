"""Texts as people have them: found in folders, told from other files, and read from their formats."""
