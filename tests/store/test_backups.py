"""Backups: whole, verified, the newest five, and gone when something must be forgotten."""

import datetime as dt
import os
from pathlib import Path

import pytest

from tests.store.files import a_file, note
from workshop_tool.store import snapshot
from workshop_tool.store.backups import KEPT, backups_of, forget_backups, make_backup
from workshop_tool.store.names import backups_folder
from workshop_tool.store.refusals import BackupFailed
from workshop_tool.store.snapshot import Snapshot
from workshop_tool.store.workshop_file import WorkshopFile

NOON = dt.datetime(2030, 5, 14, 12, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def content(sequence: int) -> Snapshot:
    """Return a small workshop as it was after some commits."""
    return Snapshot({"notes": {"n": {"text": f"blåbær {sequence}"}}}, sequence)


def test_a_backup_is_a_whole_workshop_file(tmp_path: Path) -> None:
    """What can be read from it is what was given."""
    backup = make_backup(a_file(tmp_path), content(7), "opened", NOON)
    assert snapshot.load(backup.path) == content(7)


def test_backups_are_listed_newest_first_with_their_occasion(tmp_path: Path) -> None:
    """When, at which commit and for what each was made stands in its name."""
    path = a_file(tmp_path)
    make_backup(path, content(1), "opened", NOON)
    make_backup(path, content(2), "round-closed", NOON + MINUTE)
    listed = [(backup.occasion, backup.sequence, backup.at) for backup in backups_of(path)]
    assert listed == [("round-closed", 2, NOON + MINUTE), ("opened", 1, NOON)]


def test_a_clock_set_back_does_not_make_the_newest_the_oldest(tmp_path: Path) -> None:
    """Commits count, not what the laptop takes for the time."""
    path = a_file(tmp_path)
    for n in range(KEPT + 1):
        make_backup(path, content(n), "working", NOON - n * MINUTE)
    assert [backup.sequence for backup in backups_of(path)] == list(range(KEPT, 0, -1))


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    """Of eight backups the last five stay."""
    path = a_file(tmp_path)
    made = [make_backup(path, content(n), "opened", NOON + n * MINUTE) for n in range(8)]
    assert backups_of(path) == list(reversed(made[-KEPT:]))


def test_forgetting_leaves_no_backup(tmp_path: Path) -> None:
    """The folder is gone with everything in it, also what a kill left unfinished."""
    path = a_file(tmp_path)
    backup = make_backup(path, content(1), "opened", NOON)
    backup.path.with_name(f".{backup.path.name}.new").write_text("half of it", encoding="utf-8")
    forget_backups(path)
    assert not backups_folder(path).exists()


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    """What the tool did not put there is neither listed nor removed."""
    path = a_file(tmp_path)
    make_backup(path, content(1), "opened", NOON)
    mine = backups_folder(path) / "mine.json"
    mine.write_text("{}", encoding="utf-8")
    forget_backups(path)
    assert list(backups_folder(path).iterdir()) == [mine]


def test_a_backup_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Something stands in the way of the folder: one sentence, and nothing else is touched."""
    path = a_file(tmp_path)
    backups_folder(path).write_text("in the way", encoding="utf-8")
    with pytest.raises(BackupFailed):
        make_backup(path, content(1), "opened", NOON)


def test_a_disk_that_gives_back_something_else_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup is believed only after it was read again; one that is wrong does not stay."""
    path = a_file(tmp_path)
    replace = os.replace

    def replace_and_rot(source: Path, target: Path) -> None:
        replace(source, target)
        Path(target).write_bytes(Path(target).read_bytes().replace(b"1", b"2"))

    monkeypatch.setattr(os, "replace", replace_and_rot)
    with pytest.raises(BackupFailed):
        make_backup(path, content(1), "opened", NOON)
    assert backups_of(path) == []


def test_the_same_state_is_not_backed_up_twice(tmp_path: Path) -> None:
    """Opening a workshop five times to look at it pushes no older state out."""
    store = WorkshopFile(a_file(tmp_path))
    store.load()
    store.commit(note("one"))
    for occasion in ("opened", "working", "round-closed"):
        store.back_up(occasion, NOON)
    store.close()
    assert [backup.occasion for backup in backups_of(store.path)] == ["opened"]
