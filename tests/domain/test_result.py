"""The result: ranks as in sport, shares for the matrix, and a blank that never turns into a zero."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_ballot, a_count, an_open_book
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.casting import cast
from workshop_tool.domain.voting.result import count, turnout

Cells = Sequence[int | None]
BLUE: Cells = (9, 5, 5, None, 2, 7, None, 4, 1)
GREEN: Cells = (None, 3, None, 2, None, 0, None, 5, 1)
"""Nine posters of a paper vote, with blanks: 33 blue and 11 green dots."""


def a_counted_book(blue: Cells, green: Cells = (), **settings: object) -> Book:
    """Return a closed book with counts per poster; None leaves a cell blank."""
    book = an_open_book(len(blue), state="closed", present=None, **settings)
    for criterion, cells in (("priority", blue), ("feasibility", green)):
        for n, dots in enumerate(cells, start=1):
            book = book if dots is None else book.with_count(a_count(f"p{n}", criterion, dots))
    return book


def ranks(book: Book, criterion: str = "priority") -> list[int | None]:
    """Return the ranks in list order."""
    return [row.ranks[criterion] for row in count(book).rows]


def test_equal_posters_share_a_rank_and_the_next_rank_is_skipped() -> None:
    """As in sport: 1, 2, 2, 4."""
    assert ranks(a_counted_book((9, 5, 5, 2))) == [1, 2, 2, 4]


def test_the_other_criterion_may_part_those_who_are_level() -> None:
    """Under that rule feasibility decides between two fives, and a blank is no help."""
    book = a_counted_book((9, 5, 5, 5), (0, None, 3, 1), tie_rule="other criterion")
    assert ranks(book) == [1, 4, 2, 3]


def test_level_in_both_criteria_stays_level() -> None:
    """The rule parts nobody by the order of the list."""
    assert ranks(a_counted_book((5, 5), (1, 1), tie_rule="other criterion")) == [1, 1]


def test_a_blank_has_no_rank_and_no_number() -> None:
    """What was not entered is None, and stands behind a counted zero."""
    result = count(a_counted_book((None, 0, 3)))
    assert [(row.dots["priority"], row.ranks["priority"]) for row in result.rows] == [(None, None), (0, 2), (3, 1)]
    assert [row.poster for row in result.ranked("priority")] == ["p3", "p2", "p1"]


def test_a_count_taken_back_is_blank_again() -> None:
    """A correction to "not entered" is no zero."""
    book = a_counted_book((4, 2)).with_count(a_count("p1", "priority", None))
    assert count(book).rows[0].dots["priority"] is None


def test_totals_add_up_what_was_entered() -> None:
    """33 blue and 11 green dots over nine posters, blanks and all."""
    assert count(a_counted_book(BLUE, GREEN)).totals == {"priority": 33, "feasibility": 11}


def test_nothing_entered_has_no_total() -> None:
    """No votes yet is not "zero votes"."""
    result = count(a_counted_book((None, None)))
    assert result.totals == {"priority": None, "feasibility": None}
    assert result.leaders("priority") == ()


def test_the_matrix_shows_posters_that_have_both_counts() -> None:
    """A poster without a feasibility count has no place to stand."""
    points = count(a_counted_book(BLUE, GREEN)).matrix()
    assert [point.poster for point in points] == ["p2", "p6", "p8", "p9"]
    assert (points[1].wanted, points[1].feasible) == (7 / 9, 0.0)
    assert [point.poster for point in points if point.wanted_but_hard] == ["p6"]


def test_ballots_and_counts_are_added_up() -> None:
    """Phones and the paper poster are one vote."""
    book, _ = cast(an_open_book(2), a_ballot("v", {"p1": {"priority": 2, "feasibility": 1}}))
    book = book.with_count(a_count("p1", "priority", 4))
    assert [row.dots for row in count(book).rows] == [
        {"priority": 6, "feasibility": 1},
        {"priority": 0, "feasibility": 0},
    ]


def test_leaders_share_the_first_rank() -> None:
    """Two winners are two winners; nobody leads with nothing."""
    assert [row.poster for row in count(a_counted_book((3, 3, 1))).leaders("priority")] == ["p1", "p2"]
    assert count(a_counted_book((0, 0))).leaders("priority") == ()


def test_the_turnout_counts_ballots_by_their_way() -> None:
    """Dots counted off posters name no voters."""
    book, _ = cast(an_open_book(2), a_ballot("v", {}))
    book, _ = cast(book, a_ballot("paper:1", {}).revised(way="paper"))
    shown = turnout(book.with_count(a_count("p1", "priority", 4)))
    assert (shown.phone, shown.paper, shown.voted, shown.present) == (1, 1, 2, 12)


@given(st.lists(st.none() | st.integers(0, 9), min_size=1, max_size=12))
def test_a_rank_is_one_more_than_those_ahead(cells: list[int | None]) -> None:
    """Whatever the dots, and only those who have a count are ranked."""
    entered = [cell for cell in cells if cell is not None]
    expected = [None if cell is None else 1 + sum(other > cell for other in entered) for cell in cells]
    assert ranks(a_counted_book(cells)) == expected


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_the_order_of_ballots_does_not_matter(order: tuple[int, ...]) -> None:
    """Who voted first has no weight."""
    ballots = [a_ballot(f"v{n}", {f"p{n + 1}": {"priority": n + 1}}) for n in range(3)]
    book = an_open_book(3)
    for n in order:
        book, _ = cast(book, ballots[n])
    assert [row.dots["priority"] for row in count(book).rows] == [1, 2, 3]


def test_a_book_is_counted_once_and_anew_after_a_ballot() -> None:
    """Every page that shows a result shares one count; another ballot makes another book."""
    book = an_open_book()
    assert book.result is book.result
    assert book.with_ballot(a_ballot("v", {"p1": {"priority": 2}})).result.totals["priority"] == 2
