"""Closing with grace: for some seconds phones may still send what they hold, then the round closes by itself."""

import datetime as dt
import logging
import threading
from functools import partial
from typing import TYPE_CHECKING, Final

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import voting
from workshop_tool.services.session import WorkshopSession

if TYPE_CHECKING:
    from concurrent.futures import Future

log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 10.0


def close_after_grace(session: WorkshopSession, round_id: str, seconds: float = GRACE_SECONDS) -> "Future[None]":
    """Announce the close and bring it about; the future is done when the announcement is on the disk, or refused.

    Closing the round by hand meanwhile, or the file, is no harm: ``finish_closings`` ends what was announced.
    """
    at = session.clock() + dt.timedelta(seconds=seconds)
    announced = session.act(partial(voting.announce_close, round_id=round_id, at=at))
    announced.add_done_callback(lambda done: None if done.exception() else _close_at(session, round_id, at))
    return announced


def finish_closings(session: WorkshopSession) -> None:
    """Close what was announced before the program ended; what still has time gets it."""
    for book in session.current.rounds:
        if book.round.state == "open" and book.round.closing_at is not None:
            _close_at(session, book.round.id, book.round.closing_at)


def close_if_due(workshop: Workshop, round_id: str, at: dt.datetime, now: dt.datetime) -> tuple[Workshop, None]:
    """Close a round whose close is still announced for this moment; one that was closed or announced anew is left."""
    book = workshop.books.get(round_id)
    if book is None or book.round.state != "open" or book.round.closing_at != at:
        return workshop, None
    return voting.close_round(workshop, round_id, now)


def _close_at(session: WorkshopSession, round_id: str, at: dt.datetime) -> None:
    """Close the round at that moment, now where it is past; the clock of the session tells."""
    left = (at - session.clock()).total_seconds()
    if left <= 0:
        _close(session, round_id, at)
        return
    timer = threading.Timer(left, _close, (session, round_id, at))
    timer.name, timer.daemon = "round-closing", True
    timer.start()


def _close(session: WorkshopSession, round_id: str, at: dt.datetime) -> None:
    try:
        session.act(partial(close_if_due, round_id=round_id, at=at, now=session.clock()))
    except WorkshopProblem as problem:  # the file was closed meanwhile; opening it again closes the round
        log.info("%s", problem)
