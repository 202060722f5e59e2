"""Backups are made when they should be, and nobody waits for them or loses anything where they fail."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import NOW, a_session, a_workshop, publish, start_round, vote
from workshop_tool.services import backing_up, session, voting
from workshop_tool.services.backing_up import Holdings, kept_copies, restore_copy
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.names import backups_folder
from workshop_tool.store.refusals import BackupDamaged, BackupFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_tool.services.moment import Announcement

PATH = "day.workshop.json"


def occasions(folder: Path) -> list[str]:
    """Return what the backups were made for, the newest first."""
    return [copy.backup.occasion for copy in kept_copies(folder / PATH)]


def write(opened: WorkshopSession, text: str) -> None:
    """Write into a poster and wait until it is saved, and until what follows a commit is done too."""
    opened.edit("Write", partial(write_field, poster_id="p1", field="evidence", text=text)).result()
    opened.edit("Nothing", lambda plan: plan).result()


def test_opening_makes_a_backup(session: WorkshopSession, tmp_path: Path) -> None:
    """What was there before anybody worked on it."""
    write(session, "later")
    copies = kept_copies(tmp_path / PATH)
    assert [(copy.backup.occasion, copy.holdings) for copy in copies] == [
        ("opened", Holdings.of(a_workshop(posters=3)))
    ]


def test_closing_a_round_makes_a_backup(session: WorkshopSession, tmp_path: Path) -> None:
    """The votes are worth a copy of their own."""
    round_id = start_round(session)
    vote(session, "phone", {"p1": {"priority": 1}})
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    session.edit("Nothing", lambda plan: plan).result()
    newest = kept_copies(tmp_path / PATH)[0]
    assert newest.backup.occasion == "round-closed"
    assert newest.holdings is not None
    assert newest.holdings.rounds == (("Dot voting", "closed", 1),)


def test_publishing_leaves_only_a_backup_from_after_it(session: WorkshopSession, tmp_path: Path) -> None:
    """There is one, and it holds nothing that was sealed."""
    publish(session, start_round(session))
    session.edit("Nothing", lambda plan: plan).result()
    assert occasions(tmp_path) == ["published"]


def test_while_working_a_backup_is_made_from_time_to_time(
    session: WorkshopSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten minutes in the room; none at all here."""
    monkeypatch.setattr("workshop_tool.services.session.BACKUP_SECONDS", 0.0)
    write(session, "a")
    assert occasions(tmp_path) == ["working", "opened"]


def test_a_quiet_workshop_is_backed_up_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last change before a long break is not left out."""
    monkeypatch.setattr(session, "IDLE_SECONDS", 0.05)
    monkeypatch.setattr(session, "BACKUP_SECONDS", 0.5)
    opened = a_session(tmp_path)
    write(opened, "before lunch")
    for _ in range(200):
        if occasions(tmp_path) == ["working", "opened"]:
            break
        opened._writer.join(timeout=0.05)
    opened.close()
    assert occasions(tmp_path) == ["working", "opened"]


def test_looking_at_a_workshop_pushes_no_backup_out(session: WorkshopSession, tmp_path: Path) -> None:
    """Opened six times without a change, it keeps its oldest backup."""
    write(session, "a")
    session.close()
    for _ in range(6):
        open_workshop(tmp_path / PATH).close()
    assert occasions(tmp_path) == ["opened", "opened"]


def test_a_backup_that_fails_is_announced_and_work_goes_on(session: WorkshopSession, tmp_path: Path) -> None:
    """The change itself is saved."""
    heard: list[Announcement] = []
    session.listen(heard.append)
    round_id = start_round(session)
    for backup in kept_copies(tmp_path / PATH):
        backup.backup.path.unlink()
    backups_folder(tmp_path / PATH).rmdir()
    backups_folder(tmp_path / PATH).write_text("in the way", encoding="utf-8")
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    write(session, "goes on")
    assert [type(each.failure) for each in heard if each.failure] == [BackupFailed]


def test_a_workshop_opens_where_no_backup_can_be_made(tmp_path: Path) -> None:
    """Its owner hears of it."""
    a_session(tmp_path).close()
    for copy in kept_copies(tmp_path / PATH):
        copy.backup.path.unlink()
    backups_folder(tmp_path / PATH).rmdir()
    backups_folder(tmp_path / PATH).write_text("in the way", encoding="utf-8")
    opened = open_workshop(tmp_path / PATH)
    opened.close()
    assert [type(notice) for notice in opened.notices] == [BackupFailed]


def test_each_copy_says_what_it_holds_or_that_it_is_damaged(session: WorkshopSession, tmp_path: Path) -> None:
    """A choice needs something to choose by."""
    write(session, "four words in all")
    session.close()
    open_workshop(tmp_path / PATH).close()
    newest, oldest = kept_copies(tmp_path / PATH)
    assert (newest.holdings.words if newest.holdings else None) == 4
    oldest.backup.path.write_bytes(oldest.backup.path.read_bytes().replace(b"batteries", b"butteries"))
    damaged = kept_copies(tmp_path / PATH)[1]
    assert (damaged.holdings, type(damaged.problem)) == (None, BackupDamaged)


def test_going_back_brings_the_words_back(session: WorkshopSession, tmp_path: Path) -> None:
    """Undo of last resort."""
    write(session, "kept")
    session.close()
    again = open_workshop(tmp_path / PATH)
    write(again, "spoiled")
    again.close()
    restore_copy(tmp_path / PATH, kept_copies(tmp_path / PATH)[0].backup, NOW)
    restored = open_workshop(tmp_path / PATH)
    restored.close()
    assert restored.current.plan.posters["p1"].text("evidence") == "kept"


@pytest.mark.parametrize(
    ("states", "seals", "occasion"),
    [
        (("open", "closed"), False, "round-closed"),
        (("open", "open"), False, None),
        (("closed", "published"), True, "published"),
    ],
)
def test_a_backup_is_due_when_a_round_ends(
    session: WorkshopSession, states: tuple[str, str], occasion: str | None, *, seals: bool
) -> None:
    """Neither opening a round nor a vote is an occasion."""
    round_id = start_round(session)
    book = session.current.book(round_id)

    def in_state(state: str) -> object:
        return session.current.with_book(book.with_round(book.round.revised(state=state)))

    due: Callable[..., object] = backing_up.occasion_between
    assert due(in_state(states[0]), in_state(states[1]), seals=seals) == occasion
