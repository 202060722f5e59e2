"""Posters: the wall, an opened poster's sheet, its links, minutes and photos."""
