"""Dot voting as actions on a workshop; each goes through ``WorkshopSession.act`` and is recorded, not undone."""

import datetime as dt
import hmac
import random
import secrets
from collections.abc import Mapping, Sequence
from typing import Final

from workshop_tool.domain.fact import GroupId, new_id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting import casting, steps, ties
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.cards import CROCKFORD, CardNeeded, NotACard
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.language import _
from workshop_tool.services.cards import is_card
from workshop_tool.services.moment import RecordIsApproved, WorkshopIsClosed

ALPHABET: Final = CROCKFORD
CARD: Final = "card:"
"""A token that starts so names a card, not a device."""
RESUMED: Final = "voter:"
"""A token that starts so names a voter who goes on with a ballot elsewhere; see ``services.resuming``."""


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
    """Open a round in list order on all posters that are not hidden, or on those it was prepared for."""
    _check_running(workshop)
    if workshop.open_book:
        raise AnotherRoundOpen(name=workshop.open_book.round.name)
    plan = workshop.plan
    posters = [poster.id for poster in plan.posters_in_list_order() if not plan.area_of(poster).hidden]
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


def announce_close(workshop: Workshop, round_id: str, at: dt.datetime) -> tuple[Workshop, None]:
    """Say when voting by phone will end; ``services.closing_round`` then ends it."""
    return workshop.with_book(steps.announce_close(workshop.book(round_id), at=at)), None


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
    workshop: Workshop,
    round_id: str,
    token: str,
    dots: Mapping[str, Mapping[str, int]],
    revision: int,
    *,
    group: str | None = None,
    sector: str = "",
) -> tuple[Workshop, Ballot]:
    """Cast a complete allocation by phone; answers with the ballot that now counts.

    ``token`` is the device's, or ``card:`` and the code in a round that is voted with cards. ``group`` (an id) and
    ``sector`` are what the voter says of themselves; what this workshop does not know is left out.

    Raises:
        pydantic.ValidationError: dots are no whole numbers from 0 to 100, or the revision is not positive.
        CardNeeded, NotACard: the round is voted with cards, and there is none.
        casting.StaleBallot, casting.VotingClosed and so on: see ``casting.cast``.
    """
    book = workshop.book(round_id)
    if book.round.key is None:  # not open yet or sealed: there is nothing to tell voters apart by
        casting.check_accepts(book.round, paper=False)
    ballot = Ballot(
        voter=voter_key(book.round, _checked_token(workshop, book.round, token)),
        allocation=Allocation.model_validate({"dots": dots}),
        revision=revision,
        receipt=_receipt(),
        group=_known_group(workshop, group),
        sector=sector if sector and sector in workshop.plan.sectors else "",
    )
    book, counted = casting.cast(book, ballot, own=_made_by(workshop, ballot.group))
    return workshop.with_book(book), counted


def ballot_of(workshop: Workshop, round_id: str, token: str) -> Ballot | None:
    """Return what a device or a card has cast in a round that is not sealed."""
    voter = _voter(workshop, round_id, token)
    return workshop.book(round_id).ballots.get(voter) if voter else None


def note_late(workshop: Workshop, round_id: str, token: str) -> tuple[Workshop, None]:
    """Count a ballot that came after the close; once for each voter, however often the phone tries."""
    voter = _voter(workshop, round_id, token)
    return (workshop.with_book(steps.note_late(workshop.book(round_id), voter)) if voter else workshop), None


def key_in_ballot(
    workshop: Workshop,
    round_id: str,
    slip: str,
    dots: Mapping[str, Mapping[str, int]],
    by: str,
    *,
    sector: str = "",
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
        sector=sector if sector and sector in workshop.plan.sectors else "",
    )
    book, counted = casting.cast(book, ballot)
    return workshop.with_book(book), counted


def enter_count(workshop: Workshop, round_id: str, entry: CountEntry) -> tuple[Workshop, None]:
    """Enter dots counted off a paper poster, or correct them."""
    _check_not_approved(workshop)
    return workshop.with_book(casting.enter_count(workshop.book(round_id), entry)), None


def prepare_rerun(workshop: Workshop, round_id: str, now: dt.datetime) -> tuple[Workshop, str]:
    """Prepare the same vote again, with the same rules and posters; the earlier round is kept. Answers with its id."""
    earlier = workshop.book(round_id)
    again = ties.rerun_of(earlier, new_id(), _("{name}, again").format(name=earlier.round.name))
    workshop, new_round = prepare_round(workshop, again)
    text = f"Prepared {again.name}"
    return workshop.with_entry(LogEntry(id=new_id(), at=now, kind="round", text=text)), new_round


def prepare_run_off(workshop: Workshop, round_id: str, criterion: str) -> tuple[Workshop, str]:
    """Prepare a vote between the posters that share the lead, one dot for everybody; answers with its id."""
    earlier = workshop.book(round_id)
    run_off = ties.run_off_of(earlier, criterion, new_id(), _("{name}, run-off").format(name=earlier.round.name))
    return prepare_round(workshop, run_off)


def decide_tie(
    workshop: Workshop, round_id: str, criterion: str, posters: Sequence[str], reason: str
) -> tuple[Workshop, None]:
    """Give an order, the best first, to posters that have equal dots. Raises what ``ties.decide`` raises."""
    _check_not_approved(workshop)
    return workshop.with_book(ties.decide(workshop.book(round_id), criterion, posters, reason)), None


def voter_key(round_: Round, token: str) -> str:
    """Return HMAC-SHA-256 of a token under the round's key: the same device or card votes once, unnamed.

    Who resumed brings the key itself.
    """
    if token.startswith(RESUMED):
        return token.removeprefix(RESUMED)
    return hmac.digest((round_.key or "").encode(), token.encode(), "sha256").hex()


def _receipt() -> str:
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in secrets.token_bytes(4))  # 256 is a multiple of 32


def _voter(workshop: Workshop, round_id: str, token: str) -> str | None:
    """Return the voter key behind a token, or None where nothing can be found by it."""
    book = workshop.books.get(round_id)
    if book is None or book.round.key is None:
        return None
    try:
        return voter_key(book.round, _checked_token(workshop, book.round, token))
    except (CardNeeded, NotACard):
        return None


def _checked_token(workshop: Workshop, round_: Round, token: str) -> str:
    """Return a device's token as it is, and a card's with the code as it is printed."""
    if round_.voters == "open":
        return token
    if not token.startswith(CARD):
        raise CardNeeded
    if (code := is_card(workshop, token.removeprefix(CARD))) is None:
        raise NotACard
    return CARD + code


def _known_group(workshop: Workshop, group: str | None) -> GroupId | None:
    return GroupId(group) if group is not None and group in workshop.plan.groups else None


def _made_by(workshop: Workshop, group: GroupId | None) -> frozenset[str]:
    """Return the posters that a group made any part of."""
    return frozenset(poster.id for poster in workshop.plan.posters if group in poster.groups.values())


def _check_running(workshop: Workshop) -> None:
    if workshop.plan.particulars.standing != "running":
        raise WorkshopIsClosed


def _check_not_approved(workshop: Workshop) -> None:
    if workshop.plan.particulars.standing == "approved":
        raise RecordIsApproved


def _stepped(workshop: Workshop, book: Book, text: str, now: dt.datetime) -> tuple[Workshop, None]:
    return workshop.with_book(book).with_entry(LogEntry(id=new_id(), at=now, kind="round", text=text)), None
