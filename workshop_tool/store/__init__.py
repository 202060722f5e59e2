"""Where a workshop is kept: a TinyDB snapshot and a journal of what came since. A saved word stays saved."""
