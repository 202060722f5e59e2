"""A round goes prepared, open, closed, published; only closing can be taken back."""

from collections.abc import Callable

import pytest

from tests.builders import NOW, a_ballot, a_round, an_open_book
from workshop_tool.domain.fact import PosterId
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.casting import cast
from workshop_tool.domain.voting.steps import (
    NothingToVoteOn,
    WrongStep,
    close_round,
    open_round,
    publish_round,
    reopen_round,
)

POSTERS = (PosterId("p1"), PosterId("p2"))
STEPS: dict[str, Callable[[Book], Book]] = {
    "open": lambda book: open_round(book, posters=POSTERS, key="ab", now=NOW),
    "close": close_round,
    "reopen": reopen_round,
    "publish": lambda book: publish_round(book, sealed=[], now=NOW),
}
ALLOWED = {("prepared", "open"), ("open", "close"), ("closed", "reopen"), ("closed", "publish")}
STATES = ("prepared", "open", "closed", "published")


@pytest.mark.parametrize(
    ("state", "step"), [(state, step) for state in STATES for step in STEPS if (state, step) not in ALLOWED]
)
def test_every_other_step_is_refused(state: str, step: str) -> None:
    """There is no way back from published, and none around closing."""
    with pytest.raises(WrongStep):
        STEPS[step](an_open_book(2, state=state))


def test_opening_fixes_the_posters() -> None:
    """From then on everybody votes on the same list."""
    book = STEPS["open"](Book(a_round()))
    assert (book.round.state, book.round.posters, book.round.key) == ("open", POSTERS, "ab")


def test_a_round_without_posters_does_not_open() -> None:
    """An empty ballot helps nobody."""
    with pytest.raises(NothingToVoteOn):
        open_round(Book(a_round()), posters=[], key="ab", now=NOW)


def test_reopening_keeps_the_ballots() -> None:
    """Everybody may change the ballot again, nobody has to."""
    book, _ = cast(an_open_book(2), a_ballot("v", {"p1": {"priority": 1}}))
    assert reopen_round(close_round(book)).ballots == book.ballots


def test_publishing_drops_the_key_and_the_voters() -> None:
    """What leads back to a device is gone, and its documents are noted for removal."""
    book, _ = cast(an_open_book(2), a_ballot("v", {"p1": {"priority": 1}}))
    sealed = [a_ballot("random", {"p1": {"priority": 1}})]
    book = publish_round(close_round(book).settled(), sealed=sealed, now=NOW)
    assert book.round.key is None
    assert list(book.ballots) == ["random"]
    assert {("ballots", "r1:v"), ("ballots", "r1:random"), ("rounds", "r1")} == book.touched
