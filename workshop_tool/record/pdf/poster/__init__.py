"""A poster on paper: one landscape page on the same grid as every other poster, and more pages where it runs on."""
