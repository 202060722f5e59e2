"""A full or broken disk at every Nth call: what was acknowledged stays, and work goes on once all is well again."""

import os
from pathlib import Path

import pytest

from tests.store.failing_disk import CALLS, FailingDisk, Trouble
from tests.store.files import a_file, note, noted
from workshop_tool.store.refusals import StoreFailed
from workshop_tool.store.workshop_file import WorkshopFile

STEPS = 12
CHECKPOINTS = (4, 8)
FURTHEST = int(os.environ.get("DISK_ERRORS_UP_TO", "16"))

CASES = [
    (call, trouble, lasting)
    for call in CALLS
    for trouble in ("full", "broken", "short")
    for lasting in (False, True)
    if trouble != "short" or call == "write"
]


@pytest.mark.parametrize(("call", "trouble", "lasting"), CASES)
def test_nothing_acknowledged_is_lost_on_a_failing_disk(
    tmp_path: Path, call: str, trouble: Trouble, lasting: bool
) -> None:
    """Whichever call fails, once or from then on: reopened, the file holds the last word that was acknowledged."""
    failures = 0
    for at in range(1, FURTHEST + 1):
        folder = tmp_path / str(at)
        folder.mkdir()
        path = a_file(folder)
        disk = FailingDisk(folder, call, at, trouble, lasting)
        acknowledged = 0
        with disk.failing():
            store = WorkshopFile(path)
            store.load()
            disk.armed = True
            for step in range(1, STEPS + 1):
                acknowledged = _committed(store, step, acknowledged)
            disk.armed = False
            tried = STEPS + 1
            acknowledged = _committed(store, tried, acknowledged)
            _closed(store)
        failures += disk.failures
        assert acknowledged <= int(noted(path) or 0) <= tried
    assert failures > 0


@pytest.mark.parametrize(("call", "trouble"), [("write", "full"), ("write", "broken"), ("swap", "full")])
def test_work_goes_on_once_there_is_space_again(tmp_path: Path, call: str, trouble: Trouble) -> None:
    """A disk that was full refuses, says so, and takes the next change after space was freed."""
    path = a_file(tmp_path)
    disk = FailingDisk(tmp_path, call, 1, trouble, lasting=True)
    with disk.failing():
        store = WorkshopFile(path)
        store.load()
        disk.armed = True
        if call == "write":
            with pytest.raises(StoreFailed):
                store.commit(note("refused"))
        else:
            store.commit(note("kept"))
            with pytest.raises(StoreFailed):
                store.checkpoint()
        disk.armed = False
        store.commit(note("saved"))
        store.close()
    assert noted(path) == "saved"


def test_a_failed_sync_is_final(tmp_path: Path) -> None:
    """What the disk holds is unknown, so no later success is believed, although the disk answers again."""
    path = a_file(tmp_path)
    disk = FailingDisk(tmp_path, "sync", 1, "broken", lasting=False)
    with disk.failing():
        store = WorkshopFile(path)
        store.load()
        disk.armed = True
        for _ in range(3):
            with pytest.raises(StoreFailed):
                store.commit(note("not saved"))
    assert disk.failures == 1
    store.release()


def _committed(store: WorkshopFile, step: int, acknowledged: int) -> int:
    """Commit one step, fold the journal now and then, and return the last step that was acknowledged."""
    try:
        store.commit(note(str(step)))
        acknowledged = step
        if step in CHECKPOINTS:
            store.checkpoint()
    except StoreFailed:
        pass
    return acknowledged


def _closed(store: WorkshopFile) -> None:
    try:
        store.close()
    except StoreFailed:
        store.release()
