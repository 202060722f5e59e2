"""What the window wears: fonts, colours and size of text from the design tokens, and the language of the screen."""
