"""The steps of a round: open, close, reopen, publish. Each is a verb from book to book."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from workshop_tool.domain.fact import PosterId
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.breakdown import breakdown_of
from workshop_tool.domain.voting.rounds import Round

MOST_LATE: Final = 2000
"""More late voters than this are not told apart: somebody is making them up."""


class NothingToVoteOn(WorkshopProblem):
    """There is no poster to vote on yet. Let a group claim a problem area first."""


class WrongStep(WorkshopProblem):
    """The round is {state}, so it cannot be {step} now. Nothing was changed."""


def open_round(book: Book, *, posters: Sequence[PosterId], key: str, now: dt.datetime) -> Book:
    """Open a prepared round on these posters; ``key`` (hex) is the secret that turns tokens into voters.

    A round that was prepared for some posters only opens on those of them that are still there.
    """
    _check_state(book, {"prepared"}, "opened")
    only = book.round.only
    standing = tuple(poster for poster in posters if not only or poster in only)
    if not standing:
        raise NothingToVoteOn
    return book.with_round(book.round.revised(state="open", posters=standing, key=key, opened_at=now))


def announce_close(book: Book, *, at: dt.datetime) -> Book:
    """Say when voting by phone ends, so that every phone can send what it holds."""
    _check_state(book, {"open"}, "closed")
    return book.with_round(book.round.revised(closing_at=at))


def close_round(book: Book) -> Book:
    """End voting by phone; paper may still be keyed in."""
    _check_state(book, {"open"}, "closed")
    return book.with_round(book.round.revised(state="closed"))


def reopen_round(book: Book) -> Book:
    """Undo the closing: everybody may change the ballot again, and nobody is late any more."""
    _check_state(book, {"closed"}, "reopened")
    return book.with_round(book.round.revised(state="open", closing_at=None, late=(), late_count=0, decisions=()))


def note_late(book: Book, voter: str) -> Book:
    """Note that a ballot of this voter came after the close; a voter is noted once, however often the phone tries."""
    round_ = book.round
    if round_.state != "closed" or voter in round_.late or len(round_.late) >= MOST_LATE:
        return book
    return book.with_round(round_.revised(late=(*round_.late, voter)))


def publish_round(book: Book, *, sealed: Sequence[Ballot], now: dt.datetime) -> Book:
    """Show the result and seal it.

    The round's key and the keys of late voters go, its ballots are those given, unlinked and shuffled, and voters by
    sector are counted before what they said of themselves is forgotten.
    """
    _check_state(book, {"closed"}, "published")
    published = book.round.revised(
        state="published",
        key=None,
        published_at=now,
        late=(),
        late_count=late_count(book.round),
        breakdown=breakdown_of(book),
    )
    return book.with_sealed_ballots(list(sealed)).with_round(published)


def late_count(round_: Round) -> int:
    """Return how many ballots came after the close, before and after publishing alike."""
    return round_.late_count + len(round_.late)


def _check_state(book: Book, states: set[str], step: str) -> None:
    if book.round.state not in states:
        raise WrongStep(state=book.round.state, step=step)
