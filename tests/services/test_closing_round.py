"""Closing with grace: announced, then done, by itself or by hand, and after the file was opened again."""

import datetime as dt
import time
from functools import partial
from pathlib import Path

import pytest

from tests.builders import NOW, a_session, publish, start_round, vote
from workshop_tool.domain.voting.casting import VotingClosed
from workshop_tool.domain.voting.steps import WrongStep, late_count
from workshop_tool.services import voting
from workshop_tool.services.closing_round import close_after_grace, close_if_due
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.session import WorkshopSession

ONE_ON_P1 = {"p1": {"priority": 1}}


def wait_for_close(session: WorkshopSession, round_id: str) -> None:
    """Wait until the round is closed, at most five seconds."""
    ends = time.monotonic() + 5
    while session.current.book(round_id).round.state == "open" and time.monotonic() < ends:
        time.sleep(0.01)
    assert session.current.book(round_id).round.state == "closed"


def test_phones_may_still_vote_in_the_grace(session: WorkshopSession) -> None:
    """What comes before the close counts; then the round closes by itself."""
    round_id = start_round(session)
    close_after_grace(session, round_id, seconds=0.3).result()
    vote(session, "phone", ONE_ON_P1)
    wait_for_close(session, round_id)
    assert len(session.current.book(round_id).ballots) == 1


def test_closing_by_hand_ends_the_grace(session: WorkshopSession) -> None:
    """What was announced then finds nothing to do, not even in a round that was opened again."""
    round_id = start_round(session)
    close_after_grace(session, round_id, seconds=60).result()
    at = session.current.book(round_id).round.closing_at
    assert at is not None
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    session.act(partial(voting.reopen_round, round_id=round_id, now=NOW)).result()
    session.act(partial(close_if_due, round_id=round_id, at=at, now=NOW)).result()
    assert session.current.book(round_id).round.state == "open"
    assert session.current.book(round_id).round.closing_at is None


def test_a_round_that_is_not_open_is_not_announced(session: WorkshopSession) -> None:
    """The future holds the refusal."""
    round_id = start_round(session)
    publish(session, round_id)
    with pytest.raises(WrongStep):
        close_after_grace(session, round_id).result()


def test_a_close_that_was_announced_is_finished_when_the_file_opens(tmp_path: Path) -> None:
    """The power went in the last ten seconds."""
    session = a_session(tmp_path)
    round_id = start_round(session)
    past = session.clock() - dt.timedelta(seconds=1)
    session.act(partial(voting.announce_close, round_id=round_id, at=past)).result()
    session.close()
    again = open_workshop(session.path)
    wait_for_close(again, round_id)
    again.close()


def test_late_ballots_are_counted_once_for_each_voter(session: WorkshopSession) -> None:
    """However often a phone tries; publishing keeps the number and forgets the keys."""
    round_id = start_round(session)
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    for token in ("one", "two", "one"):
        session.act(partial(voting.note_late, round_id=round_id, token=token)).result()
    assert late_count(session.current.book(round_id).round) == 2
    session.act(partial(voting.publish_round, round_id=round_id, now=NOW), seals=True).result()
    round_ = session.current.book(round_id).round
    assert (round_.late, round_.late_count) == ((), 2)
    session.act(partial(voting.note_late, round_id=round_id, token="three")).result()  # noqa: S106
    assert late_count(session.current.book(round_id).round) == 2


def test_reopening_makes_nobody_late(session: WorkshopSession) -> None:
    """They may vote again, so nothing is left to tell of."""
    round_id = start_round(session)
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    session.act(partial(voting.note_late, round_id=round_id, token="one")).result()  # noqa: S106
    session.act(partial(voting.reopen_round, round_id=round_id, now=NOW)).result()
    assert late_count(session.current.book(round_id).round) == 0


def test_a_ballot_that_was_saved_keeps_its_receipt_after_the_close(session: WorkshopSession) -> None:
    """The phone that lost the answer asks again and hears that its ballot counts; a changed one is late."""
    round_id = start_round(session)
    saved = vote(session, "phone", ONE_ON_P1)
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    cast = partial(voting.cast_ballot, round_id=round_id, token="phone", dots=ONE_ON_P1)  # noqa: S106
    assert session.act(partial(cast, revision=1)).result().receipt == saved.receipt
    with pytest.raises(VotingClosed):
        session.act(partial(cast, revision=2)).result()
