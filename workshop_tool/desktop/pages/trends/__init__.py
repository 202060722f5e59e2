"""Trends: the map, the list, and the inbox beside them."""
