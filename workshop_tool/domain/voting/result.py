"""The result of a round: totals, ranks, the priority-feasibility matrix and the turnout. Not entered is not zero."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_tool.domain.fact import PosterId
from workshop_tool.domain.voting.rounds import Round

if TYPE_CHECKING:
    from workshop_tool.domain.voting.book import Book


@dataclass(frozen=True)
class Row:
    """One poster's result; dots and ranks by criterion key, None where nothing was entered."""

    poster: str
    dots: dict[str, int | None]
    ranks: dict[str, int | None]


@dataclass(frozen=True)
class Point:
    """A poster in the matrix: shares (0 to 1) of the most dots that any poster got for each of the two criteria."""

    poster: str
    wanted: float
    feasible: float

    @property
    def wanted_but_hard(self) -> bool:
        """Whether it got at least half of the most priority dots, but less than half of the most feasibility dots."""
        return self.wanted >= 0.5 > self.feasible  # noqa: PLR2004 - the midlines of the matrix


@dataclass(frozen=True)
class Turnout:
    """How many voted and by which way; ``present`` is None where nobody counted."""

    phone: int
    paper: int
    present: int | None

    @property
    def voted(self) -> int:
        """Everybody whose ballot is in; dots counted off posters name no voters."""
        return self.phone + self.paper


@dataclass(frozen=True)
class Result:
    """All there is to say about a round once it is counted."""

    round: Round
    rows: tuple[Row, ...]
    """In list order."""
    turnout: Turnout
    totals: dict[str, int | None]
    """All dots by criterion key; None where no poster has any entered."""

    def ranked(self, criterion: str) -> tuple[Row, ...]:
        """Return the rows by rank; those without a count last, in list order."""
        unranked = len(self.rows) + 1
        return tuple(sorted(self.rows, key=lambda row: row.ranks[criterion] or unranked))

    def leaders(self, criterion: str) -> tuple[Row, ...]:
        """Return all rows that share the first rank with at least one dot."""
        return tuple(row for row in self.rows if row.ranks[criterion] == 1 and row.dots[criterion])

    def matrix(self) -> tuple[Point, ...]:
        """Return the posters that have both a priority and a feasibility count, as shares of the most dots."""
        wanted, feasible = (criterion.key for criterion in self.round.criteria[:2])
        most = {key: max((row.dots[key] or 0 for row in self.rows), default=0) or 1 for key in (wanted, feasible)}
        return tuple(
            Point(row.poster, (row.dots[wanted] or 0) / most[wanted], (row.dots[feasible] or 0) / most[feasible])
            for row in self.rows
            if row.dots[wanted] is not None and row.dots[feasible] is not None
        )


def turnout(book: "Book") -> Turnout:
    """Count the ballots by the way they came; the only thing to show while the round is open."""
    paper = book.ways.get("paper", 0)
    phone = len(book.ballots) - paper
    if summed := book.round.summed:
        phone, paper = phone + summed.phone, paper + summed.paper
    return Turnout(phone=phone, paper=paper, present=book.round.present)


def count(book: "Book") -> Result:
    """Count a round: ballots and counts off paper posters together."""
    dots = _dots(book)
    ranks = {c.key: _ranks(book.round, dots, c.key) for c in book.round.criteria}
    rows = tuple(
        Row(
            poster=poster,
            dots={c.key: dots[poster, c.key] for c in book.round.criteria},
            ranks={c.key: ranks[c.key][poster] for c in book.round.criteria},
        )
        for poster in book.round.posters
    )
    totals: dict[str, int | None] = {c.key: _total([row.dots[c.key] for row in rows]) for c in book.round.criteria}
    return Result(round=book.round, rows=rows, turnout=turnout(book), totals=totals)


def _dots(book: "Book") -> dict[tuple[str, str], int | None]:
    """Sum up each cell; a cell is None where there is neither a ballot in the round nor a count for it."""
    counts, has_ballots = book.standing_counts(), bool(book.ballots or book.round.summed)
    asked = book.round.asked
    dots: dict[tuple[str, str], int | None] = {}
    for poster in book.round.posters:
        for criterion in book.round.criteria:
            cell = (poster, criterion.key)
            dots[cell] = counts.get(cell, 0 if has_ballots and criterion in asked else None)
    for poster, placed in book.ballot_dots().items():
        for key, n in placed.items():
            dots[poster, key] = (dots[poster, key] or 0) + n
    return dots


def _ranks(round_: Round, dots: dict[tuple[str, str], int | None], key: str) -> dict[str, int | None]:
    """Rank as in sport: 1, 1, 3. The rule for ties may part those who are level."""
    own = {poster: n for poster in round_.posters if (n := dots[poster, key]) is not None}
    decided = _decided(round_, own, key)
    others = [c.key for c in round_.criteria if c.key != key] if round_.tie_rule == "other criterion" else []
    scores = {
        poster: (n, decided.get(poster, 0), *(dots[poster, other] or 0 for other in others))
        for poster, n in own.items()
    }
    return {
        poster: 1 + sum(score > scores[poster] for score in scores.values()) if poster in scores else None
        for poster in round_.posters
    }


def _decided(round_: Round, own: dict[PosterId, int], key: str) -> dict[PosterId, int]:
    """Return by how much the facilitator put posters ahead; a decision counts while exactly those posters are level."""
    if round_.tie_rule != "facilitator decides":
        return {}
    ahead: dict[PosterId, int] = {}
    for decision in round_.decisions:
        level = {own.get(poster) for poster in decision.posters}
        tied = {poster for poster, n in own.items() if {n} == level}
        if decision.criterion == key and tied == set(decision.posters):
            ahead |= {poster: -place for place, poster in enumerate(decision.posters)}
    return ahead


def _total(cells: list[int | None]) -> int | None:
    entered = [cell for cell in cells if cell is not None]
    return sum(entered) if entered else None
