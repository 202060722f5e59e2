"""Who was there: how many, from which sectors. Names of participants stay out of the record."""

from collections import Counter
from dataclasses import dataclass

from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.wording import listed, number_text, number_word, opening


@dataclass(frozen=True)
class SectorFacts:
    """One sector and how many came from it."""

    name: str
    count: int
    share: float
    """Of the largest sector, 0 to 1: the length of its bar."""


@dataclass(frozen=True)
class PeopleFacts:
    """The people in the room, by number."""

    present: int | None
    sectors: tuple[SectorFacts, ...]
    sectors_said: str
    """The sectors as a list in words, the largest first; empty where none is known."""
    sentence: str
    """Empty where nothing is known."""
    title: str
    """Of the breakdown by sector."""
    note: str
    """Says so where the list holds more or fewer than were present, or was made up as an example."""


def people_facts(plan: Plan) -> PeopleFacts:
    """Count the people by sector, the largest sector first."""
    listed_people = len(plan.participants)
    present = plan.particulars.present if plan.particulars.present is not None else listed_people or None
    known = [person.sector for person in plan.participants if person.sector]
    counts = sorted(Counter(known).items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    if known and len(known) < listed_people:
        counts.append((_("Sector not given"), listed_people - len(known)))
    most = max((count for _name, count in counts), default=1)
    sectors_said = listed(sorted(set(known), key=lambda name: (-known.count(name), name.casefold())))
    return PeopleFacts(
        present=present,
        sectors=tuple(SectorFacts(name, count, count / most) for name, count in counts),
        sectors_said=sectors_said,
        sentence=_sentence(present, sectors_said),
        title=opening(
            ngettext("{count} participant by sector", "{count} participants by sector", listed_people).format(
                count=number_word(listed_people)
            )
        ),
        note=_note(present, listed_people if counts else 0, example=any(p.example for p in plan.participants)),
    )


def _sentence(present: int | None, sectors: str) -> str:
    if present is None:
        return ""
    if not sectors:
        return number_text(present)
    return _("{present}, from {sectors}").format(present=number_text(present), sectors=sectors)


def _note(present: int | None, listed_people: int, *, example: bool) -> str:
    notes = []
    if listed_people and present is not None and present != listed_people:
        words = _("{listed} participants are listed; {present} were present.")
        notes.append(words.format(listed=number_text(listed_people), present=number_text(present)))
    if listed_people and example:
        notes.append(_("How many came from each sector is an example."))
    return " ".join(notes)
