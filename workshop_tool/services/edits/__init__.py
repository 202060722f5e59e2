"""Edits: pure functions from plan to plan, one for each thing that people do."""
