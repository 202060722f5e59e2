"""Saved means on the disk: in which order the store writes, and what it does when the disk says no."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tests.store.files import a_file, folder_bytes, note, noted
from workshop_tool.store import workshop_file
from workshop_tool.store.names import journal_path
from workshop_tool.store.refusals import NotFolded, OpenedReadOnly, StoreFailed
from workshop_tool.store.snapshot import SCHEMA
from workshop_tool.store.workshop_file import WorkshopFile

CALLS = ("write", "fdatasync", "fsync", "replace", "ftruncate")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a workshop file."""
    return a_file(tmp_path)


@pytest.fixture
def store(path: Path) -> WorkshopFile:
    """Give the opened store of that file; whoever needs it closes it."""
    store = WorkshopFile(path)
    store.load()
    return store


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch, store: WorkshopFile) -> list[str]:
    """Note which file each call to the system is for, and in which order they come."""
    noted_calls: list[str] = []

    def noting(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(target: Any, *rest: Any) -> Any:
            file = Path(f"/proc/self/fd/{target}").readlink() if isinstance(target, int) else Path(target)
            kind = "folder" if file.is_dir() else file.suffix.lstrip(".")
            noted_calls.append(f"{name} {kind}")
            return real(target, *rest)

        return call

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("only Linux tells which file a descriptor is for")
    assert store.path.exists()
    for name in CALLS:
        monkeypatch.setattr(os, name, noting(name, getattr(os, name)))
    return noted_calls


def test_a_commit_is_on_the_disk_before_it_returns(store: WorkshopFile, order: list[str]) -> None:
    """Written, then synced, then acknowledged."""
    store.commit(note("kept"))
    assert order == ["write journal", "fdatasync journal"]


def test_the_journal_is_cut_only_after_the_snapshot_is_on_the_disk(store: WorkshopFile, order: list[str]) -> None:
    """Content, then name, then folder, and only then is the journal forgotten."""
    store.commit(note("kept"))
    order.clear()
    store.checkpoint()
    assert order == [
        "write new",
        "fsync new",
        "replace new",
        "fsync folder",
        "ftruncate journal",
        "fdatasync journal",
    ]


def test_a_snapshot_is_a_plain_tinydb_file(store: WorkshopFile, path: Path) -> None:
    """Anyone can open it with TinyDB as it comes."""
    store.commit(note("kept"))
    store.close()
    with TinyDB(path) as database:
        assert [row["text"] for row in database.table("notes")] == ["kept"]
        assert len(database.table("areas")) == 5


def test_a_removed_document_is_gone_from_the_file(store: WorkshopFile, path: Path) -> None:
    """Nothing is merely hidden."""
    store.commit(note("secret"))
    store.commit({("notes", "n"): None})
    store.close()
    assert b"secret" not in path.read_bytes()


def test_a_checkpoint_with_nothing_new_writes_nothing(store: WorkshopFile, path: Path) -> None:
    """Opening and closing a workshop leaves its file as it was."""
    before = path.stat()
    store.close()
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_journal_that_grows_asks_for_a_checkpoint(store: WorkshopFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long busy vote does not pile up without end."""
    monkeypatch.setattr(workshop_file, "CHECKPOINT_BYTES", 500)
    store.commit(note("x"))
    assert not store.wants_checkpoint
    store.commit(note("x" * 500))
    assert store.wants_checkpoint
    store.checkpoint()
    assert not store.wants_checkpoint
    store.close()


def test_a_crash_between_snapshot_and_cut_is_harmless(store: WorkshopFile, path: Path) -> None:
    """Records that the snapshot already holds are not made twice, and leave the disk at the next opening."""
    store.commit(note("first"))
    store.commit(note("second"))
    stale = journal_path(path).read_bytes()
    store.checkpoint()
    store.release()
    journal_path(path).write_bytes(stale)
    again = WorkshopFile(path)
    assert again.load()["notes"] == {"n": {"text": "second"}}
    assert journal_path(path).read_bytes() == b""
    again.commit(note("third"))
    assert noted(path) == "third"
    again.close()


def failing(real: Callable[..., Any], error: int, *, written: int | None = None) -> Callable[..., Any]:
    """Return a call that fails once, after writing only so many bytes where that is told, and is real from then on."""
    left = [True]

    def call(fd: int, *rest: Any) -> Any:
        if not left:
            return real(fd, *rest)
        left.clear()
        if written is not None:
            real(fd, rest[0][:written])
        raise OSError(error, os.strerror(error))

    return call


@pytest.mark.parametrize("written", [0, 1, 20])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_write_that_fails_leaves_nothing_behind(
    store: WorkshopFile, path: Path, monkeypatch: pytest.MonkeyPatch, error: int, written: int
) -> None:
    """A full disk: the change is refused, half of it is cut off again, and work goes on when there is room."""
    store.commit(note("before"))
    whole = journal_path(path).read_bytes()
    monkeypatch.setattr(os, "write", failing(os.write, error, written=written))
    with pytest.raises(StoreFailed):
        store.commit(note("lost"))
    assert journal_path(path).read_bytes() == whole
    store.commit(note("after"))
    store.close()
    assert noted(path) == "after"


def test_a_write_that_is_merely_short_is_finished(
    store: WorkshopFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system may write three bytes at a time."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, data[:3]))
    store.commit(note("three at a time"))
    assert noted(path) == "three at a time"
    store.close()


def test_a_failed_sync_is_final(store: WorkshopFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk holds is unknown: a later success would prove nothing, so there is none."""
    monkeypatch.setattr(os, "fdatasync", failing(os.fdatasync, errno.EIO))
    for text in ("doubtful", "later"):
        with pytest.raises(StoreFailed):
            store.commit(note(text))
    with pytest.raises(StoreFailed):
        store.checkpoint()
    store.close()


def test_a_failed_sync_keeps_what_was_acknowledged(
    store: WorkshopFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal stays beside the snapshot and is replayed the next time."""
    store.commit(note("before"))
    monkeypatch.setattr(os, "fdatasync", failing(os.fdatasync, errno.EIO))
    with pytest.raises(StoreFailed):
        store.commit({("notes", "other"): {"text": "doubtful"}})
    store.close()
    assert noted(path) == "before"


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_snapshot_that_fails_leaves_the_earlier_one(
    store: WorkshopFile, path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """The old file and the journal hold everything; no half file lies about; the next try works."""
    store.commit(note("kept"))
    before = folder_bytes(path.parent)
    monkeypatch.setattr(os, call, failing(getattr(os, call), errno.ENOSPC))
    with pytest.raises(NotFolded):
        store.checkpoint()
    assert folder_bytes(path.parent) == before
    store.close()
    assert list(folder_bytes(path.parent)) == ["day.workshop.json"]
    assert noted(path) == "kept"


def test_reading_only_saves_nothing(path: Path) -> None:
    """A reader cannot write by mistake."""
    reader = WorkshopFile(path, read_only=True)
    reader.load()
    with pytest.raises(OpenedReadOnly):
        reader.commit(note("x"))


def test_the_file_says_its_version_sequence_and_checksum(store: WorkshopFile, path: Path) -> None:
    """Each is there for whoever reads the file after us."""
    store.commit(note("one"))
    store.close()
    meta = json.loads(path.read_bytes())["_meta"]["1"]
    assert (meta["schema"], meta["sequence"], len(meta["sha256"])) == (SCHEMA, 1, 64)


def test_a_journal_that_could_not_be_cut_is_cut_the_next_time(
    store: WorkshopFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a round sealed away may not stay in the journal because the disk hiccuped once."""
    store.commit(note("secret"))
    monkeypatch.setattr(os, "ftruncate", failing(os.ftruncate, errno.EIO))
    with pytest.raises(NotFolded):
        store.checkpoint()
    assert b"secret" in journal_path(path).read_bytes()
    store.checkpoint()
    assert journal_path(path).read_bytes() == b""
    store.close()


def test_a_cut_that_is_not_confirmed_is_final(store: WorkshopFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed sync is one, wherever it fails."""
    store.commit(note("kept"))
    monkeypatch.setattr(os, "fdatasync", failing(os.fdatasync, errno.EIO))
    for attempt in (store.checkpoint, lambda: store.commit(note("later"))):
        with pytest.raises(StoreFailed):
            attempt()
    store.close()
    assert noted(store.path) == "kept"
