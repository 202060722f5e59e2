"""Power loss at every moment of a script: what was acknowledged is there, and nothing is there that nobody tried."""

import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.power_script import bad_states, recorded
from workshop_tool.store import durable, journal, sweeping
from workshop_tool.store.workshop_file import WorkshopFile

STATES_PER_CUT = int(os.environ.get("POWER_LOSS_STATES", "4"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced there")


@pytest.fixture
def state() -> Iterator[Path]:
    """Give a folder in memory where there is one: thousands of states are opened in it, and none has to last."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it has a name of its own
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.mark.parametrize("seed", range(2))
def test_power_loss_takes_nothing_that_was_acknowledged(tmp_path: Path, state: Path, seed: int) -> None:
    """Behind every operation of a thirty-step script, in more than a thousand states for each seed."""
    found = list(bad_states(recorded(tmp_path, seed), state, seed, STATES_PER_CUT))
    assert [problem for problem in found if problem] == []
    assert len(found) >= 1000, len(found)


def without_data_sync(patch: pytest.MonkeyPatch) -> None:
    """Acknowledge what is only in the cache."""
    patch.setattr(journal, "sync_data", lambda _fd: None)


def without_folder_sync(patch: pytest.MonkeyPatch) -> None:
    """Trust that new names reach the disk by themselves."""
    patch.setattr(journal, "sync_folder", lambda _folder: None)
    patch.setattr(durable, "sync_folder", lambda _folder: None)


def _replace_unsynced(path: Path, data: bytes) -> None:
    fd = os.open(durable.unfinished(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    durable.write_whole(fd, data)
    os.close(fd)
    durable.unfinished(path).replace(path)
    durable.sync_folder(path.parent)


def without_snapshot_sync(patch: pytest.MonkeyPatch) -> None:
    """Swap in a snapshot that is only in the cache."""
    patch.setattr("workshop_tool.store.snapshot.replace_file", _replace_unsynced)


def without_photo_sync(patch: pytest.MonkeyPatch) -> None:
    """Name a photo in a commit while it is only in the cache."""
    patch.setattr("workshop_tool.store.attachments.replace_file", _replace_unsynced)


def without_syncing_the_folder_of_photos(patch: pytest.MonkeyPatch) -> None:
    """Trust that the folder of the photos is there because it was made."""
    patch.setattr("workshop_tool.store.attachments.sync_folder", lambda _folder: None)


def keeping_backups_after_a_seal(patch: pytest.MonkeyPatch) -> None:
    """Seal the workshop, and leave what was sealed in its backups."""
    patch.setattr(sweeping, "forget_backups", lambda _path: None)


def with_the_journal_cut_first(patch: pytest.MonkeyPatch) -> None:
    """Forget the journal before the snapshot that holds it is durable."""
    checkpoint = WorkshopFile.checkpoint

    def cut_first(self: WorkshopFile) -> None:
        if self._journal is not None:
            self._journal.cut()
        checkpoint(self)

    patch.setattr(WorkshopFile, "checkpoint", cut_first)


def without_checksum(patch: pytest.MonkeyPatch) -> None:
    """Believe every line of the journal that can be read at all."""
    decode = journal.decode

    def trusting(line: bytes) -> journal.Record | None:
        body = line.partition(b" ")[2]
        good = decode(b"%08x %s" % (zlib.crc32(body), body))
        return good or journal.Record(10**9, ()) if body[:1].isdigit() else None

    patch.setattr(journal, "decode", trusting)


def appending_after_a_torn_write(patch: pytest.MonkeyPatch) -> None:
    """Write on behind a torn record, as if the file's end were the end of what is good."""
    start = journal.Journal.__init__

    def at_the_end(self: journal.Journal, path: Path, good_bytes: int) -> None:
        start(self, path, path.stat().st_size if path.exists() else good_bytes)

    patch.setattr(journal.Journal, "__init__", at_the_end)


@pytest.mark.parametrize(
    "mutant",
    [
        without_data_sync,
        without_folder_sync,
        without_snapshot_sync,
        without_photo_sync,
        without_syncing_the_folder_of_photos,
        keeping_backups_after_a_seal,
        with_the_journal_cut_first,
        without_checksum,
        appending_after_a_torn_write,
    ],
)
def test_a_careless_store_is_caught(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch, mutant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Each way of saving work that a store must not take loses something in some state."""
    mutant(monkeypatch)
    assert any(bad_states(recorded(tmp_path, 1), state, 1, STATES_PER_CUT))
