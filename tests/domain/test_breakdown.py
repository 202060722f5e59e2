"""Voters by sector: whoever knows all totals and can count finds out nothing about fewer than five voters."""

import random

from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.builders import a_ballot, an_open_book
from tests.domain.sector_solver import Puzzle
from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.breakdown import breakdown_of
from workshop_tool.domain.voting.rounds import Breakdown

SECTORS = ("industry", "research", "public", "")
CRITERIA = ("priority", "feasibility")


def a_book(votes: list[tuple[str, dict[str, list[int]]]], posters: int) -> Book:
    """Return a round in which each voter named a sector and placed one dot of each criterion on these posters."""
    book = an_open_book(posters=posters, dots={"priority": 100, "feasibility": 100})
    for n, (sector, placed) in enumerate(votes):
        dots: dict[str, dict[str, int]] = {}
        for criterion, chosen in placed.items():
            for poster in chosen:
                dots.setdefault(f"p{poster}", {})[criterion] = 1
        ballot = a_ballot(f"v{n}", dots)
        book = book.with_ballot(ballot.revised(sector=sector, way="paper" if n % 3 == 0 else "phone"))
    return book


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Draw a round of one to five posters, some more popular than others, and up to twelve voters of each sector."""
    liked = draw(st.lists(st.integers(0, 10), min_size=1, max_size=5))
    voters = draw(st.lists(st.integers(1, 12), min_size=1, max_size=len(SECTORS)))
    chance = random.Random(draw(st.integers(0, 2**32)))

    def chosen() -> list[int]:
        return [poster for poster, n in enumerate(liked, start=1) if chance.random() < n / 10]

    votes = [(SECTORS[at], {c: chosen() for c in CRITERIA}) for at, n in enumerate(voters) for _ in range(n)]
    return a_book(votes, len(liked))


def numbers(book: Book, told: Breakdown, criterion: str) -> list[list[int]]:
    """Count, apart from the code, what truly stands in each cell."""
    return [
        [
            sum(b.sector in row.sectors and b.allocation.of(poster, criterion) > 0 for b in book.ballots.values())
            for poster in book.round.posters
        ]
        for row in told.rows
    ]


def shown(told: Breakdown, book: Book, criterion: str) -> list[list[int | None]]:
    """Return the table as everybody sees it."""
    return [[row.cells[p][CriterionKey(criterion)] for p in book.round.posters] for row in told.rows]


@settings(max_examples=300, deadline=None)
@given(books())
def test_a_solver_that_knows_all_totals_finds_no_few_voters(book: Book) -> None:
    """No cell of one to four is shown, and none that is hidden can be worked out."""
    told = breakdown_of(book)
    event("told" if told else "nothing told")
    for criterion in CRITERIA if told else ():
        assert told is not None
        true, seen = numbers(book, told, criterion), shown(told, book, criterion)
        assert [n for row in seen for n in row if n is not None and 0 < n < 5] == []
        gaps = {
            (r, c): told.rows[r].voters for r, row in enumerate(seen) for c, number in enumerate(row) if number is None
        }
        left_of_rows = tuple(sum(true[r][c] for r2, c in gaps if r2 == r) for r in range(len(true)))
        left_of_columns = tuple(sum(true[r][c] for r, c2 in gaps if c2 == c) for c in range(len(true[0])))
        puzzle = Puzzle(left_of_rows, left_of_columns, gaps)
        found = {gap: values[0] for gap in gaps if len(values := puzzle.values_of(gap)) == 1}
        assert [gap for gap, value in found.items() if value < 5] == []


@settings(max_examples=300, deadline=None)
@given(books())
def test_what_is_hidden_in_a_line_is_five_voters_or_the_whole_line(book: Book) -> None:
    """A total less what is shown says nothing of fewer than five, but where the total itself does."""
    told = breakdown_of(book)
    for criterion in CRITERIA if told else ():
        assert told is not None
        true, seen = numbers(book, told, criterion), shown(told, book, criterion)
        rows = [list(zip(*pair, strict=True)) for pair in zip(true, seen, strict=True)]
        for line in (*rows, *zip(*rows, strict=True)):
            hidden = [number for number, view in line if view is None]
            assert not hidden or sum(hidden) >= 5 or sum(number for number, _view in line) == sum(hidden)


@given(books())
def test_every_voter_stands_in_a_line_of_at_least_five(book: Book) -> None:
    """Small sectors are put together, and nobody is left out."""
    told = breakdown_of(book)
    if told is not None:
        assert min(row.voters for row in told.rows) >= 5
        assert sum(row.voters for row in told.rows) == len(book.ballots)
        named = [sector for row in told.rows for sector in row.sectors]
        assert sorted(named) == sorted({ballot.sector for ballot in book.ballots.values()})


def everybody_on_one(**voters: int) -> Book:
    """Return a round in which so many voters of each sector put all their dots on the only poster worth it."""
    placed = {criterion: [1] for criterion in CRITERIA}
    return a_book([(sector, placed) for sector, n in voters.items() for _ in range(n)], posters=2)


def test_large_sectors_are_told_as_they_are() -> None:
    """Six and seven voters need no hiding."""
    told = breakdown_of(everybody_on_one(industry=6, research=7))
    assert told is not None
    assert [(row.sectors, row.voters, row.cells[PosterId("p1")]) for row in told.rows] == [
        (("industry",), 6, {"priority": 6, "feasibility": 6}),
        (("research",), 7, {"priority": 7, "feasibility": 7}),
    ]


def test_small_sectors_are_put_together() -> None:
    """Two and three voters are a line of five."""
    told = breakdown_of(everybody_on_one(industry=6, research=2, public=3))
    assert told is not None
    assert [(row.sectors, row.voters) for row in told.rows] == [(("industry",), 6), (("public", "research"), 5)]


def test_fewer_than_five_voters_have_no_breakdown() -> None:
    """Nor has a round in which nobody named a sector: one line would be the totals."""
    assert breakdown_of(everybody_on_one(industry=2, research=2)) is None
    assert breakdown_of(a_book([("", {"priority": [1]})] * 12, posters=2)) is None


def test_dots_of_one_voter_on_one_poster_count_once() -> None:
    """The table counts voters, not dots."""
    book = everybody_on_one(industry=5, research=5)
    for voter, ballot in book.ballots.items():
        dots = {"p1": {"priority": 3}}
        book = book.with_ballot(a_ballot(voter, dots).revised(sector=ballot.sector))
    told = breakdown_of(book)
    assert told is not None
    assert [row.cells[PosterId("p1")][CriterionKey("priority")] for row in told.rows] == [5, 5]
