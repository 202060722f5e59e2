"""The book of one round: its settings, its ballots (in a persistent map: one more copies nothing) and its counts."""

import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from typing import Any, Final, Self

from immutables import Map

from workshop_tool.domain.fact import CriterionKey, Fact, PosterId
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.plan import Key
from workshop_tool.domain.voting.ballots import Ballot, Way
from workshop_tool.domain.voting.result import Result, count
from workshop_tool.domain.voting.rounds import CountEntry, Round

_KEPT: Final = 8
"""Books that a process keeps of those that were sent to it."""


@dataclass(frozen=True)
class Book:
    """A round with what was cast and counted in it; ``touched`` names the documents changed since the last commit."""

    round: Round
    ballots: Map[str, Ballot] = field(default_factory=Map)
    """By voter."""
    counts: Keyed[CountEntry] = field(default_factory=Keyed)
    touched: frozenset[Key] = field(default=frozenset(), compare=False)

    def with_round(self, round_: Round) -> Self:
        """Return the book with other settings or another state."""
        return replace(self, round=round_, touched=self.touched | {("rounds", round_.id)})

    def with_ballot(self, ballot: Ballot) -> Self:
        """Return the book with this ballot in the place of the same voter's earlier one."""
        key = ("ballots", f"{self.round.id}:{ballot.voter}")
        return replace(self, ballots=self.ballots.set(ballot.voter, ballot), touched=self.touched | {key})

    def with_count(self, entry: CountEntry) -> Self:
        """Return the book with one more entry in its ledger of counts."""
        entry = entry.revised(position=self.counts.end())
        key = ("counts", f"{self.round.id}:{entry.id}")
        return replace(self, counts=self.counts.with_item(entry), touched=self.touched | {key})

    def with_sealed_ballots(self, ballots: list[Ballot]) -> Self:
        """Return the book with these ballots instead of those it has."""
        keys = {("ballots", f"{self.round.id}:{voter}") for voter in (*self.ballots, *(b.voter for b in ballots))}
        return replace(self, ballots=Map({b.voter: b for b in ballots}), touched=self.touched | keys)

    @cached_property
    def result(self) -> Result:
        """The round counted: once for each state of the book, however many pages show it."""
        return count(self)

    @cached_property
    def spent(self) -> dict[Way, dict[CriterionKey, int]]:
        """The dots of all single ballots by way and criterion; summed up once, as ``result`` is."""
        spent: dict[Way, dict[CriterionKey, int]] = {}
        for ballot in self.ballots.values():
            by_criterion = spent.setdefault(ballot.way, {})
            for placed in ballot.allocation.dots.values():
                for key, n in placed.items():
                    by_criterion[key] = by_criterion.get(key, 0) + n
        return spent

    @cached_property
    def _packed(self) -> bytes:
        """The book as another process is sent it; ten thousand ballots are packed once, and not for each page drawn."""
        return pickle.dumps(tuple(getattr(self, part.name) for part in fields(self)), pickle.HIGHEST_PROTOCOL)

    def __reduce__(self) -> tuple[Callable[[bytes], "Book"], tuple[Any, ...]]:
        """Let it be sent packed, and unpacked there once."""
        return _unpacked, (self._packed,)

    @cached_property
    def ways(self) -> dict[Way, int]:
        """How many single ballots came by each way; counted once, as ``result`` is."""
        return dict(Counter(ballot.way for ballot in self.ballots.values()))

    @cached_property
    def keyed_in_by(self) -> frozenset[str]:
        """The names of all who keyed in a count or a ballot; gathered once, as ``result`` is."""
        named = (entry.by for entry in (*self.counts, *self.ballots.values()))
        return frozenset(name for name in named if name)

    def count_ahead(self) -> None:
        """Work out, in whichever thread this is called, what a round that is over will be asked for."""
        if self.round.state in {"closed", "published"}:
            _counted = self.result, self.spent, self.ways, self.keyed_in_by

    def settled(self) -> Self:
        """Return the book with nothing noted as touched."""
        return replace(self, touched=frozenset())

    def fact(self, key: Key) -> Fact | None:
        """Return what stands under a key of this round, or None."""
        table, name = key
        if table == "rounds":
            return self.round
        own_id = name.partition(":")[2]
        return self.ballots.get(own_id) if table == "ballots" else self.counts.get(own_id)

    def facts(self) -> Iterator[tuple[Key, Fact]]:
        """Yield the round, its ballots and its counts with their keys."""
        yield ("rounds", self.round.id), self.round
        for voter, ballot in self.ballots.items():
            yield ("ballots", f"{self.round.id}:{voter}"), ballot
        for entry in self.counts:
            yield ("counts", f"{self.round.id}:{entry.id}"), entry

    def ballot_dots(self) -> dict[PosterId, dict[CriterionKey, int]]:
        """Return the dots of all ballots by poster and criterion, of those that are here only as sums as well."""
        summed = self.round.summed
        sums: dict[PosterId, dict[CriterionKey, int]] = {}
        for dots in (*(b.allocation.dots for b in self.ballots.values()), summed.dots if summed else {}):
            for poster, placed in dots.items():
                by_criterion = sums.setdefault(poster, {})
                for key, n in placed.items():
                    by_criterion[key] = by_criterion.get(key, 0) + n
        return sums

    def standing_counts(self) -> dict[tuple[str, str], int]:
        """Return the count that stands for each (poster, criterion) that has one."""
        last = {(entry.poster, entry.criterion): entry.count for entry in self.counts}
        return {cell: count for cell, count in last.items() if count is not None}


@lru_cache(maxsize=_KEPT)
def _unpacked(packed: bytes) -> Book:
    return Book(*pickle.loads(packed))  # noqa: S301 - a part of what is being unpickled already
