"""What the window can do, as commands: keys, palette, and what it shows besides its pages."""
