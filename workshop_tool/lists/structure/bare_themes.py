"""Takes the numbers and letters off themes ("1. Roads", "II Health data", "4.2 Harbour"): the theme is the words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.structure.marks import roman_value
from workshop_tool.lists.structure.passages import Passage

_SHAPES: Final = (
    re.compile(r"\(?(?P<value>\d{1,2})\s?[.):](?!\d)\s*(?P<text>\S.*)"),
    re.compile(r"\d{1,2}(?:\.\d{1,2})*\.(?P<value>\d{1,2})[.)]?\s+(?P<text>\S.*)"),
    re.compile(r"(?P<value>\d{1,2})(?:\s+[\u2013\u2014-])?\s+(?P<text>[^\W\d_].*)"),
    re.compile(r"(?P<roman>[IVX]{1,5})(?:[.):]|\s[\u2013\u2014-])?\s+(?P<text>\S.*)"),
    re.compile(r"\(?(?P<letter>[A-Za-z])[.):]\s*(?P<text>\S.*)"),
    re.compile(r"(?P<letter>[A-Z])(?:\s[\u2013\u2014-])?\s+(?P<text>\S.*)"),
)
_LABEL: Final = re.compile(
    r"(?:theme|tema|thema|topic|emne|category|kategori|kategorie|bereich)\s?:\s+(?=\S)", re.IGNORECASE
)
"""What says that a theme is one."""
_SURE: Final = 2
"""Of the shapes, so many say by themselves that they are numbers of sections."""


def with_bare_themes(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, their themes without marks where all themes that have one count up."""
    themes = list(dict.fromkeys(item.theme for item in passages if item.theme))
    bare = next(filter(None, (_bare(themes, place) for place in range(len(_SHAPES)))), {})
    return [replace(item, theme=item.theme and _LABEL.sub("", bare.get(item.theme, item.theme))) for item in passages]


def _bare(themes: Sequence[str], shape: int) -> dict[str, str]:
    found = {theme: match for theme in themes if (match := _SHAPES[shape].fullmatch(theme))}
    values = [_value(match) for match in found.values()]
    rising = all(a < b or b == 1 for a, b in pairwise(values))
    enough = (
        bool(found) if shape < _SURE else len(found) > 1 and values == list(range(values[0], values[0] + len(values)))
    )
    return {theme: match["text"] for theme, match in found.items()} if rising and enough else {}


def _value(match: re.Match[str]) -> int:
    known = match.groupdict()
    if "roman" in known:
        return roman_value(known["roman"].lower())
    return ord(known["letter"].lower()) - ord("a") + 1 if "letter" in known else int(known["value"])
