"""Workshops with an open round and as many ballots as wanted: what the benches of the store work on.

A device casts again and again with a higher revision, so that the number of ballots stays what it is.
"""

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from tests.builders import NOW, a_plan, a_round
from workshop_tool.domain.documents import Document, document
from workshop_tool.domain.plan import Key
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import voting
from workshop_tool.services.opening import save_new
from workshop_tool.store.journal import encode

POSTERS = 12
MANY = 10_000

_revisions = count(2)


def save_round(folder: Path, ballots: int) -> Path:
    """Save a workshop with an open round in which this many phones have voted."""
    workshop = Workshop(a_plan(areas=POSTERS, posters=POSTERS))
    posters = tuple(poster.id for poster in workshop.plan.posters)
    round_ = a_round("r", state="open", key="5a" * 32, posters=posters, opened_at=NOW)
    book = Book(round_)
    for ballot in _ballots(book, ballots):
        book = book.with_ballot(ballot)
    path = folder / f"{ballots}-ballots.workshop.json"
    save_new(workshop.with_book(book), path)
    return path


def ballot_documents(ballots: int) -> list[Document]:
    """Return the documents of so many ballots, as the store is given them."""
    book = Book(a_round("r", key="5a" * 32))
    return [document(ballot) or {} for ballot in _ballots(book, ballots)]


def ballot_change() -> dict[Key, Document | None]:
    """Return one ballot as a change to commit."""
    ballot = ballot_documents(1)[0]
    return {("ballots", f"r:{ballot['voter']}"): ballot}


def record_size() -> int:
    """Return how many bytes one ballot is in the journal."""
    return len(encode(MANY, ballot_change()))


def dots(device: int) -> dict[str, dict[str, int]]:
    """Return three priority dots on three posters and a feasibility dot on one of them."""
    first, second, third = (f"p{1 + (device + step) % POSTERS}" for step in range(3))
    return {first: {"priority": 1, "feasibility": 1}, second: {"priority": 1}, third: {"priority": 1}}


def vote(device: int) -> partial[tuple[Workshop, Ballot]]:
    """Return the action that casts one more ballot of a device."""
    return partial(
        voting.cast_ballot, round_id="r", token=f"device {device}", dots=dots(device), revision=next(_revisions)
    )


def _ballots(book: Book, ballots: int) -> Iterator[Ballot]:
    for device in range(ballots):
        allocation = Allocation.model_validate({"dots": dots(device)})
        voter = voting.voter_key(book.round, f"device {device}")
        yield Ballot(voter=voter, allocation=allocation, receipt="7K3M")
