"""The site as the window sees it: switched on, kept awake, and judged."""
