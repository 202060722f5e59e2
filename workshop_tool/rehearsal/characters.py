"""Who comes to a rehearsal: when each one arrives, how often they vote, and what goes wrong for them."""

import random
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["steady", "wavering", "late", "lost phone", "asleep", "silent"]

ROOM: Final[dict[Kind, int]] = {"steady": 50, "wavering": 20, "late": 10, "lost phone": 8, "asleep": 7, "silent": 5}
"""How many of a hundred people are of each kind."""
CALM: Final[dict[Kind, int]] = {"steady": 75, "wavering": 25}
"""A room in which everybody has voted in the end, each from one phone."""

MISTYPES: Final = 0.08
"""Share of people who get a code wrong at first."""
ARRIVING: Final = (0.0, 0.3)
VOTING: Final = (0.4, 0.85)
"""From when to when in a rehearsal, whose length is 1."""
AWAKE_AGAIN: Final = (0.8, 0.99)
"""When a phone that slept sends what its owner tapped before: some of that is too late."""


@dataclass(frozen=True)
class Character:
    """One person's part in a rehearsal; moments are shares of its length, 0 to 1."""

    number: int
    """Counted from 0."""
    kind: Kind
    arrives: float
    votes: tuple[float, ...]
    """When they place their dots, for the first time and anew."""
    mistypes: bool


def cast_characters(count: int, seed: int, room: dict[Kind, int] = ROOM, mistypes: float = MISTYPES) -> list[Character]:
    """Return so many people; the same seed gives the same ones, and more people leave the earlier ones as they are."""
    return [_character(number, random.Random(f"{seed} character {number}"), room, mistypes) for number in range(count)]


def _character(number: int, rng: random.Random, room: dict[Kind, int], mistypes: float) -> Character:
    (kind,) = rng.choices(list(room), list(room.values()))
    arrives = rng.uniform(*VOTING) if kind == "late" else rng.uniform(*ARRIVING)
    start, end = VOTING
    first = max(arrives, rng.triangular(start, end, start + (end - start) / 4))
    again = {"wavering": rng.randint(1, 3), "lost phone": 1, "asleep": 1}.get(kind, 0)
    votes = [first, *sorted(rng.uniform(first, end) for _ in range(again))]
    if kind == "asleep":
        votes[-1] = rng.uniform(*AWAKE_AGAIN)
    return Character(number, kind, arrives, () if kind == "silent" else tuple(votes), rng.random() < mistypes)
