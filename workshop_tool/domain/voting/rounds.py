"""A round of dot voting: its settings, its list of posters and its state."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from workshop_tool.domain.fact import CriterionKey, Fact, Item, Line, Name, PosterId
from workshop_tool.domain.voting.ballots import BallotSums
from workshop_tool.domain.voting.criteria import CRITERIA, Criteria, Criterion

RoundState = Literal["prepared", "open", "closed", "published"]
TieRule = Literal["shared rank", "other criterion", "run-off", "facilitator decides"]
Voters = Literal["open", "card"]
"""``open``: every device that joined has a ballot. ``card``: every printed card has one, on whichever device."""
PosterOrder = Literal["list", "random"]
"""``random``: in an order of its own on each device, so that no poster profits from standing first."""
Dots = Annotated[int, Field(ge=0, le=100)]


class TieDecision(Fact):
    """An order that the facilitator gave to posters with equal dots, and why."""

    criterion: CriterionKey
    posters: tuple[PosterId, ...]
    """The first is the best."""
    reason: Name


class SectorVoters(Fact):
    """One line of a breakdown: how many of a sector placed a dot of each criterion on each poster."""

    sectors: tuple[Line, ...]
    """One sector, or several that were put together because one alone would have been too few."""
    voters: Annotated[int, Field(ge=0)]
    cells: dict[PosterId, dict[CriterionKey, int | None]] = {}  # noqa: RUF012 - pydantic copies defaults
    """Number of voters; None where it is suppressed."""


class Breakdown(Fact):
    """Voters by sector, with every cell suppressed that could be traced to fewer than five of them."""

    rows: tuple[SectorVoters, ...]


class Round(Item):
    """Settings are chosen before opening; opening fixes the list of posters."""

    name: Name
    criteria: Criteria = CRITERIA
    dots: dict[CriterionKey, Dots | None] = {CRITERIA[0].key: 3, CRITERIA[1].key: 1}  # noqa: RUF012
    """Dots per person and criterion; None where it is not known (a paper vote of the past)."""
    most_per_poster: Annotated[int, Field(ge=1)] | None = None
    """Most dots of one criterion that one voter may place on one poster; None = no limit but the dots themselves."""
    tie_rule: TieRule = "shared rank"
    decisions: tuple[TieDecision, ...] = ()
    """Ties that the facilitator decided, under that rule."""
    voters: Voters = "open"
    own_poster: bool = True
    """Whether a voter who gave a group may place dots on a poster of that group."""
    poster_order: PosterOrder = "list"
    only: tuple[PosterId, ...] = ()
    """The posters it was prepared for, as a run-off is; empty: all there are when it opens."""
    follows: str | None = None
    """Id of the round that it repeats, or whose tie it decides."""
    posters: tuple[PosterId, ...] = ()
    """In list order; empty until the round opens."""
    state: RoundState = "prepared"
    present: Annotated[int, Field(ge=0)] | None = None
    """How many could have voted; None where nobody counted."""
    key: str | None = None
    """Secret (hex) that turns a device's token into a voter key; dropped when the round is published."""
    opened_at: dt.datetime | None = None
    closing_at: dt.datetime | None = None
    """When it closes, once the facilitator has said so: phones have until then to send what they hold."""
    published_at: dt.datetime | None = None
    late: tuple[str, ...] = ()
    """Voter keys of ballots that came after the close; dropped when the round is published."""
    late_count: Annotated[int, Field(ge=0)] = 0
    """How many those were, once it is published."""
    breakdown: Breakdown | None = None
    """Voters by sector, made when the round is published; nothing in it leads to fewer than five."""
    summed: BallotSums | None = None
    """Ballots that are here only as sums: where voters by sector are told, single ballots leave no file."""
    note: Line = ""

    @property
    def asked(self) -> tuple[Criterion, ...]:
        """The criteria that there are dots for: one with 0 dots, as in a run-off, is on no ballot and in no result."""
        return tuple(one for one in self.criteria if self.dots.get(one.key) != 0) or self.criteria

    def criterion(self, key: str) -> Criterion:
        """Return one of the round's criteria, or raise KeyError."""
        return {str(criterion.key): criterion for criterion in self.criteria}[key]


class CountEntry(Item):
    """Dots counted off a paper poster, or a correction of it; of several entries for one cell the last one stands."""

    poster: PosterId
    criterion: CriterionKey
    count: Annotated[int, Field(ge=0, le=100_000)] | None
    """None takes an earlier count back: not entered again, which is not zero."""
    by: Line = ""
    reason: Line = ""
