"""Finds bullets that became a letter on their way out of another program, and dashes typed without a blank."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import Mark

_LETTER: Final = re.compile(r"(?P<sign>[ØelnqvüàoO§¤¨?])[ \t]+(?P<text>\S.*)")
"""What the bullets of symbol fonts turn into, or are mistaken for by a scanner: a capital must follow most of them."""
_GLUED: Final = re.compile(r"(?P<sign>[-\u2013\u2014*])(?P<text>[^\W\d_].*)")
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
    return [replace(line, mark=marks[place]) if place in marks else line for place, line in enumerate(lines)]


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
