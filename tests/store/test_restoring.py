"""Going back to a backup: nothing of today is lost by it, nothing sealed is opened again."""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.store.files import a_file, folder_bytes, note, noted
from workshop_tool.store import snapshot
from workshop_tool.store.backups import Backup, backups_of
from workshop_tool.store.names import backups_folder, journal_path
from workshop_tool.store.refusals import BackupDamaged, BackupIsSealed, DamagedFileCopied, OpenElsewhere
from workshop_tool.store.restoring import restore
from workshop_tool.store.workshop_file import WorkshopFile

NOON = dt.datetime(2030, 5, 14, 12, 0, tzinfo=dt.UTC)


@contextmanager
def opened(path: Path) -> Iterator[WorkshopFile]:
    """Open a store and close it behind the work."""
    store = WorkshopFile(path)
    store.load()
    yield store
    store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a workshop file that says "late", with a backup that says "early"."""
    path = a_file(tmp_path)
    with opened(path) as store:
        store.commit(note("early"))
        store.back_up("working", NOON)
        store.commit(note("late"))
    return path


def early(path: Path) -> Backup:
    """Return the backup that says "early"."""
    return next(backup for backup in backups_of(path) if backup.sequence == 1)


def test_restoring_brings_back_what_the_backup_holds(path: Path) -> None:
    """And work goes on from there."""
    restore(path, early(path), NOON)
    assert noted(path) == "early"
    with opened(path) as store:
        store.commit(note("further"))
    assert noted(path) == "further"


def test_restoring_keeps_what_was_there(path: Path) -> None:
    """Whoever went back by mistake goes forth again."""
    restore(path, early(path), NOON)
    newest = backups_of(path)[0]
    assert newest.occasion == "before-restore"
    restore(path, newest, NOON)
    assert noted(path) == "late"


def test_a_damaged_file_is_replaced_and_kept_aside(path: Path) -> None:
    """The whole point: its bytes stay for whoever can read more from them."""
    damaged = path.read_bytes().replace(b"late", b"lost")
    path.write_bytes(damaged)
    with pytest.raises(DamagedFileCopied):
        WorkshopFile(path).load()
    restore(path, early(path), NOON)
    assert noted(path) == "early"
    assert path.with_name("day.workshop.damaged-1.json").read_bytes() == damaged


def test_opening_a_damaged_file_again_makes_no_second_copy(path: Path) -> None:
    """Ten tries do not fill the folder."""
    path.write_bytes(path.read_bytes().replace(b"late", b"lost"))
    for _ in range(3):
        with pytest.raises(DamagedFileCopied):
            WorkshopFile(path).load()
    assert [name for name in folder_bytes_of(path) if "damaged" in name] == ["day.workshop.damaged-1.json"]


def folder_bytes_of(path: Path) -> list[str]:
    """Return the names beside a workshop file."""
    return sorted(entry.name for entry in path.parent.iterdir())


@pytest.mark.parametrize("left", ["whole", "damaged"])
def test_a_journal_that_a_crash_left_behind_is_not_mixed_in(path: Path, left: str) -> None:
    """The journal stands beside the backup's content only until it is removed, and never counts for it."""
    with opened(path) as store:
        store.commit(note("in the journal"))
        journal = journal_path(path).read_bytes()
        whole = path.read_bytes()
    path.write_bytes(whole if left == "whole" else whole.replace(b"late", b"lost"))
    journal_path(path).write_bytes(journal)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("workshop_tool.store.restoring.remove_files", lambda _paths: None)  # killed before this
        restore(path, early(path), NOON)
    assert journal_path(path).read_bytes() == journal
    assert noted(path) == "early"


def test_an_open_workshop_is_not_restored_under_its_writer(path: Path) -> None:
    """Two writers would spoil it."""
    with opened(path), pytest.raises(OpenElsewhere):
        restore(path, early(path), NOON)
    assert noted(path) == "late"


def test_a_damaged_backup_is_refused(path: Path) -> None:
    """The workshop keeps every byte."""
    backup = early(path)
    backup.path.write_bytes(backup.path.read_bytes().replace(b"early", b"earl."))
    before = path.read_bytes()
    with pytest.raises(BackupDamaged):
        restore(path, backup, NOON)
    assert path.read_bytes() == before


def test_sealing_removes_every_earlier_copy(path: Path) -> None:
    """Backups, damaged copies, the journal: what was sealed stands nowhere any more."""
    path.with_name("day.workshop.damaged-1.json").write_text('"late"', encoding="utf-8")
    with opened(path) as store:
        store.commit(note("sealed"), seals=True)
        store.checkpoint()
        left = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    assert [word for word in (b'"early"', b'"late"') if word in left] == []


def test_a_seal_that_a_kill_cut_short_is_completed_at_the_next_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the new snapshot and the removal of the backups, the next session removes them."""
    with opened(path) as store:
        store.commit(note("sealed"), seals=True)
        monkeypatch.setattr("workshop_tool.store.sweeping.sweep_copies", lambda _path: None)
        store.checkpoint()
    monkeypatch.undo()
    assert backups_of(path)
    with opened(path) as store:
        store.checkpoint()
    assert not backups_folder(path).exists()


def test_a_backup_from_before_a_seal_is_refused(path: Path) -> None:
    """Put back into its folder by hand, it does not reopen what was sealed."""
    backup = early(path)
    kept = backup.path.read_bytes()
    with opened(path) as store:
        store.commit(note("sealed"), seals=True)
        store.checkpoint()
    backup.path.parent.mkdir()
    backup.path.write_bytes(kept)
    with pytest.raises(BackupIsSealed):
        restore(path, backup, NOON)
    assert noted(path) == "sealed"


def test_a_restored_workshop_stays_sealed(path: Path) -> None:
    """What was sealed before the backup was made is sealed after it was restored."""
    with opened(path) as store:
        store.commit(note("sealed"), seals=True)
        store.checkpoint()
        store.back_up("published", NOON)
        store.commit(note("later"))
    restore(path, backups_of(path)[0], NOON)
    assert snapshot.load(path).sealed == 3


def test_restoring_into_a_full_folder_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there now must be kept aside first; where that fails, it stays."""
    before = folder_bytes(backups_folder(path)), path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Exception, match="no space left"):
        restore(path, early(path), NOON)
    assert (folder_bytes(backups_folder(path)), path.read_bytes()) == before
