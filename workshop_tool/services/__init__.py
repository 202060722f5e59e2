"""What can be done to a workshop: the one writer, undo, edits, voting, grouping, the exchange format."""
