"""The start page, and the ways to a workshop that is new."""
