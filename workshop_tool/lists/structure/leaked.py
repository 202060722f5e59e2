"""Finds bullets that became a letter on their way out of another program, and dashes typed without a blank."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from workshop_tool.lists.structure.joining import stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import Mark

_LETTER: Final = re.compile(r"(?P<sign>[ØelnqvüàoO§¤¨?])[ \t]+(?P<text>\S.*)")
"""What the bullets of symbol fonts turn into, or are mistaken for by a scanner: a capital must follow most of them."""
_GLUED: Final = re.compile(r"(?P<sign>[-\u2013\u2014*])(?P<text>[^\W\d_].*)")
_SMALL_CIRCLE: Final = re.compile(r"o[ \t]+(?P<text>[^\W\d_].*)")
_ANY_CASE: Final = frozenset("oO§¤¨?")
_FEWEST: Final = 3
_SHARE: Final = 1 / 3


def read_leaked_bullets(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those that begin with a sign many others begin with read as marked."""
    found: dict[str, dict[int, Mark]] = defaultdict(dict)
    for place, line in enumerate(lines):
        if mark := _mark(line):
            found[mark.shape][place] = mark
    marked = sum(line.mark is not None for line in lines)
    marks: dict[int, Mark] = {}
    for bullets in found.values():
        if len(bullets) >= max(_FEWEST, _SHARE * marked, _SHARE * _SHARE * len(lines)):
            marks |= bullets
    marks |= _alone_among_alike(lines, found)
    return [replace(line, mark=marks[place]) if place in marks else line for place, line in enumerate(lines)]


def _alone_among_alike(lines: Sequence[Line], found: Mapping[str, Mapping[int, Mark]]) -> dict[int, Mark]:
    """Find dashes without a blank among dashes with one, and circles before small letters beside another circle."""
    marks: dict[int, Mark] = {}
    for sign in "-\u2013\u2014*":
        alike = [line.indent for line in lines if line.mark and line.mark.shape == sign]
        flush = {place: mark for place, mark in found.get(sign, {}).items() if lines[place].indent in alike}
        if len(alike) >= _FEWEST and len(flush) < len(alike):
            marks |= {place: mark for place, mark in flush.items() if place and not stays_open(lines[place - 1].text)}
    circles = {place: _small_circle(line) for place, line in enumerate(lines)}
    for place, circle in circles.items():
        beside = [at for at in (place - 1, place + 1) if 0 <= at < len(lines)]
        if circle and any(circles[at] or _is_circle(lines[at]) for at in beside):
            marks[place] = circle
    return marks


def _is_circle(line: Line) -> bool:
    return line.mark is not None and line.mark.shape == "o"


def _small_circle(line: Line) -> Mark | None:
    small = _SMALL_CIRCLE.fullmatch(line.text)
    return Mark("o", None, small["text"]) if small and not (line.mark or line.heading) else None


def _mark(line: Line) -> Mark | None:
    if line.heading or (line.mark and line.mark.shape != "o"):
        return None
    if found := _LETTER.fullmatch(line.text):
        text, sign = found["text"], found["sign"]
        if sign in _ANY_CASE or text[0].isupper():
            return None if text[0].isdigit() else Mark("o" if sign in "oO" else sign, None, text)
    if found := _GLUED.fullmatch(line.text):
        return Mark(found["sign"], None, found["text"])
    return None
