"""Finds headings that only blank lines tell: a short line before each group of a list without marks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line

_MOST_WORDS: Final = 5
_LONGEST: Final = 45
_FEWEST_GROUPS: Final = 2
_FEW: Final = 3
_ROOM: Final = 0.7
_SECTION: Final = re.compile(r"\d{1,2}\s+[A-ZÆØÅÄÖÜ]\S*(?:\s\S+){0,3}")
_BARE: Final = 6
"""The level of a heading that no sign makes one: the lowest of markdown's."""


def promote_group_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those that head a group turned into headings."""
    groups = _groups(lines)
    if any(line.heading or line.text.endswith(":") for line in lines[1:]):
        return list(lines)
    heads = next(filter(None, (rule(groups) for rule in _RULES)), set[int]())
    return [replace(line, heading=_BARE) if line.number in heads else line for line in lines]


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.gap:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _heads_of_sections(groups: Sequence[list[Line]]) -> set[int]:
    """Find a few words set apart behind a number without a point, as sections have it, counted up from the first."""
    heads = [group[0] for group in groups if _could_head(group) and _SECTION.fullmatch(group[0].text)]
    values = [int(line.text.split()[0]) for line in heads]
    in_step = values == list(range(values[0], values[0] + len(values))) if values else False
    led = all(following not in heads for a, b in pairwise(groups) if a[0] in heads for following in b)
    few = in_step and _FEWEST_GROUPS <= len(heads) <= len(groups) - len(heads) and groups[-1][0] not in heads
    return {line.number for line in heads} if few and led else set()


def _heads_in_capitals(groups: Sequence[list[Line]]) -> set[int]:
    """Find lines in capitals, where several head lines that are not."""
    lines = [line for group in groups for line in group]
    heads = [
        line
        for line, following in pairwise(lines)
        if _in_capitals(line) and _could_head([line]) and not _in_capitals(following)
    ]
    others = sum(not _in_capitals(line) for line in lines)
    return {line.number for line in heads} if _FEWEST_GROUPS <= len(heads) <= others else set()


def _in_capitals(line: Line) -> bool:
    return line.text.isupper() and sum(letter.isalpha() for letter in line.text) >= _FEW


def _heads_apart(groups: Sequence[list[Line]]) -> set[int]:
    """Find short lines set apart before groups, where every group of several lines has one."""
    several = [place for place, group in enumerate(groups) if _beginnings(group) > 1]
    if len(several) < _FEWEST_GROUPS or any(place == 0 or not _could_head(groups[place - 1]) for place in several):
        return set()
    heads: set[int] = set()
    headed = False
    for group, following in pairwise(groups):
        longer = len(following) > 1 or len(following[0].text.split()) > len(group[0].text.split())
        headed = not headed and _could_head(group) and longer
        heads |= {group[0].number} if headed else set()
    return heads


def _beginnings(group: Sequence[Line]) -> int:
    """How many lines of a group do not carry on the one before."""
    return 1 + sum(not (begins_small(line.text) or stays_open(before.text)) for before, line in pairwise(group))


def _heads_within(groups: Sequence[list[Line]]) -> set[int]:
    """Find the first lines of groups, where each is far shorter than the items below it."""
    if len(groups) < _FEWEST_GROUPS or any(len(group) < _FEW - 1 for group in groups):
        return set()
    heads, others = [group[0] for group in groups], [line for group in groups for line in group[1:]]
    if any(begins_small(line.text) for line in others) or not all(_could_head([head]) for head in heads):
        return set()
    words = [len(line.text.split()) for line in others]
    short = max(len(head.text.split()) for head in heads)
    clear = short <= _FEW and min(words) >= short and median(words) >= 2 * median(len(h.text.split()) for h in heads)
    return {head.number for head in heads} if clear else set()


def _heads_of_paragraphs(groups: Sequence[list[Line]]) -> set[int]:
    """Find short first lines of paragraphs that were broken long before the edge the paragraph is set to."""
    several = [group for group in groups if len(group) > 1]
    width = max((len(line.text) for group in several for line in group), default=0)
    heads = {
        group[0].number
        for group in several
        if _could_head(group[:1])
        and not begins_small(group[1].text)
        and len(group[0].text) + 1 + len(group[1].text.split()[0]) < _ROOM * width
        and ends_sentence(group[-1].text)
    }
    return heads if width > _LONGEST and len(heads) >= _FEWEST_GROUPS and len(heads) == len(several) else set()


def _lone_head(groups: Sequence[list[Line]]) -> set[int]:
    """Find one or two words that head the only group set apart from a list of far longer items."""
    if len(groups) != _FEWEST_GROUPS or len(groups[1]) < _FEWEST_GROUPS or len(groups[0]) < _FEW:
        return set()
    head, others = groups[1][0], [*groups[0], *groups[1][1:]]
    wrapped = [line for line in others if not begins_small(line.text)]
    clear = len(head.text.split()) < _FEW <= min(len(line.text.split()) for line in wrapped)
    return {head.number} if clear and _could_head([head]) and not begins_small(groups[1][1].text) else set()


def _heads_of_one_word(groups: Sequence[list[Line]]) -> set[int]:
    """Find single words that part a list of whole sentences without blank lines: the first line is one, no two meet."""
    lines = [line for group in groups for line in group if not begins_small(line.text)]
    front = 1 if lines and len(lines[0].text.split()) > 1 else 0
    heads = [place for place, line in enumerate(lines) if len(line.text.split()) == 1 and _could_head([line])]
    if len(heads) < _FEW or heads[0] != front or heads[-1] + 1 == len(lines) or len(heads) * 2 > len(lines) - front:
        return set()
    others = [line for place, line in enumerate(lines) if place not in heads]
    apart = all(b - a > 1 for a, b in pairwise(heads))
    return {lines[at].number for at in heads} if apart and min(len(o.text.split()) for o in others) >= _FEW else set()


def _could_head(group: Sequence[Line]) -> bool:
    text = group[0].text
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return len(group) == 1 and short and not (begins_small(text) or ends_sentence(text) or stays_open(text))


_RULES: Final = (
    _heads_in_capitals,
    _heads_of_sections,
    _heads_apart,
    _heads_within,
    _heads_of_paragraphs,
    _lone_head,
    _heads_of_one_word,
)
"""The first that finds headings counts: the clearer signs come first."""
