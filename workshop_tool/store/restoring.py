"""Going back to a backup: what stands there now is kept aside first, and nothing sealed is opened again."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store import journal, snapshot
from workshop_tool.store.backups import Backup, make_backup
from workshop_tool.store.durable import reason_of, remove_files
from workshop_tool.store.lock import Lock
from workshop_tool.store.names import journal_path, lock_path
from workshop_tool.store.reading import Damage, Found, find
from workshop_tool.store.refusals import BackupDamaged, BackupIsSealed, CannotWriteHere
from workshop_tool.store.setting_aside import set_aside
from workshop_tool.store.snapshot import Snapshot


def restore(path: Path, backup: Backup, now: dt.datetime) -> None:
    """Make a workshop file hold what a backup holds.

    The new snapshot counts as later than every commit in the journal, so a crash in between never mixes the two.

    Raises:
        BackupDamaged, BackupIsSealed: the workshop is untouched.
        OpenElsewhere: somebody has it open.
        BackupFailed, CannotWriteHere: what is there now could not be kept aside, or the backup not be put in place.
    """
    try:
        lock = Lock(lock_path(path))
    except OSError as error:
        raise CannotWriteHere(folder=path.parent, reason=reason_of(error)) from error
    try:
        _put_in_place(path, backup, now)
    except OSError as error:
        raise CannotWriteHere(folder=path.parent, reason=reason_of(error)) from error
    finally:
        lock.release()


def _put_in_place(path: Path, backup: Backup, now: dt.datetime) -> None:
    there = _found(path)
    sealed = there.content.sealed if there else 0
    if backup.sequence < sealed:
        raise BackupIsSealed
    content = _read(backup)
    if there is not None:
        make_backup(path, there.content, "before-restore", now)
    elif path.exists():
        set_aside(path)
    later = max([content.sequence, there.content.sequence if there else 0, *_sequences(path)]) + 1
    snapshot.save(path, Snapshot(content.tables, later, max(sealed, content.sealed), content.schema))
    remove_files([journal_path(path)])


def _read(backup: Backup) -> Snapshot:
    try:
        return snapshot.load(backup.path)
    except (snapshot.ChecksumWrong, WorkshopProblem) as error:
        raise BackupDamaged(path=backup.path) from error


def _found(path: Path) -> Found | None:
    """Return what the file holds now, or None where it is damaged or gone."""
    try:
        return find(path)
    except (Damage, WorkshopProblem):
        return None


def _sequences(path: Path) -> Iterable[int]:
    """Yield numbers that no record of the journal reaches, damaged as it may be."""
    try:
        lines = journal_path(path).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        if record := journal.decode(line):
            yield record.sequence + len(lines)
