"""The file as a whole: opened, copied, gone back to, made a template of, and remembered."""
