"""Dot voting as actions on a workshop; each goes through ``WorkshopSession.act`` and is recorded, not undone."""

import datetime as dt
import hmac
import random
import secrets
from collections.abc import Mapping
from typing import Final

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting import casting, steps
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.services.moment import RecordIsApproved, WorkshopIsClosed

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U. https://www.crockford.com/base32.html"""


class AnotherRoundOpen(WorkshopProblem):
    """The round "{name}" is still open. Close it first; nothing was changed."""


class RoundStarted(WorkshopProblem):
    """The round has been opened, so its settings stay. Prepare a new round to vote again."""


def prepare_round(workshop: Workshop, round_: Round) -> tuple[Workshop, str]:
    """Add a round, or change the settings of one that is not open yet; answers with its id."""
    _check_running(workshop)
    earlier = workshop.books.get(round_.id)
    if earlier is None:
        last = max((book.round.position for book in workshop.books.values()), default=0.0)
        book = Book(round=round_).with_round(round_.revised(position=last + 1.0, state="prepared"))
        return workshop.with_book(book), round_.id
    if earlier.round.state != "prepared":
        raise RoundStarted
    round_ = round_.revised(position=earlier.round.position, state="prepared")
    return workshop.with_book(earlier.with_round(round_)), round_.id


def open_round(workshop: Workshop, round_id: str, now: dt.datetime) -> tuple[Workshop, None]:
    """Open a round on all posters there are, in list order."""
    _check_running(workshop)
    if workshop.open_book:
        raise AnotherRoundOpen(name=workshop.open_book.round.name)
    posters = [poster.id for poster in workshop.plan.posters_in_list_order()]
    book = steps.open_round(workshop.book(round_id), posters=posters, key=secrets.token_hex(32), now=now)  # type: ignore[arg-type]
    return _stepped(workshop, book, f"Opened {book.round.name}", now)


def open_named_round(workshop: Workshop, name: str, now: dt.datetime) -> tuple[Workshop, str]:
    """Open the round of this name: one that is prepared, or a new one; answers with its id."""
    for book in workshop.rounds:
        if book.round.name == name and book.round.state == "open":
            return workshop, book.round.id
    prepared = [book.round.id for book in workshop.rounds if (book.round.name, book.round.state) == (name, "prepared")]
    round_id = prepared[0] if prepared else new_id()
    if not prepared:
        present = workshop.plan.particulars.present or len(workshop.plan.participants) or None
        workshop, round_id = prepare_round(workshop, Round(id=round_id, name=name, present=present))
    workshop, _answer = open_round(workshop, round_id, now)
    return workshop, round_id


def close_round(workshop: Workshop, round_id: str, now: dt.datetime) -> tuple[Workshop, None]:
    """End voting by phone."""
    book = steps.close_round(workshop.book(round_id))
    return _stepped(workshop, book, f"Closed {book.round.name}", now)


def reopen_round(workshop: Workshop, round_id: str, now: dt.datetime) -> tuple[Workshop, None]:
    """Undo the closing; recorded."""
    _check_running(workshop)
    if workshop.open_book:
        raise AnotherRoundOpen(name=workshop.open_book.round.name)
    book = steps.reopen_round(workshop.book(round_id))
    return _stepped(workshop, book, f"Reopened {book.round.name}", now)


def publish_round(workshop: Workshop, round_id: str, now: dt.datetime) -> tuple[Workshop, None]:
    """Publish and seal: ballots are shuffled and lose everything that could lead back to a device.

    Call it with ``seals=True``, so that the journal that still holds the keys is cut at once.
    """
    _check_not_approved(workshop)
    book = workshop.book(round_id)
    ballots = list(book.ballots.values())
    random.SystemRandom().shuffle(ballots)
    sealed = [Ballot(voter=new_id(), allocation=ballot.allocation, way=ballot.way) for ballot in ballots]
    book = steps.publish_round(book, sealed=sealed, now=now)
    return _stepped(workshop, book, f"Published {book.round.name}", now)


def cast_ballot(
    workshop: Workshop, round_id: str, token: str, dots: Mapping[str, Mapping[str, int]], revision: int
) -> tuple[Workshop, Ballot]:
    """Cast a phone's complete allocation; answers with the ballot that now counts.

    Raises:
        pydantic.ValidationError: dots are no whole numbers from 0 to 100, or the revision is not positive.
        casting.StaleBallot, casting.VotingClosed and so on: see ``casting.cast``.
    """
    book = workshop.book(round_id)
    casting.check_accepts(book.round, paper=False)
    ballot = Ballot(
        voter=voter_key(book.round, token),
        allocation=Allocation.model_validate({"dots": dots}),
        revision=revision,
        receipt=_receipt(),
    )
    book, counted = casting.cast(book, ballot)
    return workshop.with_book(book), counted


def ballot_of(workshop: Workshop, round_id: str, token: str) -> Ballot | None:
    """Return what a device has cast in a round that is not sealed."""
    book = workshop.books.get(round_id)
    if book is None or book.round.key is None:
        return None
    return book.ballots.get(voter_key(book.round, token))


def key_in_ballot(
    workshop: Workshop, round_id: str, slip: str, dots: Mapping[str, Mapping[str, int]], by: str
) -> tuple[Workshop, Ballot]:
    """Key in one paper ballot; the same slip number again replaces it."""
    _check_not_approved(workshop)
    book = workshop.book(round_id)
    voter = f"paper:{slip}"
    earlier = book.ballots.get(voter)
    ballot = Ballot(
        voter=voter,
        allocation=Allocation.model_validate({"dots": dots}),
        revision=earlier.revision + 1 if earlier else 1,
        receipt=slip,
        way="paper",
        by=by,
    )
    book, counted = casting.cast(book, ballot)
    return workshop.with_book(book), counted


def enter_count(workshop: Workshop, round_id: str, entry: CountEntry) -> tuple[Workshop, None]:
    """Enter dots counted off a paper poster, or correct them."""
    _check_not_approved(workshop)
    return workshop.with_book(casting.enter_count(workshop.book(round_id), entry)), None


def voter_key(round_: Round, token: str) -> str:
    """Return HMAC-SHA-256 of a device's token under the round's key: the same device votes once, unnamed."""
    return hmac.digest((round_.key or "").encode(), token.encode(), "sha256").hex()


def _receipt() -> str:
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in secrets.token_bytes(4))  # 256 is a multiple of 32


def _check_running(workshop: Workshop) -> None:
    if workshop.plan.particulars.standing != "running":
        raise WorkshopIsClosed


def _check_not_approved(workshop: Workshop) -> None:
    if workshop.plan.particulars.standing == "approved":
        raise RecordIsApproved


def _stepped(workshop: Workshop, book: Book, text: str, now: dt.datetime) -> tuple[Workshop, None]:
    return workshop.with_book(book).with_entry(LogEntry(id=new_id(), at=now, kind="round", text=text)), None
