"""The views of the projector, one file each; the tuple of all is in ``workshop_tool.desktop.projector``."""
