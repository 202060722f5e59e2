"""A group's station: its devices, its pages, and what its script asks and sends."""
