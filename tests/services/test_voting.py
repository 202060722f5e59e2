"""A round from preparing to sealing: one ballot per device, and afterwards no way back to any device."""

import errno
import hmac
import os
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from tests.builders import NOW, a_count, a_plan, a_round, a_session, a_workshop, publish, start_round, vote
from workshop_tool.domain.voting import casting
from workshop_tool.domain.voting.result import count
from workshop_tool.domain.voting.steps import NothingToVoteOn, WrongStep
from workshop_tool.domain.workshop import NoSuchRound, NumberInRound, Workshop
from workshop_tool.services import closing, voting
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.moment import Announcement, RecordIsApproved, WorkshopIsClosed
from workshop_tool.services.opening import open_workshop, read_workshop
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.refusals import NotFolded

if TYPE_CHECKING:
    from collections.abc import Callable

ONE_ON_P1 = {"p1": {"priority": 1}}


def test_a_device_has_one_ballot(session: WorkshopSession) -> None:
    """Voting again replaces, under the same receipt."""
    round_id = start_round(session)
    first = vote(session, "phone", ONE_ON_P1)
    second = vote(session, "phone", {"p2": {"priority": 3}}, revision=2)
    assert first.receipt == second.receipt
    assert [row.dots["priority"] for row in count(session.current.book(round_id)).rows] == [0, 3, 0]


def test_devices_are_told_apart_only_within_a_round(session: WorkshopSession) -> None:
    """The same phone has another voter key in the next round."""
    round_id = start_round(session)
    first = vote(session, "phone", ONE_ON_P1).voter
    publish(session, round_id)
    start_round(session, a_round("r2"))
    assert vote(session, "phone", ONE_ON_P1).voter != first


def test_a_device_finds_its_own_ballot_again(session: WorkshopSession) -> None:
    """After a reload the phone shows the dots it placed, until the round is sealed."""
    round_id = start_round(session)
    cast = vote(session, "phone", ONE_ON_P1)
    assert voting.ballot_of(session.current, round_id, "phone") == cast
    assert voting.ballot_of(session.current, round_id, "another") is None
    publish(session, round_id)
    assert voting.ballot_of(session.current, round_id, "phone") is None


def test_a_receipt_is_four_plain_characters(session: WorkshopSession) -> None:
    """It can be read aloud: no I, L, O, U."""
    start_round(session)
    receipt = vote(session, "phone", ONE_ON_P1).receipt
    assert len(receipt) == 4
    assert set(receipt) <= set(voting.ALPHABET)


