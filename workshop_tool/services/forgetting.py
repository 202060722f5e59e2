"""Forgetting: the names of participants go for good, from file, journal, backups and everybody's undo."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workshop_tool.domain.documents import document
from workshop_tool.domain.fact import Fact, new_id
from workshop_tool.domain.plan import Key
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.language import _


@dataclass(frozen=True)
class Forgotten:
    """What forgetting came to."""

    people: int
    """How many participants lost their names."""
    still_said: tuple[str, ...]
    """Places where a name also stands in the words of somebody, which are left as they are."""


def forget_names(workshop: Workshop, now: dt.datetime) -> tuple[Workshop, Forgotten]:
    """Give every participant a number for a name. Queue it with ``WorkshopSession.forget``, so that no copy stays.

    Organisation, sector and groups stay: the record counts by them. Words on posters, notes and comments are
    whoever's they are; where a name stands in them is answered, not changed.
    """
    still_said = names_still_said(workshop)
    plan, people = workshop.plan, 0
    for number, participant in enumerate(plan.participants, start=1):
        if participant.name != _numbered(number):
            plan, people = plan.with_item(participant.revised(name=_numbered(number))), people + 1
    workshop = workshop.with_plan(plan)
    if people:
        entry = LogEntry(id=new_id(), at=now, kind="workshop", text=f"Forgot the names of {people} participants")
        workshop = workshop.with_entry(entry)
    return workshop, Forgotten(people, still_said)


def names_still_said(workshop: Workshop) -> tuple[str, ...]:
    """Return where the words of the workshop name a participant, one line a place; only whole names are found."""
    people = workshop.plan.participants
    names = [person.name for number, person in enumerate(people, start=1) if person.name != _numbered(number)]
    if not names:
        return ()
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    found = (
        _place(workshop, key, fact, match[0])
        for key, fact in workshop.facts()
        if key[0] != "participants"
        for text in _texts(document(fact))
        if (match := pattern.search(text))
    )
    return tuple(dict.fromkeys(found))


def _numbered(number: int) -> str:
    return f"Participant {number}"


def _place(workshop: Workshop, key: Key, fact: Fact, name: str) -> str:
    table, _id = key
    words = {
        "particulars": _("about the workshop"),
        "posters": _("poster"),
        "areas": _("problem area"),
        "trends": _("trend"),
        "groups": _("group"),
        "programme": _("programme"),
        "questions": _("question"),
        "counts": _("dots counted"),
        "ballots": _("paper ballot"),
        "log": _("log"),
    }
    if isinstance(fact, Poster):
        title = fact.title or workshop.plan.areas[fact.area].text
    else:
        title = next((getattr(fact, name) for name in ("title", "label", "text") if getattr(fact, name, "")), "")
    said = _("“{name}” in: {place}").format(name=name, place=words.get(table, table))
    return f"{said}, “{title[:60]}”" if title and table != "particulars" else said


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str(text):
            yield text
        case dict() as mapping:
            for part in mapping.values():
                yield from _texts(part)
        case list() as parts:
            for part in parts:
                yield from _texts(part)
