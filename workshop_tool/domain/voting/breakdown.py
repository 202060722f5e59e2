"""Voters by sector: how many of each placed a dot on each poster, told only where no few of them can be singled out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.rounds import Breakdown, SectorVoters
from workshop_tool.domain.voting.suppression import FEWEST, Cell, cells_to_hide

if TYPE_CHECKING:
    from workshop_tool.domain.fact import CriterionKey, PosterId
    from workshop_tool.domain.voting.book import Book


@dataclass(frozen=True)
class _Line:
    """Sectors that are told of as one, and the ballots of their voters."""

    sectors: tuple[str, ...]
    ballots: tuple[Ballot, ...]

    def placed(self, poster: str, criterion: str) -> int:
        """Return how many of the voters placed at least one such dot."""
        return sum(ballot.allocation.of(poster, criterion) > 0 for ballot in self.ballots)


def breakdown_of(book: "Book") -> Breakdown | None:
    """Return the voters of a round by sector, from phones and paper ballots; None where nothing may be told.

    Sectors of fewer than five voters are put together until there are five. One line for everybody would say no more
    than the totals, and would make them its cells, so there are at least two lines or none. Whoever named no sector
    stands under "".
    """
    lines = _lines(book)
    while len(lines) > 1:
        if len(lines[0].ballots) >= FEWEST and (told := _told(book, lines)) is not None:
            return told
        merged = _Line((*lines[0].sectors, *lines[1].sectors), (*lines[0].ballots, *lines[1].ballots))
        lines = _by_size([merged, *lines[2:]])
    return None


def _lines(book: "Book") -> list[_Line]:
    """Return a line for each sector, the one of the fewest voters first."""
    by_sector: dict[str, list[Ballot]] = {}
    for ballot in book.ballots.values():
        by_sector.setdefault(ballot.sector, []).append(ballot)
    return _by_size([_Line((sector,), tuple(ballots)) for sector, ballots in by_sector.items()])


def _by_size(lines: Sequence[_Line]) -> list[_Line]:
    return sorted(lines, key=lambda line: (len(line.ballots), line.sectors))


def _told(book: "Book", lines: Sequence[_Line]) -> Breakdown | None:
    """Return these lines with their cells, some of them hidden; None where hiding does not help."""
    shown = sorted(lines, key=lambda line: min((not sector, sector) for sector in line.sectors))
    cells: list[dict[PosterId, dict[CriterionKey, int | None]]] = [{p: {} for p in book.round.posters} for _ in shown]
    for criterion in book.round.criteria:
        table = [[line.placed(poster, criterion.key) for poster in book.round.posters] for line in shown]
        hidden = cells_to_hide(table, [len(line.ballots) for line in shown])
        if hidden is None:
            return None
        for row, numbers in enumerate(table):
            for column, number in enumerate(numbers):
                cell: Cell = (row, column)
                cells[row][book.round.posters[column]][criterion.key] = None if cell in hidden else number
    rows = (
        SectorVoters(sectors=_named(line.sectors), voters=len(line.ballots), cells=by_poster)
        for line, by_poster in zip(shown, cells, strict=True)
    )
    return Breakdown(rows=tuple(rows))


def _named(sectors: Sequence[str]) -> tuple[str, ...]:
    """Return the sectors by name; those who named none stand last."""
    return tuple(sorted(sectors, key=lambda sector: (not sector, sector)))
