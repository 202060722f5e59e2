"""The record: a workshop becomes facts (all arithmetic, all sentences), and the facts become pages."""