def every_byte(folder: Path) -> bytes:
    """Return all that stands in any file of a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_sealed_round_leads_back_to_nobody(session: WorkshopSession, tmp_path: Path) -> None:
    """No byte of file and journal holds the key, a voter key or a receipt once the future of publishing is done."""
    round_id = start_round(session)
    tokens = [f"token-of-phone-{n}" for n in range(20)]
    receipts = [vote(session, token, ONE_ON_P1).receipt for token in tokens]
    key = session.current.book(round_id).round.key or "?"
    voters = [hmac.digest(key.encode(), token.encode(), "sha256").hex() for token in tokens]
    assert all(secret.encode() in every_byte(tmp_path) for secret in (key, *voters)), "there was nothing to forget"
    publish(session, round_id)
    left = every_byte(tmp_path)
    quoted = [f'"{receipt}"' for receipt in receipts]
    assert [secret for secret in (key, *voters, *tokens, *quoted) if secret.encode() in left] == []


def test_a_sealed_round_keeps_every_dot(session: WorkshopSession, tmp_path: Path) -> None:
    """Who voted is gone, what was voted is not, neither now nor after opening the file again."""
    round_id = start_round(session)
    for n in range(1, 13):
        vote(session, f"phone {n}", {f"p{n % 3 + 1}": {"priority": n % 4}})
    before = count(session.current.book(round_id)).rows
    publish(session, round_id)
    session.close()
    book = read_workshop(tmp_path / "day.workshop.json").book(round_id)
    assert count(book).rows == before
    assert {ballot.revision for ballot in book.ballots.values()} == {1}


def test_a_paper_slip_is_keyed_in_once(session: WorkshopSession) -> None:
    """The same slip number again corrects it."""
    round_id = start_round(session)
    for dots in ({"p1": {"priority": 3}}, {"p2": {"priority": 2}}):
        key_in = partial(voting.key_in_ballot, round_id=round_id, slip="17", dots=dots, by="Desk")
        ballot = session.act(key_in).result()
    assert (ballot.receipt, ballot.way, ballot.by) == ("17", "paper", "Desk")
    assert [row.dots["priority"] for row in count(session.current.book(round_id)).rows] == [0, 2, 0]


def test_a_late_ballot_is_told_so(session: WorkshopSession) -> None:
    """What comes behind the closing does not count."""
    round_id = start_round(session)
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    late = partial(voting.cast_ballot, round_id=round_id, token="late", dots=ONE_ON_P1, revision=1)  # noqa: S106
    with pytest.raises(casting.VotingClosed):
        session.act(late).result()


def test_dots_that_are_no_numbers_are_refused(session: WorkshopSession) -> None:
    """``true`` is no dot, and nothing is saved."""
    round_id = start_round(session)
    with pytest.raises(ValidationError):
        vote(session, "phone", {"p1": {"priority": True}})
    assert len(session.current.book(round_id).ballots) == 0


def test_one_round_is_open_at_a_time(session: WorkshopSession) -> None:
    """A phone has one page."""
    start_round(session)
    with pytest.raises(voting.AnotherRoundOpen):
        start_round(session, a_round("r2"))


def test_settings_stay_once_a_round_was_opened(session: WorkshopSession) -> None:
    """Nobody gets more dots in the middle."""
    start_round(session)
    with pytest.raises(voting.RoundStarted):
        session.act(partial(voting.prepare_round, round_=a_round(most_per_poster=1))).result()


def test_preparing_never_opens() -> None:
    """Opening alone makes the key and fixes the posters, whatever the settings say."""
    workshop, _ = voting.prepare_round(a_workshop(posters=1), a_round())
    workshop, _ = voting.prepare_round(workshop, a_round(state="open"))
    assert workshop.book("r1").round.state == "prepared"


def test_a_round_opens_on_the_posters_in_list_order() -> None:
    """Not in the order in which they were claimed."""
    plan = a_plan(areas=3, posters=3)
    for n in (1, 2, 3):
        plan = plan.with_item(plan.areas[f"a{n}"].revised(number=10 - n))
    workshop, _ = voting.prepare_round(Workshop(plan), a_round())
    workshop, _ = voting.open_round(workshop, "r1", NOW)
    assert workshop.book("r1").round.posters == ("p3", "p2", "p1")


def test_a_round_needs_a_poster(tmp_path: Path) -> None:
    """Before the first claim there is nothing to vote on."""
    session = a_session(tmp_path, a_workshop(posters=0))
    with pytest.raises(NothingToVoteOn):
        start_round(session)
    session.close()


def test_a_number_in_a_round_stays(session: WorkshopSession) -> None:
    """The session refuses to renumber what people vote on."""
    start_round(session)
    with pytest.raises(NumberInRound):
        session.edit("Number", partial(revise_item, table="areas", item_id="a1", number=40)).result()


def test_an_unknown_round_is_refused(session: WorkshopSession) -> None:
    """A page of yesterday asks for a round that is not here."""
    with pytest.raises(NoSuchRound):
        session.act(partial(voting.close_round, round_id="none", now=NOW)).result()


def test_a_published_round_stays_published(session: WorkshopSession) -> None:
    """There is no way back behind the seal."""
    round_id = start_round(session)
    publish(session, round_id)
    with pytest.raises(WrongStep):
        session.act(partial(voting.reopen_round, round_id=round_id, now=NOW)).result()


def test_reopening_lets_a_device_change_its_ballot(session: WorkshopSession) -> None:
    """Closed by mistake: the ballots are still there, and may change."""
    round_id = start_round(session)
    vote(session, "phone", ONE_ON_P1)
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    session.act(partial(voting.reopen_round, round_id=round_id, now=NOW)).result()
    vote(session, "phone", {"p2": {"priority": 1}}, revision=2)
    assert [row.dots["priority"] for row in count(session.current.book(round_id)).rows] == [0, 1, 0]


def test_each_step_of_a_round_is_logged(session: WorkshopSession) -> None:
    """The record can say when voting was open."""
    publish(session, start_round(session))
    assert [entry.text for entry in session.current.log] == [
        f"{step} Dot voting" for step in ("Opened", "Closed", "Published")
    ]


def test_a_closed_workshop_opens_no_round(session: WorkshopSession) -> None:
    """The room has spoken."""
    session.act(partial(closing.close_workshop, now=NOW)).result()
    with pytest.raises(WorkshopIsClosed):
        start_round(session)


def test_an_approved_record_takes_no_more_votes(session: WorkshopSession) -> None:
    """Neither slips nor counts nor a late publishing change what was approved."""
    round_id = start_round(session)
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    session.act(partial(closing.close_workshop, now=NOW)).result()
    session.act(partial(closing.approve_record, now=NOW)).result()
    actions: list[Callable[[Workshop], tuple[Workshop, object]]] = [
        partial(voting.key_in_ballot, round_id=round_id, slip="1", dots=ONE_ON_P1, by="Desk"),
        partial(voting.enter_count, round_id=round_id, entry=a_count("p1", "priority", 1)),
        partial(voting.publish_round, round_id=round_id, now=NOW),
    ]
    for action in actions:
        with pytest.raises(RecordIsApproved):
            session.act(action).result()


def test_a_seal_that_cannot_be_set_is_announced(session: WorkshopSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new snapshot fails, the old one still holds the voter keys: everybody must hear of it."""
    round_id = start_round(session)
    heard: list[Announcement] = []
    session.listen(heard.append)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        publish(session, round_id)
    assert NotFolded in {type(each.failure) for each in heard}


def test_a_seal_that_a_crash_cut_short_is_set_at_the_next_opening(
    session: WorkshopSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after the commit and before the new snapshot, the journal still holds the keys: not for long."""
    round_id = start_round(session)
    receipt = vote(session, "phone", ONE_ON_P1).receipt
    key = session.current.book(round_id).round.key or "?"

    def killed(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", killed)
        publish(session, round_id)
        session.edit("Nothing", lambda plan: plan).result()  # the backup behind the publishing has failed by now, too
        left = shutil.copytree(tmp_path, tmp_path / "left", ignore=shutil.ignore_patterns("*.lock"))
    assert key.encode() in every_byte(left)
    again = open_workshop(left / "day.workshop.json")
    try:
        assert [secret for secret in (key, f'"{receipt}"') if secret.encode() in every_byte(left)] == []
        assert again.current.book(round_id).round.state == "published"
    finally:
        again.close()
