"""Puts a number or bullet that stands on a line of its own before the line it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import Mark

_FEWEST: Final = 2
_FEWEST_NUMBERS: Final = 3
_NUMBER: Final = re.compile(r"\d{1,3}")
_FRONT: Final = 3
"""So many lines may stand before the first number: a title, a lead-in."""


def join_lone_marks(lines: Sequence[Line]) -> list[Line]:
    """Join each mark without words and the line below it, where the list does so more than once."""
    lines = _read_lone_signs(lines)
    lone = {a.number for a, b in pairwise(lines) if a.mark and not a.mark.text and not b.mark and not b.heading}
    if len(lone) < _FEWEST:
        return list(lines)
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and before.mark and before.number in lone and not before.mark.text:
            joined[-1] = replace(before, text=f"{before.text} {line.text}", mark=replace(before.mark, text=line.text))
        else:
            joined.append(line)
    return joined


def _close_together(places: Sequence[int]) -> bool:
    """Whether numbers stand closer to one another than those of pages do."""
    return len(places) > _FEWEST_NUMBERS and all(b - a <= _FRONT for a, b in pairwise(places))


def _read_lone_signs(lines: Sequence[Line]) -> list[Line]:
    """Take a lone letter o for a bullet, and lone numbers in step for numbering, where nothing else is marked."""
    circles = sum(line.text == "o" for line in lines)
    numbers = [(place, int(line.text)) for place, line in enumerate(lines) if _NUMBER.fullmatch(line.text)]
    in_step = [value for _place, value in numbers] == list(range(1, len(numbers) + 1))
    apart = all(b - a > 1 for (a, _v), (b, _w) in pairwise(numbers))
    numbered = (
        len(numbers) >= _FEWEST_NUMBERS
        and in_step
        and apart
        and (numbers[0][0] < _FRONT or _close_together([place for place, _value in numbers]))
        and not any(line.mark and line.mark.text for line in lines)
    )
    settled = []
    for line in lines:
        mark = line.mark
        if line.text == "o" and circles >= _FEWEST:
            mark = Mark("o", None, "")
        elif numbered and _NUMBER.fullmatch(line.text):
            mark = Mark("1.", int(line.text), "")
        settled.append(replace(line, mark=mark))
    return settled
