"""What a document of any program consists of: paragraphs and tables, in order."""

from dataclasses import dataclass
from typing import Final

from workshop_tool.lists.outline import OutlineLine

BULLETS: Final = "•‣▪◦▫·∙●○"
"""One for each level, so that a deeper level is told by its sign too."""
DEEPEST: Final = len(BULLETS) - 1


@dataclass(frozen=True)
class Table:
    """A table: the texts of its cells, row by row, and the paragraph it begins at."""

    rows: tuple[tuple[str, ...], ...]
    line: int


Block = OutlineLine | Table


def deeper(mark: str, level: int) -> str:
    """Return the sign a bullet has at a level; a number stays as it is."""
    return BULLETS[min(level, DEEPEST)] if mark and mark in BULLETS else mark
