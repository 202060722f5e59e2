"""The steps of a round: open, close, reopen, publish. Each is a verb from book to book."""

import datetime as dt
from collections.abc import Sequence

from workshop_tool.domain.fact import PosterId
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.book import Book


class NothingToVoteOn(WorkshopProblem):
    """There is no poster to vote on yet. Let a group claim a problem area first."""


class WrongStep(WorkshopProblem):
    """The round is {state}, so it cannot be {step} now. Nothing was changed."""


def open_round(book: Book, *, posters: Sequence[PosterId], key: str, now: dt.datetime) -> Book:
    """Open a prepared round on these posters; ``key`` (hex) is the secret that turns tokens into voters."""
    _check_state(book, {"prepared"}, "opened")
    if not posters:
        raise NothingToVoteOn
    return book.with_round(book.round.revised(state="open", posters=tuple(posters), key=key, opened_at=now))


def close_round(book: Book) -> Book:
    """End voting by phone; paper may still be keyed in."""
    _check_state(book, {"open"}, "closed")
    return book.with_round(book.round.revised(state="closed"))


def reopen_round(book: Book) -> Book:
    """Undo the closing: everybody may change the ballot again."""
    _check_state(book, {"closed"}, "reopened")
    return book.with_round(book.round.revised(state="open"))


def publish_round(book: Book, *, sealed: Sequence[Ballot], now: dt.datetime) -> Book:
    """Show the result and seal it: the round's key goes, and its ballots are those given, unlinked and shuffled."""
    _check_state(book, {"closed"}, "published")
    published = book.round.revised(state="published", key=None, published_at=now)
    return book.with_sealed_ballots(list(sealed)).with_round(published)


def _check_state(book: Book, states: set[str], step: str) -> None:
    if book.round.state not in states:
        raise WrongStep(state=book.round.state, step=step)
