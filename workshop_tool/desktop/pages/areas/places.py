"""Where a row of the list of problem areas goes when it is dragged or stepped: the theme, and what it stands before."""

from collections.abc import Mapping, Sequence

from workshop_tool.desktop.widgets.item_model import Changes
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import Item

Place = tuple[str, str | None]
"""A theme, and the id of the area that comes behind; None at the theme's end."""


def place_of_drop(rows: Sequence[Item], themes: Mapping[str, str], item_id: str, row: int) -> Place | None:
    """Return the place of an area that is let go before a row: before a heading is the end of the theme above.

    ``themes`` holds the theme under each heading by its row's id. None where it would stay where it is.
    """
    below = rows[row] if row < len(rows) else None
    above = rows[row - 1] if row else None
    if item_id in {item.id for item in (above, below) if item is not None}:
        return None
    theme = themes.get(above.id) if above is not None else None
    if theme is None:
        theme = next((item.theme for item in (above, below) if isinstance(item, ProblemArea)), "")
    before = below if isinstance(below, ProblemArea) and below.theme == theme else None
    return theme, before.id if before else None


def place_of_step(rows: Sequence[Item], themes: Mapping[str, str], here: int, to: int) -> Place | None:
    """Return the place of the area in row ``here`` that goes to row ``to``; past a heading it joins that theme."""
    if to > here:
        return place_of_drop(rows, themes, "", to + 1)
    if rows[to].id not in themes:
        return place_of_drop(rows, themes, "", to)
    return place_of_drop(rows, themes, "", to) if to else None


def change_number(text: str) -> Changes | None:
    """Return what typing a number changes; None for what is none."""
    return {"number": int(text)} if text.isascii() and text.isdigit() else None
