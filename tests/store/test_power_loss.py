"""Power loss at every moment of a script: what was acknowledged is there, and nothing is there that nobody tried."""

import os
import random
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders import a_workshop
from tests.store.files import note, noted
from tests.store.power_loss import Disk, Operation, Recorder
from workshop_tool.domain.documents import all_documents
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store import durable, journal
from workshop_tool.store.workshop_file import WorkshopFile, create

STEPS = 30
NAME = "day.workshop.json"
STATES_PER_CUT = int(os.environ.get("POWER_LOSS_STATES", "12"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced there")


def recorded(folder: Path, seed: int) -> list[Operation]:
    """Run thirty commits with checkpoints and reopenings among them, and return all that was asked of the disk."""
    rng = random.Random(seed)
    recorder = Recorder(folder)
    with recorder.recording():
        create(folder / NAME, all_documents(a_workshop()))
        recorder.note("ack", 0)
        store = WorkshopFile(folder / NAME)
        store.load()
        for step in range(1, STEPS + 1):
            recorder.note("try", step)
            store.commit(note(f"{step} " + "word " * rng.randint(0, 400)))
            recorder.note("ack", step)
            event = rng.random()
            if event < 0.15:
                store.checkpoint()
            elif event < 0.25:
                store.close()
                store = WorkshopFile(folder / NAME)
                store.load()
        store.close()
    return recorder.operations


def bad_states(operations: list[Operation], folder: Path, seed: int) -> tuple[int, list[str]]:
    """Lose power behind each operation, in several ways; return how many states there were and what is wrong."""
    rng = random.Random(seed)
    begun = next(place for place, operation in enumerate(operations) if operation.kind == "ack")
    states, wrong = 0, []
    for cut in range(begun + 1, len(operations) + 1):
        happened = operations[:cut]
        tried = max((o.step for o in happened if o.kind in {"try", "ack"}), default=0)
        acknowledged = max((o.step for o in happened if o.kind == "ack"), default=0)
        disk = Disk(happened)
        for _ in range(STATES_PER_CUT):
            states += 1
            problem = _problem(disk.after_power_loss(rng), folder, acknowledged, tried)
            if problem:
                wrong.append(f"behind {happened[-1].kind} ({cut}): {problem}")
    return states, wrong


def _problem(state: dict[str, bytes], folder: Path, acknowledged: int, tried: int) -> str | None:
    """Open what is left, and go on working with it; return what is wrong with it, if anything is."""
    for path in folder.iterdir():
        path.unlink()
    for name, content in state.items():
        (folder / name).write_bytes(content)
    store = WorkshopFile(folder / NAME)
    try:
        text = store.load().get("notes", {}).get("n", {}).get("text", "0 ")
        step = int(text.split(" ", 1)[0])
        if not acknowledged <= step <= tried:
            return f"step {acknowledged} was acknowledged, {tried} tried, {step} found"
        store.commit(note("and on"))
        return None if noted(folder / NAME) == "and on" else "what was written afterwards is gone"
    except WorkshopProblem as problem:
        return str(problem)
    finally:
        store.release()


@pytest.fixture
def state() -> Iterator[Path]:
    """Give a folder in memory where there is one: thousands of states are opened in it, and none has to last."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it has a name of its own
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.mark.parametrize("seed", range(2))
def test_power_loss_takes_nothing_that_was_acknowledged(tmp_path: Path, state: Path, seed: int) -> None:
    """Behind every operation of a thirty-step script, in more than a thousand states for each seed."""
    states, wrong = bad_states(recorded(tmp_path, seed), state, seed)
    assert wrong == []
    assert states >= 1000


def without_data_sync(patch: pytest.MonkeyPatch) -> None:
    """Acknowledge what is only in the cache."""
    patch.setattr(journal, "sync_data", lambda _fd: None)


def without_folder_sync(patch: pytest.MonkeyPatch) -> None:
    """Trust that new names reach the disk by themselves."""
    patch.setattr(journal, "sync_folder", lambda _folder: None)
    patch.setattr(durable, "sync_folder", lambda _folder: None)


def without_snapshot_sync(patch: pytest.MonkeyPatch) -> None:
    """Swap in a snapshot that is only in the cache."""

    def replace_file(path: Path, data: bytes) -> None:
        fd = os.open(durable.unfinished(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        durable.write_whole(fd, data)
        os.close(fd)
        durable.unfinished(path).replace(path)
        durable.sync_folder(path.parent)

    patch.setattr("workshop_tool.store.snapshot.replace_file", replace_file)


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
    _states, wrong = bad_states(recorded(tmp_path, 1), state, 1)
    assert wrong
