"""Simulated participants: each has a phone and a mind, votes, and now and then votes again."""

import random
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final

from workshop_tool.rehearsal.phone import BallotPage, Dots, Phone

AT_ONCE: Final = 16
"""Phones that are busy at the same moment."""
CHANGES_MIND: Final = 0.25
FREE_DOTS: Final = 3
"""Dots that somebody places where the round hands out no fixed number."""


@dataclass(frozen=True)
class Vote:
    """What one participant ended with, as their own phone shows it."""

    receipt: str
    dots: Dots


def hold_vote(join_url: str, participants: int, seed: int) -> list[Vote]:
    """Let so many participants join and vote, each from a phone of their own; returns when all have their receipt.

    Raises:
        PhoneFailed, OSError: a phone was not served.
    """
    appeal = _Appeal(seed)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="phone") as pool:
        return list(pool.map(partial(_take_part, join_url, appeal), (seed * 100_003 + n for n in range(participants))))


class _Appeal:
    """What the room as a whole likes: some posters draw more dots than others, differently by criterion."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def of(self, posters: tuple[str, ...], criterion: str) -> list[float]:
        """Return a weight for each poster."""
        rng = random.Random(f"{self._seed} {criterion}")
        return [rng.paretovariate(2.5) for _ in posters]


def _take_part(join_url: str, appeal: _Appeal, seed: int) -> Vote:
    rng = random.Random(seed)
    phone = Phone(join_url)
    phone.join()
    page = phone.read_ballot()
    dots = _allocation(page, appeal, rng)
    phone.cast(page, dots)
    if rng.random() < CHANGES_MIND:
        page = phone.read_ballot()
        dots = _allocation(page, appeal, rng)
        phone.cast(page, dots)
    return Vote(phone.receipt, dots)


def _allocation(page: BallotPage, appeal: _Appeal, rng: random.Random) -> Dots:
    dots: dict[str, dict[str, int]] = {}
    for criterion, budget in page.dots.items():
        weights = appeal.of(page.posters, criterion)
        for poster in rng.choices(page.posters, weights, k=FREE_DOTS if budget is None else budget):
            placed = dots.setdefault(poster, {})
            placed[criterion] = placed.get(criterion, 0) + 1
    return dots


def total(votes: list[Vote]) -> Mapping[tuple[str, str], int]:
    """Add up what all phones show, by poster and criterion: what the result has to say."""
    sums: dict[tuple[str, str], int] = {}
    for vote in votes:
        for poster, placed in vote.dots.items():
            for criterion, dots in placed.items():
                sums[poster, criterion] = sums.get((poster, criterion), 0) + dots
    return sums
