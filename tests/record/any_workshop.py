"""Workshops by chance, of any size and with blanks anywhere; each of their words is unlike any other and short."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from immutables import Map

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId, FieldKey, TrendId
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.particulars import Particulars, Question
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import DAMVAD_TEMPLATE, Action, Poster
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import Workshop

MOST_TRENDS, MOST_AREAS, MOST_POSTERS = 60, 100, 200


@dataclass
class Words:
    """Gives out words and remembers them."""

    chance: random.Random
    given: list[str] = field(default_factory=list)

    def some(self, most: int, blank: float = 0.0) -> str:
        """Return up to so many new words, or nothing in a share of cases."""
        if self.chance.random() < blank:
            return ""
        new = [f"w{len(self.given) + n:05}" for n in range(self.chance.randint(1, most))]
        self.given += new
        return " ".join(new)


def any_workshop(seed: int, most: float = 1.0) -> tuple[Workshop, list[str]]:
    """Return a workshop and all of its words; ``most`` is the share of the largest size that it may reach."""
    chance = random.Random(seed)
    words = Words(chance)
    trends = list(_trends(words, chance.randint(0, round(most * MOST_TRENDS))))
    picked = chance.randint(0, round(most * MOST_POSTERS))
    areas = list(_areas(words, max(picked, chance.randint(0, round(most * MOST_AREAS)))))
    posters = list(_posters(words, trends, areas, picked))
    plan = Plan(
        particulars=Particulars(
            title=words.some(9),
            project=words.some(5, blank=0.5),
            client=words.some(4, blank=0.5),
            place=words.some(4, blank=0.5),
            purpose=words.some(60, blank=0.4),
            introduction=words.some(200, blank=0.4),
            language=chance.choice(("en", "nb", "da", "de")),
        ),
        questions=Keyed(Question(id=f"q{n}", position=n, text=words.some(20)) for n in range(chance.randint(0, 8))),
        trends=Keyed(trends),
        areas=Keyed(areas),
        posters=Keyed(posters),
    )
    return Workshop(plan, Map()), words.given


def _trends(words: Words, count: int) -> Iterator[Trend]:
    chance = words.chance
    for n in range(count):
        placed, moved = chance.random() < 0.8, chance.random() < 0.3
        yield Trend(
            id=f"t{n}",
            position=n,
            label=words.some(6),
            importance=chance.random() if placed else None,
            certainty=chance.random() if placed else None,
            presented_importance=chance.random() if placed and moved else None,
            presented_certainty=chance.random() if placed and moved else None,
            origin=chance.choice(("desk research", "interviews", "workshop", None)),
            presented_as=words.some(4, blank=0.8),
            note=words.some(30, blank=0.7),
        )


def _lines(words: Words) -> str:
    return "\n".join(filter(None, (words.some(words.chance.choice((6, 6, 60)), blank=0.3) for _ in range(3))))


def _actions(words: Words) -> Iterator[Action]:
    for _ in range(words.chance.randint(1, 4)):
        yield Action(actor=words.some(3, blank=0.3), action=words.some(9, blank=0.2), owner=words.some(2, blank=0.6))


def _areas(words: Words, count: int) -> Iterator[ProblemArea]:
    themes = [words.some(3, blank=0.2) for _ in range(min(6, count))]
    for n in range(count):
        note = words.some(30, blank=0.8)
        yield ProblemArea(id=f"a{n}", position=n, number=n + 1, text=words.some(25), theme=themes[n % 6], note=note)


def _posters(words: Words, trends: list[Trend], areas: list[ProblemArea], count: int) -> Iterator[Poster]:
    chance = words.chance
    picked = chance.sample(areas, min(count, len(areas)))
    for n, area in enumerate(picked):
        effects = {
            TrendId(t.id): chance.choice(("better", "worse")) for t in chance.sample(trends, min(2, len(trends)))
        }
        fields = {key: _lines(words) for key in DAMVAD_TEMPLATE.keys}
        yield Poster(
            id=f"p{n}",
            position=n,
            area=AreaId(area.id),
            title=words.some(12, blank=0.5),
            fields=fields,
            actions={FieldKey("solution_a"): tuple(_actions(words))} if chance.random() < 0.5 else {},
            trends=tuple(effects) if chance.random() < 0.6 else (),
            effects=effects,
            links=tuple(AreaId(a.id) for a in chance.sample(areas, min(2, len(areas)))),
            note=words.some(40, blank=0.7),
        )
