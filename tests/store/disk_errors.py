"""A script of commits, checkpoints and backups on a disk of which a chosen call fails, and what has to hold then."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from tests.builders import NOW
from tests.store.failing_disk import CALLS, FailingDisk, Trouble
from tests.store.files import a_file, note, noted
from workshop_tool.store.refusals import BackupFailed, NotFolded, StoreFailed
from workshop_tool.store.workshop_file import WorkshopFile

STEPS = 12
CHECKPOINTS = (4, 8)
BACKUPS = (2, 6, 10)

CASES: list[tuple[str, Trouble, bool]] = [
    (call, trouble, lasting)
    for call in CALLS
    for trouble in ("full", "broken", "short")
    for lasting in (False, True)
    if trouble != "short" or call == "write"
]
"""Which call fails, how, and whether it goes on failing."""


def problem_with(folder: Path, call: str, trouble: Trouble, at: int, *, lasting: bool) -> tuple[int, str | None]:
    """Let the Nth call fail, free the disk, go on; return how often it failed, and what is wrong then if anything is.

    Once all is well again the next change is taken, except behind a failed sync, which is final.
    """
    path = a_file(folder)
    disk = FailingDisk(folder, call, at, trouble, lasting)
    acknowledged, tried = 0, STEPS + 1
    with disk.failing():
        store = WorkshopFile(path)
        store.load()
        disk.armed = True
        for step in range(1, STEPS + 1):
            acknowledged = _committed(store, step, acknowledged)
        disk.armed = False
        acknowledged = _committed(store, tried, acknowledged)
        final = store.read_only is not None
        _closed(store)
    found = int(noted(path) or 0)
    if not acknowledged <= found <= tried:
        return disk.failures, f"{acknowledged} was acknowledged, {tried} tried, {found} found"
    if final and call != "sync":
        return disk.failures, "nothing is taken any more, although no sync failed"
    if not final and acknowledged != tried:
        return disk.failures, "all is well again, and the next change is still refused"
    return disk.failures, None


def _committed(store: WorkshopFile, step: int, acknowledged: int) -> int:
    """Commit one step, fold the journal or keep a copy now and then; return the last step that was acknowledged."""
    try:
        store.commit(note(str(step)))
        acknowledged = step
        if step in CHECKPOINTS:
            store.checkpoint()
        if step in BACKUPS:
            with suppress(BackupFailed):
                store.back_up("working", NOW + dt.timedelta(minutes=step))
    except (NotFolded, StoreFailed):
        pass
    return acknowledged


def _closed(store: WorkshopFile) -> None:
    try:
        store.close()
    except (NotFolded, StoreFailed):
        store.release()
