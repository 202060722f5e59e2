"""Simulated participants over real HTTP, and the demo: a whole workshop from raw lists to the record."""
