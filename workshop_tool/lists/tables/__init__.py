"""Rows and columns to drafts: which column says what, and what a cell means."""

from workshop_tool.lists.tables.rows import Row, read_rows

__all__ = ["Row", "read_rows"]
