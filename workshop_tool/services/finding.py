"""Finding anything in a workshop by what people call it: a number, a word, a few letters of several words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workshop_tool.domain.fact import Item
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop

MOST_FOUND: Final = 40
_LETTERS: Final = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ł": "l", "đ": "d"})
_MARKS: Final = re.compile("[\u0300-\u036f]")
"""Accents, once they stand apart from their letters."""
_SHORTEST_SCATTERED: Final = 3
"""Letters that may stand scattered in a text and still find it."""
_BEHIND: Final = 20
"""How much less a hit in the rest of a text counts than one in its name."""


@dataclass(frozen=True)
class Findable:
    """Something that can be found: what it is called, and where it is."""

    name: str
    """Shown, and searched first."""
    table: str
    """A table of the plan, or what the caller calls a kind of its own."""
    id: str
    number: int | None = None
    rest: str = ""
    """Searched too: what is written in it."""


def findables(workshop: Workshop) -> tuple[Findable, ...]:
    """Return everything of a workshop that can be found, in the order of the day."""
    return tuple(_of_plan(workshop.plan))


def found(things: Iterable[Findable], sought: str, most: int = MOST_FOUND) -> list[Findable]:
    """Return what fits best first; every word that is sought must fit, accents and capitals do not matter.

    Nothing is found for nothing.
    """
    words = folded(sought).split()
    if not words:
        return []
    hits = list[tuple[int, int, Findable]]()
    for at, thing in enumerate(things):
        worth = _worth(thing, words)
        if worth is not None:
            hits.append((worth, at, thing))
    hits.sort(key=lambda hit: hit[:2])
    return [thing for _worth_, _at, thing in hits[:most]]


def warm_up(things: Iterable[Findable]) -> None:
    """Fold every text once, in a thread before the first letter is typed."""
    for thing in things:
        folded(thing.name)
        folded(thing.rest)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return a text without capitals and accents: "Tromsø" and "TROMSO" are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _MARKS.sub("", apart)


def _worth(thing: Findable, words: list[str]) -> int | None:
    """Return how well all the words fit, 0 the best; None where one does not."""
    name, rest, total = folded(thing.name), folded(thing.rest), 0
    for word in words:
        if thing.number is not None and word.lstrip("#").isdigit():
            number = str(thing.number)
            if number == word.lstrip("#"):
                continue
            if number.startswith(word.lstrip("#")):
                total += 4
                continue
        worth = _fit(name, word)
        if worth is None and word in rest:
            worth = _BEHIND
        if worth is None:
            return None
        total += worth
    return total


def _fit(text: str, word: str) -> int | None:
    """Return 1 for the start of the text, 2 for the start of a word in it, 5 inside one, 30 for scattered letters."""
    at = text.find(word)
    if at == 0:
        return 1
    if at > 0:
        return 2 if not text[at - 1].isalnum() or f" {word}" in text else 5
    if len(word) >= _SHORTEST_SCATTERED and _scattered(text, word):
        return 30
    return None


def _scattered(text: str, word: str) -> bool:
    """Tell whether the letters stand in this order, each at the start of a word or right after the one before."""
    at, gaps = -1, 0
    for letter in word:
        after = text.find(letter, at + 1)
        if after < 0:
            return False
        gaps += after != at + 1
        at = after
    return gaps <= max(2, len(word) // 2)


def _of_plan(plan: Plan) -> Iterator[Findable]:
    for part in plan.programme:
        yield _thing("programme", part, part.title, rest=f"{part.note} {part.reminder}")
    for question in plan.questions:
        yield _thing("questions", question, question.text)
    for person in plan.participants:
        yield _thing("participants", person, person.name, rest=f"{person.organisation} {person.sector}")
    for trend in plan.trends:
        yield _thing("trends", trend, trend.label, rest=f"{trend.presented_as} {trend.note}")
    for area in plan.areas:
        yield _thing("areas", area, area.text, area.number, f"{area.theme} {area.owner} {area.note}")
    for group in plan.groups:
        yield _thing("groups", group, group.name)
    for poster in plan.posters_in_list_order():
        area = plan.area_of(poster)
        rows = " ".join(f"{row.actor} {row.action} {row.owner}" for rows in poster.actions.values() for row in rows)
        words = " ".join((*poster.fields.values(), rows, poster.note, area.text))
        yield _thing("posters", poster, plan.title_of(poster), area.number, words)
    for minute in plan.minutes:
        yield _thing("minutes", minute, minute.text, rest=minute.owner)


def _thing(table: str, item: Item, name: str, number: int | None = None, rest: str = "") -> Findable:
    return Findable(name, table, item.id, number, rest)
