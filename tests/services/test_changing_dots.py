"""Dots per person changed while the room votes: more at once, fewer only where no placed dot is lost."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, a_ballot, a_plan, a_round, a_session, an_open_book, publish, start_round, vote
from workshop_tool.domain.voting.casting import TooManyDots, check_allocation
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.changing_dots import NotWhileOpen, OverNewLimit, change_dots, finished
from workshop_tool.services.session import WorkshopSession


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give a workshop of three posters in which a round is open."""
    session = a_session(tmp_path)
    start_round(session)
    yield session
    session.close()


def give(session: WorkshopSession, dots: int, criterion: str = "priority") -> None:
    """Give everybody another number of dots."""
    session.act(partial(change_dots, round_id="r1", criterion=criterion, dots=dots, now=NOW)).result()


def test_more_dots_may_be_placed_at_once(session: WorkshopSession) -> None:
    """A fourth one is refused before and taken behind; the log says so."""
    with pytest.raises(TooManyDots):
        vote(session, "a", {"p1": {"priority": 4}})
    give(session, 4)
    vote(session, "a", {"p1": {"priority": 4}})
    assert session.current.log[-1].text == "Dots per person in Dot voting, Priority: 4 instead of 3"


def test_fewer_than_somebody_placed_are_refused_and_nothing_changes(session: WorkshopSession) -> None:
    """No placed dot is taken away."""
    vote(session, "a", {"p1": {"priority": 2}})
    with pytest.raises(OverNewLimit):
        give(session, 1)
    assert session.current.book("r1").round.dots["priority"] == 3  # type: ignore[index]
    give(session, 2)
    assert session.current.book("r1").round.dots["priority"] == 2  # type: ignore[index]


def test_a_round_that_is_published_keeps_its_dots(session: WorkshopSession) -> None:
    """What was counted was counted under these rules."""
    publish(session, "r1")
    with pytest.raises(NotWhileOpen):
        give(session, 5)


@given(
    st.lists(st.dictionaries(st.sampled_from(["p1", "p2", "p3"]), st.integers(0, 3)), max_size=5),
    st.integers(0, 8),
)
def test_every_ballot_keeps_the_rules_after_any_change(ballots: list[Mapping[str, int]], dots: int) -> None:
    """Either the change is refused, or each ballot there is would be taken again."""
    book = an_open_book(dots={"priority": 9, "feasibility": 1})
    for n, placed in enumerate(ballots):
        book = book.with_ballot(a_ballot(f"v{n}", {poster: {"priority": count} for poster, count in placed.items()}))
    workshop = Workshop(a_plan(posters=3)).with_book(book)
    over = any(ballot.allocation.spent("priority") > dots for ballot in book.ballots.values())
    if over:
        with pytest.raises(OverNewLimit):
            change_dots(workshop, "r1", "priority", dots, NOW)
        return
    changed, _done = change_dots(workshop, "r1", "priority", dots, NOW)
    for ballot in changed.book("r1").ballots.values():
        check_allocation(changed.book("r1").round, ballot.allocation)


def test_who_has_no_dot_left_has_finished() -> None:
    """Whatever they chose; a cap on one poster may leave dots that nobody can place."""
    book = an_open_book()
    book = book.with_ballot(a_ballot("a", {"p1": {"priority": 3, "feasibility": 1}}))
    book = book.with_ballot(a_ballot("b", {"p1": {"priority": 3}}))
    assert finished(book) == 1
    capped = an_open_book(posters=1, most_per_poster=1).with_ballot(
        a_ballot("a", {"p1": {"priority": 1, "feasibility": 1}})
    )
    assert finished(capped) == 1


def test_where_dots_are_unknown_nobody_is_told_to_have_finished() -> None:
    """A paper vote of the past."""
    assert finished(an_open_book(dots={"priority": None, "feasibility": 1})) is None


def test_before_opening_the_rules_are_the_place() -> None:
    """The sentence says so."""
    workshop = Workshop(a_plan(posters=1)).with_book(an_open_book().with_round(a_round()))
    with pytest.raises(NotWhileOpen):
        change_dots(workshop, "r1", "priority", 4, NOW)
