"""Finds the items of a list in messy text, on evidence over the whole list and not line by line."""

from workshop_tool.lists.structure.items import Reading, plain_lines, read_items
from workshop_tool.lists.structure.passages import Passage

__all__ = ["Passage", "Reading", "plain_lines", "read_items"]
