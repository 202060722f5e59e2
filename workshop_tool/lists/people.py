"""Parts the lines of a list of participants into name, organisation and sector, on evidence over the whole list."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.names import (
    are_last_and_first,
    is_role,
    is_sector,
    looks_like_body,
    looks_like_name,
    without_addresses,
)

_BRACKETED: Final = re.compile(r"(?P<name>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]](?P<tail>[^()\[\]]*)")
_SEPARATORS: Final = (
    re.compile(r"\s*[;|\t]\s*"),
    re.compile(r"\s+[\u2013\u2014-]\s+"),
    re.compile(r"\s*,\s*"),
    re.compile(r"\s+/\s+"),
    re.compile(r"(?<=[^\W\d_])\s*:\s+"),
    re.compile(r"\s{3,}"),
)
_GROUP: Final = re.compile(r"(?:work(?:ing)?\s)?(?:group|gruppe|table|bord|tisch|team|hold)\s\w{1,3}", re.IGNORECASE)
_FROM: Final = re.compile(
    r"(?:participants?|deltak\w+|deltager\w*|teilnehm\w+|represent\w+)\s(?:from|fra|frå|aus|for)\s(?:the\s)?",
    re.IGNORECASE,
)
"""What a heading says besides where people come from."""
_MOSTLY: Final = 0.6
_NEARLY_ALL: Final = 0.8
_REPEATED: Final = 0.7
_FEWEST: Final = 3


@dataclass(frozen=True)
class Person:
    """What one line says about somebody; "" where it says nothing."""

    name: str
    organisation: str = ""
    sector: str = ""
    place: int = 0
    """Which of the given texts it was."""


def people(texts: Sequence[str], themes: Sequence[str | None]) -> list[Person]:
    """Return who is named, in order; ``themes`` are the headings the texts stand under.

    A line that only heads those below it names no one; where somebody works or what they do is read from what the
    other lines of the list say in the same place.
    """
    cleaned = [without_addresses(text) for text in texts]
    parted = _names_first(_parted(cleaned))
    heads = _heads(parted)
    found: list[Person] = []
    head: str | None = None
    for place, fields in enumerate(parted):
        if place in heads:
            head = fields[0]
            continue
        found.append(replace(_person(fields), place=place))
        found[-1] = _under(found[-1], head or themes[place])
    return _with_sectors_that_are_none(found)


def turned(names: Sequence[str]) -> list[str]:
    """Return names of a column as "First Last" where most say "Last, First"."""
    parted = [name.split(",") for name in names]
    both = [fields for fields in parted if len(fields) == 2]  # noqa: PLR2004 - a last and a first name
    if not both or len(both) < _MOSTLY * len(names) or not all(are_last_and_first(*fields) for fields in both):
        return list(names)
    return [
        f"{fields[1].strip()} {fields[0].strip()}" if len(fields) == 2 else name  # noqa: PLR2004 - the same
        for name, fields in zip(names, parted, strict=True)
    ]


def _parted(texts: Sequence[str]) -> list[list[str]]:
    """Part each text at the sign that parts most of them, brackets first."""
    bracketed = [_BRACKETED.fullmatch(text) for text in texts]
    outside = [found["name"] if found else text for text, found in zip(texts, bracketed, strict=True)]
    inside = [found["inside"] if found else "" for found in bracketed]
    tails = [found["tail"].strip(" ,;:.\u2013-") if found else "" for found in bracketed]
    fields = _last_names_behind(_split(outside), brackets=sum(map(bool, bracketed)))
    more = [(_split_alone(a) if a else []) + (_split_alone(b) if b else []) for a, b in zip(inside, tails, strict=True)]
    names = turned([own[0] for own in fields])
    return [[name, *own[1:], *others] for name, own, others in zip(names, fields, more, strict=True)]


def _split(texts: Sequence[str]) -> list[list[str]]:
    counts = [sum(len(sign.split(text)) > 1 for text in texts) for sign in _SEPARATORS]
    best = max(range(len(counts)), key=lambda at: (counts[at], -at))
    return [
        _filled(_SEPARATORS[best].split(text)) if len(_SEPARATORS[best].split(text)) > 1 else _split_alone(text)
        for text in texts
    ]


def _split_alone(text: str) -> list[str]:
    for sign in _SEPARATORS:
        fields = _filled(sign.split(text))
        if len(fields) > 1:
            return fields
    return [text.strip()]


def _filled(fields: Iterable[str]) -> list[str]:
    return [field.strip() for field in fields if field.strip()] or [""]


def _last_names_behind(parted: list[list[str]], brackets: int) -> list[list[str]]:
    """Turn "Last, First" where most of the list says it so: a single word and then a given name."""
    several = [fields for fields in parted if len(fields) > 1]
    if len(several) < _MOSTLY * len(parted) or not several:
        return parted
    could = [fields for fields in several if are_last_and_first(fields[0], fields[1])]
    if len(could) < _NEARLY_ALL * len(several):
        return parted
    more = brackets or any(len(fields) > 2 for fields in several)  # noqa: PLR2004 - an organisation besides the name
    firsts = [fields[0].casefold() for fields in several]
    in_order = len(firsts) >= _FEWEST and firsts == sorted(firsts)
    if not (more or in_order):
        return parted
    return [[f"{fields[1]} {fields[0]}", *fields[2:]] if fields in could else fields for fields in parted]


def _names_first(parted: Sequence[list[str]]) -> list[list[str]]:
    """Set the name before the organisation where most of the list says them the other way round."""
    several = [fields for fields in parted if len(fields) > 1]
    bodies = sum(looks_like_body(fields[0]) and looks_like_name(fields[1]) for fields in several)
    if not several or bodies < _MOSTLY * len(several):
        return list(parted)
    return [[fields[1], fields[0], *fields[2:]] if len(fields) > 1 else fields for fields in parted]


def _heads(parted: Sequence[list[str]]) -> set[int]:
    """Find lines of one field that head the others, which have several: sectors, or organisations."""
    single = [place for place, fields in enumerate(parted) if len(fields) == 1]
    several = len(parted) - len(single)
    sectors = {place for place in single if is_sector(parted[place][0]) and place + 1 < len(parted)}
    if sectors:
        return sectors
    apart = all(b - a > 1 for a, b in pairwise(single)) and single and single[0] == 0
    heads = bool(apart) and len(single) > 1 and several >= len(single) and single[-1] + 1 < len(parted)
    return set(single) if heads else set()


def _person(fields: Sequence[str]) -> Person:
    name, *rest = fields
    rest = [field for field in rest if not is_role(field)]
    sector = ""
    if rest and (len(rest) > 1 or is_sector(rest[-1])):
        sector = rest.pop()
    return Person(name, ", ".join(rest), sector)


def _under(person: Person, head: str | None) -> Person:
    """Say of somebody what the heading above them says."""
    head = _FROM.sub("", head or "")
    if not head or _GROUP.fullmatch(head):
        return person
    if is_sector(head) or person.organisation:
        return replace(person, sector=person.sector or head)
    return replace(person, organisation=head)


def _with_sectors_that_are_none(found: list[Person]) -> list[Person]:
    """Give what seemed to be sectors back to the organisations, where no two are alike and none is a usual one."""
    named = [person.sector for person in found if person.sector]
    known = any(is_sector(sector) for sector in named)
    if len(named) < _FEWEST or known or len(set(named)) <= _REPEATED * len(named):
        return found
    return [
        replace(person, organisation=", ".join(filter(None, (person.organisation, person.sector))), sector="")
        for person in found
    ]
