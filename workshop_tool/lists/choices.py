"""What a person may choose about a source, and what there is to choose from."""

from typing import Final

from workshop_tool.domain.fact import Fact


class Choices(Fact):
    """What a person chose; None leaves it to the reader."""

    encoding: str | None = None
    """One of ``ENCODINGS``."""
    sheet: str | None = None
    """The name of a sheet of a spreadsheet."""
    pages: tuple[int, ...] | None = None
    """Pages of a PDF, counted from 1."""
    columns: tuple[str, ...] | None = None
    """What each column of a table says: a role of ``tables.columns``, "" for a column that is not read."""


AS_FOUND: Final = Choices()
"""Nothing is chosen: the readers decide."""


class Column(Fact):
    """One column of a table as it was understood."""

    title: str
    """What the heading calls it; "" where there is none."""
    sample: str
    """The first cell that says something."""
    role: str
    """What it was taken for; "" where it is not read."""


class Offers(Fact):
    """What there is to choose from; empty where there is no choice."""

    sheets: tuple[str, ...] = ()
    pages: int = 0
    columns: tuple[Column, ...] = ()


ENCODINGS: Final = ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "cp850", "mac-roman")
"""How text may be stored, the likelier first."""
