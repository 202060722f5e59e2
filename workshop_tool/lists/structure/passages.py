"""One item as it is put together from its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.structure.breaks import Page
from workshop_tool.lists.structure.joining import begins_small, join_lines, stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import BLANK, LETTER_SHAPES, SECTIONS

_SURE: Final = 0.98
_BULLETED: Final = 0.95
_LETTERED: Final = 0.9
_LOST: Final = 0.75
_UNMARKED: Final = 0.8
_DOUBT: Final = 0.3


@dataclass(frozen=True)
class Passage:
    """One item of a text."""

    text: str
    line: int
    confidence: float
    number: int | None = None
    theme: str | None = None
    children: tuple[str, ...] = field(default=())
    owner: str | None = None

    def with_child(self, text: str) -> "Passage":
        """The same item with one more nested beneath it."""
        return replace(self, children=(*self.children, text))


def passage(lines: Sequence[Line], page: Page, words: frozenset[str], theme: str | None) -> Passage:
    """Put one item together from its lines; the first carries the mark, if there is one."""
    first = lines[0]
    number = first.mark.value if first.mark and first.mark.numbered and first.mark.shape not in SECTIONS else None
    return Passage(
        text=join_lines([first.body, *(line.text for line in lines[1:])], words),
        line=first.number,
        confidence=_confidence(lines, page),
        number=number or None,
        theme=theme,
    )


def _confidence(lines: Sequence[Line], page: Page) -> float:
    first = lines[0]
    if first.mark is None:
        sure = _UNMARKED
    elif first.mark.shape == BLANK:
        sure = _LOST
    elif first.mark.shape in LETTER_SHAPES:
        sure = _LETTERED
    else:
        sure = _SURE if first.mark.numbered else _BULLETED
    doubtful = any(
        not begins_small(line.text) and not stays_open(before.text) and page.break_weight(before, line) > 0
        for before, line in pairwise(lines)
    )
    return round(sure - _DOUBT, 2) if doubtful else sure
