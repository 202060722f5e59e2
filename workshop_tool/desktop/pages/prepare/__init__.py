"""Prepare: what the workshop is about, its programme, its questions and who takes part."""
