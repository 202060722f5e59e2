"""Equal dots: shared, decided by the facilitator with a reason, or run off; and the same vote again."""

import pytest
from pydantic import ValidationError

from tests.builders import NOW, a_ballot, a_count, an_open_book
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.steps import WrongStep
from workshop_tool.domain.voting.ties import (
    NotForTheFacilitator,
    NothingTied,
    NotTied,
    decide,
    leading_tie,
    rerun_of,
    run_off_of,
    ties_of,
    undecided_ties,
)


def a_tied_book(state: str = "closed", rule: str = "facilitator decides") -> Book:
    """Return a round in which p1 to p3 have four priority dots each, and p4 one."""
    book = an_open_book(4, state=state, tie_rule=rule, published_at=NOW if state == "published" else None)
    for n, dots in enumerate((4, 4, 4, 1), start=1):
        book = book.with_count(a_count(f"p{n}", "priority", dots))
    return book


def ranks(book: Book) -> list[int | None]:
    """Return the places by priority in list order."""
    return [row.ranks["priority"] for row in book.result.rows]


def test_a_decision_parts_those_who_are_level() -> None:
    """Three firsts become first, second and third."""
    decided = decide(a_tied_book(), "priority", ("p3", "p1", "p2"), "It can start this year")
    assert ranks(decided) == [2, 3, 1, 4]
    assert undecided_ties(decided) == ()


def test_a_second_decision_takes_the_place_of_the_first() -> None:
    """The facilitator may think again before publishing."""
    decided = decide(a_tied_book(), "priority", ("p3", "p1", "p2"), "First thought")
    again = decide(decided, "priority", ("p1", "p2", "p3"), "Second thought")
    assert [each.reason for each in again.round.decisions] == ["Second thought"]
    assert ranks(again) == [1, 2, 3, 4]


def test_a_decision_counts_only_while_those_posters_are_level() -> None:
    """A count that is corrected afterwards speaks for itself, and for one who joins the tie nobody has decided."""
    decided = decide(a_tied_book(), "priority", ("p3", "p1", "p2"), "It can start this year")
    assert ranks(decided.with_count(a_count("p1", "priority", 9))) == [1, 2, 2, 4]
    assert ranks(decided.with_count(a_count("p4", "priority", 4))) == [1, 1, 1, 1]


@pytest.mark.parametrize("posters", [("p1", "p2"), ("p1", "p2", "p4"), ("p1", "p1", "p2"), ()])
def test_only_a_whole_tie_is_decided(posters: tuple[str, ...]) -> None:
    """Not part of one, and nobody who is not level."""
    with pytest.raises(NotTied):
        decide(a_tied_book(), "priority", posters, "Because")


def test_a_decision_needs_a_reason_and_the_rule() -> None:
    """The record prints why; and the rule was chosen before the vote."""
    with pytest.raises(ValidationError):
        decide(a_tied_book(), "priority", ("p1", "p2", "p3"), " ")
    with pytest.raises(NotForTheFacilitator):
        decide(a_tied_book(rule="shared rank"), "priority", ("p1", "p2", "p3"), "Because")


@pytest.mark.parametrize("state", ["open", "published"])
def test_ties_are_decided_between_closing_and_publishing(state: str) -> None:
    """While it is open nobody may see what ties; once published the result stands."""
    with pytest.raises(WrongStep):
        decide(a_tied_book(state), "priority", ("p1", "p2", "p3"), "Because")


def test_posters_without_dots_are_no_tie() -> None:
    """Nothing placed, nothing to decide."""
    book = an_open_book(2, state="closed").with_count(a_count("p1", "priority", 0))
    assert ties_of(book.with_count(a_count("p2", "priority", 0))) == ()


def test_a_run_off_is_between_the_leaders_with_one_dot_each() -> None:
    """It follows the round whose tie it decides, under the same rules."""
    book = a_tied_book("published", "run-off")
    run_off = run_off_of(book, "priority", "r2", "Run-off")
    assert (run_off.only, run_off.follows, run_off.state) == (("p1", "p2", "p3"), "r1", "prepared")
    assert run_off.dots == {"priority": 1, "feasibility": 0}


def test_a_run_off_asks_and_tells_nothing_of_the_other_criterion() -> None:
    """Nobody had a dot for it: that is not a result of zero."""
    run_off = run_off_of(a_tied_book("published", "run-off"), "priority", "r2", "Run-off")
    assert [criterion.key for criterion in run_off.asked] == ["priority"]
    voted = Book(run_off.revised(state="open", posters=run_off.only)).with_ballot(
        a_ballot("v", {"p1": {"priority": 1}})
    )
    assert [row.dots["priority"] for row in voted.result.rows] == [1, 0, 0]
    assert {row.dots["feasibility"] for row in voted.result.rows} == {None}
    assert voted.result.totals == {"priority": 1, "feasibility": None}


def test_a_round_without_any_dots_still_asks_something() -> None:
    """Odd, but no page may break over it."""
    assert len(a_tied_book().round.revised(dots={"priority": 0, "feasibility": 0}).asked) == 2


def test_a_run_off_is_offered_once() -> None:
    """Under its rule, while nobody prepared it."""
    book = a_tied_book("published", "run-off")
    tie = leading_tie(book, [])
    assert tie is not None
    assert tie.posters == ("p1", "p2", "p3")
    assert leading_tie(book, [Book(run_off_of(book, "priority", "r2", "Run-off"))]) is None
    assert leading_tie(a_tied_book("published", "shared rank"), []) is None


def test_one_leader_needs_no_run_off() -> None:
    """Nothing is prepared that nobody needs."""
    ahead = a_tied_book("published", "run-off").with_count(a_count("p1", "priority", 9))
    with pytest.raises(NothingTied):
        run_off_of(ahead, "priority", "r2", "Run-off")


def test_a_rerun_has_the_rules_and_nothing_else() -> None:
    """Neither key nor posters nor result of the earlier round."""
    book = an_open_book(state="closed", most_per_poster=2, voters="card", own_poster=False, late=("x",))
    again = rerun_of(book, "r2", "Again")
    assert (again.most_per_poster, again.voters, again.own_poster, again.follows) == (2, "card", False, "r1")
    assert (again.key, again.posters, again.late, again.state) == (None, (), (), "prepared")


def test_a_round_that_runs_is_not_repeated() -> None:
    """It is closed first."""
    with pytest.raises(WrongStep):
        rerun_of(an_open_book(), "r2", "Again")
