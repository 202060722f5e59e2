"""Work beside the window's thread, and what waits for the disk."""
