"""Printing for the room."""
