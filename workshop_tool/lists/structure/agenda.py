"""Tells the numbered headings of minutes and reports from the items that stand among the prose below them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line

_LONGEST: Final = 60
_FEWEST: Final = 2
_SECTION: Final = 2


def promote_agenda(lines: Sequence[Line]) -> list[Line]:
    """Turn marks of one shape into headings where each stands apart above prose or above marks of another shape."""
    shapes = {line.mark.shape for line in lines if line.mark}
    if len(shapes) < _SECTION:
        return list(lines)
    first = next(line.mark.shape for line in lines if line.mark)
    places = [place for place, line in enumerate(lines) if line.mark and line.mark.shape == first]
    others = sum(line.mark is not None for line in lines) - len(places)
    if len(places) < _FEWEST or others < _FEWEST or not all(_heads(lines, place) for place in places):
        return list(lines)
    if not any(lines[place + 1].mark is None for place in places):
        return list(lines)
    return [
        replace(line, text=line.body, mark=None, heading=1) if place in places else line
        for place, line in enumerate(lines)
    ]


def _heads(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    if place + 1 == len(lines) or (place and not line.gap) or not line.mark:
        return False
    below = lines[place + 1]
    if below.mark:
        return below.mark.shape != line.mark.shape
    short = len(line.body) <= _LONGEST and not (ends_sentence(line.body) or stays_open(line.body))
    room = len(line.text) + 1 + len(below.text.split()[0]) < max(len(b.text) for _a, b in pairwise(lines))
    return short and room and not begins_small(below.text)
