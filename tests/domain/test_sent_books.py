"""Books go to the worker process with every page that is drawn: ten thousand ballots are packed and unpacked once."""

from multiprocessing.reduction import ForkingPickler
from typing import TypeVar

from tests.full_workshop import full_workshop

T = TypeVar("T")


def sent(what: T) -> T:
    """Return what another process receives."""
    received: T = ForkingPickler.loads(ForkingPickler.dumps(what))
    return received


def test_a_book_arrives_as_it_was_sent() -> None:
    """Its round, ballots, counts and result are the same there."""
    book = full_workshop(ballots=20).rounds[0]
    arrived = sent(book)
    assert (arrived, arrived.result) == (book, book.result)


def test_a_book_that_is_sent_again_is_the_one_that_is_there() -> None:
    """With another plan around it, as after each word that is typed."""
    workshop = full_workshop(ballots=20)
    first = sent(workshop)
    retitled = workshop.plan.with_particulars(workshop.plan.particulars.revised(title="Another title"))
    again = sent(workshop.with_plan(retitled))
    assert again.rounds[0] is first.rounds[0]


def test_a_ballot_more_is_another_book() -> None:
    """What was sent before is never taken for it."""
    workshop = full_workshop(ballots=20)
    book = workshop.rounds[0]
    ballot = next(iter(book.ballots.values()))
    arrived = sent(book.with_ballot(ballot.revised(voter="somebody else")))
    assert len(arrived.ballots) == len(sent(book).ballots) + 1
