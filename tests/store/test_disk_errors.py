"""A full or broken disk at every Nth call: what was acknowledged stays, and work goes on once all is well again."""

import os
from pathlib import Path

import pytest

from tests.store.disk_errors import CASES, problem_with
from tests.store.failing_disk import FailingDisk, Trouble
from tests.store.files import a_file, note, noted
from workshop_tool.store.refusals import NotFolded, StoreFailed
from workshop_tool.store.workshop_file import WorkshopFile

FURTHEST = int(os.environ.get("DISK_ERRORS_UP_TO", "16"))


@pytest.mark.parametrize(("call", "trouble", "lasting"), CASES)
def test_nothing_acknowledged_is_lost_on_a_failing_disk(
    tmp_path: Path, call: str, trouble: Trouble, lasting: bool
) -> None:
    """Whichever call fails, once or for long: the last acknowledged word is there, and the next is taken again."""
    failures = 0
    for at in range(1, FURTHEST + 1):
        (tmp_path / str(at)).mkdir()
        failed, problem = problem_with(tmp_path / str(at), call, trouble, at, lasting=lasting)
        assert problem is None, f"call {at}: {problem}"
        failures += failed
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
            with pytest.raises(NotFolded):
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
