"""Takes footnotes out of a list, and the small figures in the text that point to them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.joining import begins_small
from workshop_tool.lists.structure.lines import Line

_RAISED: Final = str.maketrans("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789")
_RAISED_DIGITS: Final = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_POINTER: Final = re.compile(
    rf"(?<=[a-zæøåäöüß.,;:)»”])(?P<sign>\d{{1,2}}|[{_RAISED_DIGITS}]{{1,2}}|\*{{1,3}}|\[\d{{1,2}}\])(?=[\s.,;:)]|$)"
)
_NOTE: Final = re.compile(
    rf"(?P<sign>\d{{1,2}}|[{_RAISED_DIGITS}]{{1,2}}|\*{{1,3}}|\[\d{{1,2}}\])"
    rf"(?:[ \t]+|(?<=[{_RAISED_DIGITS}*\]]))(?P<text>\S.*)"
)


def take_footnotes(lines: Sequence[Line]) -> tuple[list[Line], list[LeftOut], frozenset[str]]:
    """Part footnotes from the other lines; also return the signs that point to them.

    A footnote begins with a sign that an earlier line ends a word with, and stands set apart or after another one.
    """
    pointed: set[str] = set()
    kept: list[Line] = []
    notes: list[LeftOut] = []
    signs: set[str] = set()
    inside = False
    gap = 0
    for line in lines:
        found = _NOTE.fullmatch(line.text)
        if found and (line.gap or inside) and _plain(found["sign"]) in pointed:
            signs.add(_plain(found["sign"]))
            inside = True
        elif not (inside and not line.gap and not line.mark and begins_small(line.text)):
            inside = False
        gap = max(gap, line.gap)
        if inside:
            notes.append(LeftOut(text=line.text, reason=_("a footnote"), line=line.number))
            continue
        pointed.update(_plain(pointer["sign"]) for pointer in _POINTER.finditer(line.body))
        kept.append(replace(line, gap=gap) if gap != line.gap else line)
        gap = 0
    return kept, notes, frozenset(signs)


def without_pointers(text: str, signs: frozenset[str]) -> str:
    """Return the text without the small figures that point to footnotes."""
    if not signs:
        return text
    return _POINTER.sub(lambda found: "" if _plain(found["sign"]) in signs else found[0], text)


def _plain(sign: str) -> str:
    return sign.translate(_RAISED).strip("[]")
