"""The ballot as a phone shows it: its posters in order, a cell for each criterion, and the dots that are left."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from workshop_tool.domain.fact import PosterId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.resuming import resume_code
from workshop_tool.site.voters import Voter

NO_LIMIT = 100
"""Most dots of one criterion on one poster where the round sets no limit."""


@dataclass(frozen=True)
class Cell:
    """How many dots of one criterion lie on one poster, and how many may."""

    criterion: Criterion
    name: str
    """What the form calls it."""
    dots: int
    most: int


@dataclass(frozen=True)
class Row:
    """One poster of the ballot."""

    poster: Poster
    number: int
    title: str
    cells: tuple[Cell, ...]
    groups: tuple[str, ...]
    """Who made it, where their members give it no dots; empty where they may."""
    own: bool
    """Whether this voter is one of them."""

    @property
    def chosen(self) -> bool:
        """Whether a dot lies on it."""
        return any(cell.dots for cell in self.cells)


@dataclass(frozen=True)
class Purse:
    """The dots of one criterion that the voter has; ``dots`` is None where the round hands out no fixed number."""

    criterion: Criterion
    dots: int | None
    left: int | None
    most: int
    """How many may lie on one poster."""


@dataclass(frozen=True)
class BallotSheet:
    """Everything that a page shows of one device's ballot."""

    round: Round
    revision: int
    receipt: str
    purses: tuple[Purse, ...]
    rows: tuple[Row, ...]
    group: str | None
    sector: str
    resume: str
    """The code with which this voter goes on elsewhere; empty without a ballot and in a round with cards."""

    @property
    def chosen(self) -> tuple[Row, ...]:
        """The posters on which a dot lies."""
        return tuple(row for row in self.rows if row.chosen)

    @property
    def spent(self) -> bool:
        """Whether no dot is left."""
        return all(purse.left is not None and purse.left <= 0 for purse in self.purses)


def ballot_sheet(
    workshop: Workshop, round_: Round, voter: Voter, ballot: Ballot | None, typed: Allocation | None = None
) -> BallotSheet:
    """Lay out a voter's ballot; ``typed`` dots that were refused are shown instead of the saved ones."""
    placed = typed or (ballot.allocation if ballot else Allocation())
    plan = workshop.plan
    posters = [poster for poster_id in order_of(round_, voter.device) if (poster := plan.posters.get(poster_id))]
    return BallotSheet(
        round=round_,
        revision=ballot.revision if ballot else 0,
        receipt=ballot.receipt if ballot else "",
        purses=tuple(_purse(round_, criterion, placed) for criterion in round_.asked),
        rows=tuple(_row(plan, round_, voter, poster, placed) for poster in posters),
        group=voter.group,
        sector=voter.sector,
        resume=resume_code(workshop, round_, ballot) if ballot else "",
    )


def order_of(round_: Round, device: str) -> tuple[PosterId, ...]:
    """Return the posters in the order in which a device shows them: the list's, or one of its own that stays."""
    if round_.poster_order == "list":
        return round_.posters
    posters = list(round_.posters)
    random.Random(f"{device} {round_.id}").shuffle(posters)
    return tuple(posters)


def dots_in(round_: Round, form: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Return the dots that a form without script sent, by poster and criterion.

    Raises:
        ValueError: a cell holds something else than a number.
    """
    return {
        poster: {
            criterion.key: int(form.get(_name(row, column)) or "0") for column, criterion in enumerate(round_.criteria)
        }
        for row, poster in enumerate(round_.posters)
    }


def _purse(round_: Round, criterion: Criterion, placed: Allocation) -> Purse:
    dots = round_.dots.get(criterion.key)
    return Purse(
        criterion, dots, None if dots is None else dots - placed.spent(criterion.key), _most(round_, criterion)
    )


def _row(plan: Plan, round_: Round, voter: Voter, poster: Poster, placed: Allocation) -> Row:
    groups = () if round_.own_poster else tuple(sorted({str(group) for group in poster.groups.values()}))
    number, title = plan.area_of(poster).number, plan.title_of(poster)
    return Row(poster, number, title, _cells(round_, poster, placed), groups, own=voter.group in groups)


def _cells(round_: Round, poster: Poster, placed: Allocation) -> tuple[Cell, ...]:
    row = round_.posters.index(poster.id)
    return tuple(
        Cell(criterion, _name(row, column), placed.of(poster.id, criterion.key), _most(round_, criterion))
        for column, criterion in enumerate(round_.criteria)
        if criterion in round_.asked
    )


def _most(round_: Round, criterion: Criterion) -> int:
    limits = (round_.most_per_poster, round_.dots.get(criterion.key), NO_LIMIT)
    return min(limit for limit in limits if limit is not None)


def _name(row: int, column: int) -> str:
    """Name a cell by its place, which opening the round fixed: an id may hold anything."""
    return f"dots-{row}-{column}"
