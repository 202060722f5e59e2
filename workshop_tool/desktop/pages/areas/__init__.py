"""Problem areas: the list by theme, what one does with an area, and its details."""
