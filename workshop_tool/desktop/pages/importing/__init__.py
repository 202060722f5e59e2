"""Adding a list: the dialog, its preview, and how what was read is set right."""
