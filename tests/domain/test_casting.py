"""A ballot counts once, within the rules of its round, and only while the round takes it."""

import pytest
from pydantic import ValidationError

from tests.builders import a_ballot, a_count, a_round, an_open_book
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting import casting
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.casting import cast, enter_count
from workshop_tool.domain.voting.rounds import CountEntry

BOOK = an_open_book(3)
TWO_ON_P1 = {"p1": {"priority": 2}}


@pytest.mark.parametrize(
    ("dots", "refusal"),
    [
        ({"p1": {"priority": 4}}, casting.TooManyDots),
        ({"p1": {"priority": 2}, "p2": {"priority": 2}}, casting.TooManyDots),
        ({"p1": {"feasibility": 2}}, casting.TooManyDots),
        ({"p9": {"priority": 1}}, casting.UnknownPoster),
        ({"p1": {"beauty": 1}}, casting.UnknownPoster),
    ],
)
def test_a_ballot_that_breaks_the_rules_is_refused(
    dots: dict[str, dict[str, int]], refusal: type[WorkshopProblem]
) -> None:
    """Over the budget, on a poster of another round, in a colour that is not asked: a sentence each."""
    with pytest.raises(refusal):
        cast(BOOK, a_ballot("v", dots))


def test_a_round_may_limit_dots_on_one_poster() -> None:
    """Where everybody must spread, two on one poster are too many."""
    book = an_open_book(3, most_per_poster=1)
    with pytest.raises(casting.TooManyOnOnePoster):
        cast(book, a_ballot("v", TWO_ON_P1))


def test_a_full_ballot_is_saved() -> None:
    """All dots of every colour may be placed, on one poster too."""
    book, counted = cast(BOOK, a_ballot("v", {"p1": {"priority": 3, "feasibility": 1}}))
    assert book.ballots["v"] == counted
    assert book.touched == {("ballots", "r1:v")}


@pytest.mark.parametrize("dots", [True, 1.0, -1, "1", 101, None])
def test_dots_are_whole_numbers(dots: object) -> None:
    """``true``, 1.0, "1" and negative numbers are no dots, whatever a program sends."""
    with pytest.raises(ValidationError):
        Allocation.model_validate({"dots": {"p1": {"priority": dots}}})


@pytest.mark.parametrize("revision", [True, 1.0, 0, -1, "1"])
def test_a_revision_counts_from_one(revision: object) -> None:
    """A revision that cannot be ordered is refused."""
    with pytest.raises(ValidationError):
        Ballot.model_validate({"voter": "v", "allocation": {}, "revision": revision})


def test_a_newer_ballot_replaces_and_keeps_the_receipt() -> None:
    """One voter, one ballot, one receipt."""
    book, first = cast(BOOK, a_ballot("v", TWO_ON_P1))
    book, second = cast(book, a_ballot("v", {"p2": {"priority": 1}}, revision=2).revised(receipt="other"))
    assert len(book.ballots) == 1
    assert second.receipt == first.receipt


def test_the_same_ballot_again_changes_nothing() -> None:
    """A phone that heard no answer sends again and gets the same receipt."""
    book, first = cast(BOOK, a_ballot("v", TWO_ON_P1))
    again, second = cast(book, a_ballot("v", {**TWO_ON_P1, "p2": {"priority": 0}}).revised(receipt="other"))
    assert again is book
    assert second == first


@pytest.mark.parametrize(("revision", "dots"), [(1, TWO_ON_P1), (2, {"p2": {"priority": 1}})])
def test_an_older_ballot_never_wins(revision: int, dots: dict[str, dict[str, int]]) -> None:
    """A late copy, or another ballot under the same revision, is told so."""
    book, _ = cast(BOOK, a_ballot("v", TWO_ON_P1, revision=2))
    with pytest.raises(casting.StaleBallot):
        cast(book, a_ballot("v", dots, revision=revision))


@pytest.mark.parametrize(
    ("state", "way", "refusal"),
    [
        ("prepared", "phone", casting.VotingNotOpen),
        ("prepared", "paper", casting.VotingNotOpen),
        ("closed", "phone", casting.VotingClosed),
        ("published", "phone", casting.VotingClosed),
        ("published", "paper", casting.RoundSealed),
    ],
)
def test_a_ballot_at_the_wrong_time_is_refused(state: str, way: str, refusal: type[WorkshopProblem]) -> None:
    """Before opening, after closing, after publishing: a sentence each."""
    with pytest.raises(refusal):
        cast(an_open_book(3, state=state), a_ballot("v", TWO_ON_P1).revised(way=way))


def test_paper_may_be_keyed_in_after_closing() -> None:
    """The slips are counted while people have coffee."""
    book, _ = cast(an_open_book(3, state="closed"), a_ballot("paper:1", TWO_ON_P1).revised(way="paper"))
    assert "paper:1" in book.ballots


@pytest.mark.parametrize("entry", [a_count("p9", "priority", 1), a_count("p1", "beauty", 1)])
def test_a_count_for_something_else_is_refused(entry: CountEntry) -> None:
    """Counts name posters and colours of their round."""
    with pytest.raises(casting.UnknownPoster):
        enter_count(BOOK, entry)


def test_a_count_needs_an_open_round() -> None:
    """Nothing is counted before voting starts."""
    with pytest.raises(casting.VotingNotOpen):
        enter_count(Book(a_round()), a_count("p1", "priority", 1))


def test_more_dots_than_were_handed_out_need_a_reason() -> None:
    """Twelve people with three dots placed at most 36 of them, on all posters together."""
    book = enter_count(BOOK, a_count("p1", "priority", 30))
    with pytest.raises(casting.ReasonMissing):
        enter_count(book, a_count("p2", "priority", 7))
    assert len(enter_count(book, a_count("p2", "priority", 7, reason="Two late guests")).counts) == 2


def test_a_corrected_count_is_not_added_to_the_one_it_corrects() -> None:
    """30, then 36 for the same cell, are 36."""
    book = enter_count(enter_count(BOOK, a_count("p1", "priority", 30)), a_count("p1", "priority", 36))
    assert book.standing_counts() == {("p1", "priority"): 36}


def test_a_published_result_is_corrected_only_with_a_reason() -> None:
    """What the room saw does not change quietly."""
    with pytest.raises(casting.ReasonMissing):
        enter_count(an_open_book(3, state="published"), a_count("p1", "priority", 1))
