"""Finds marks that the whole list makes marks: a word before a rising number ("Challenge 3:"), and codes ("B2")."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.structure.joining import begins_small
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import CODE, NAMED, Mark
from workshop_tool.lists.structure.owners import names_owner_or_deadline

_NAMED: Final = re.compile(
    r"(?P<name>[^\W\d_]{2,20}(?:[ -][^\W\d_]{2,20})?)\s+(?P<value>\d{1,3})"
    r"(?:\s*[:.)]\s*|\s+[\u2013\u2014|-]\s+|$)(?P<text>.*)"
)
_CODE: Final = re.compile(r"(?P<name>[A-ZÆØÅÄÖÜ]{1,3})[-.]?(?P<value>\d{1,3})\s*[:.)\u2013-]?\s+(?P<text>\S.*)")
_LABEL: Final = re.compile(r"(?P<name>[^\W\d_]{2,20})\s?:\s+(?P<text>\S.*)")
_THEMES: Final = frozenset(["theme", "tema", "thema", "topic", "emne", "category", "kategori", "kategorie", "gruppe"])
_FEWEST: Final = 2
_FEWEST_LABELS: Final = 3
_FEWEST_CODES: Final = 3
_BARE: Final = 6
_SHORT: Final = 45
_LED_SHARE: Final = 0.4


def read_named_marks(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those that begin with the list's own kind of mark read as marked.

    Where bullets or numbers stand below most of them they head groups, and stay what they are.
    """
    named = _in_step(_found(_NAMED, lines), _FEWEST)
    codes = {} if named else _in_step(_found(_CODE, lines), _FEWEST_CODES)
    if not (named or codes):
        return _read_labels(lines)
    if _lead_groups(lines, named or codes):
        return list(lines)
    if _head_groups(lines, named):
        return [replace(line, heading=_BARE) if place in named else line for place, line in enumerate(lines)]
    single = len({found["name"] for found in codes.values()}) == 1
    settled = []
    for place, line in enumerate(lines):
        if found := named.get(place):
            line = replace(line, mark=Mark(NAMED, int(found["value"]), found["text"]))  # noqa: PLW2901
        elif found := codes.get(place):
            line = replace(line, mark=Mark(CODE, int(found["value"]) if single else None, found["text"]))  # noqa: PLW2901
        settled.append(line)
    return settled


def _read_labels(lines: Sequence[Line]) -> list[Line]:
    """Take one word with a colon for a mark where most items begin with the same one."""
    found = {
        place: match
        for place, match in _found(_LABEL, lines).items()
        if match["name"].casefold() not in _THEMES and not names_owner_or_deadline(match[0])
    }
    name, count = Counter(match["name"] for match in found.values()).most_common(1)[0] if found else ("", 0)
    same = {place: match for place, match in found.items() if match["name"] == name}
    if count < _FEWEST_LABELS or 2 * count < len(found) or _lead_groups(lines, same):
        return list(lines)
    return [
        replace(line, mark=Mark(f"{name}:", None, same[place]["text"])) if place in same else line
        for place, line in enumerate(lines)
    ]


def _found(pattern: re.Pattern[str], lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    unmarked = ((place, line) for place, line in enumerate(lines) if not line.heading)
    return {place: found for place, line in unmarked if (found := pattern.fullmatch(line.text))}


def _in_step(found: dict[int, re.Match[str]], fewest: int) -> dict[int, re.Match[str]]:
    """Keep those whose numbers rise from 1 by one for each name."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for match in found.values():
        by_name[match["name"].casefold()].append(int(match["value"]))
    steady = {name for name, values in by_name.items() if _rises(values)}
    kept = {place: match for place, match in found.items() if match["name"].casefold() in steady}
    most = max(Counter(match["name"].casefold() for match in kept.values()).values(), default=0)
    return kept if most >= fewest else {}


def _rises(values: Iterable[int]) -> bool:
    values = list(values)
    return values[0] == 1 and all(b == a + 1 for a, b in pairwise(values))


def _head_groups(lines: Sequence[Line], found: dict[int, re.Match[str]]) -> bool:
    """Whether nothing but the word and its number stands above several short lines each, none of them wrapped."""
    places = sorted(found)
    if not places or any(match["text"].strip() for match in found.values()):
        return False
    ends = [*places[1:], len(lines)]
    groups = [lines[a + 1 : b] for a, b in zip(places, ends, strict=True)]
    below = [line for group in groups for line in group]
    wrapped = any(begins_small(line.text) or line.gap or line.mark for line in below)
    short = all(len(line.text) <= _SHORT for line in below) and all(len(group) > 1 for group in groups)
    return short and not wrapped


def _lead_groups(lines: Sequence[Line], found: dict[int, re.Match[str]]) -> bool:
    """Whether marks of another kind stand between them."""
    places = sorted(found)
    ends = [*places[1:], len(lines)]
    led = sum(any(line.mark for line in lines[a + 1 : b]) for a, b in zip(places, ends, strict=True))
    return led >= _LED_SHARE * len(places)
