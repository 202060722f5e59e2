"""The window of one workshop: what stands around its pages, and how one gets to them."""
