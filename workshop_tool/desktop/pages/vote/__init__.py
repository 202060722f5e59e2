"""Vote: a round from its rules to its result."""
