"""Tracks: what finds the passages of a document in any copy of it, by letters."""
