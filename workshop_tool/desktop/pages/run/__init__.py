"""Run: the day from one page."""
