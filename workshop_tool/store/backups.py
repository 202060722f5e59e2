"""Backups: whole snapshots in a folder beside the workshop file, each read back after writing; the newest five stay."""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store import snapshot
from workshop_tool.store.durable import make_folder, reason_of, remove_files, sync_folder
from workshop_tool.store.names import backups_folder
from workshop_tool.store.refusals import BackupFailed
from workshop_tool.store.snapshot import Snapshot

KEPT: Final = 5
Occasion = Literal["opened", "working", "round-closed", "published", "before-upgrade", "before-restore"]
"""What a backup was made for."""

_TIME: Final = "%Y%m%dT%H%M%SZ"
_NAME: Final = re.compile(rf"(\d{{8}}T\d{{6}}Z)-(\d+)-({'|'.join(get_args(Occasion))})\.json")
_UNFINISHED: Final = re.compile(rf"\.{_NAME.pattern}\.new")


@dataclass(frozen=True)
class Backup:
    """One earlier state of a workshop."""

    path: Path
    at: dt.datetime
    """When it was made (UTC, to the second)."""
    sequence: int
    """The last commit that it holds."""
    occasion: Occasion


def make_backup(path: Path, content: Snapshot, occasion: Occasion, now: dt.datetime) -> Backup:
    """Write a backup, read it again, and drop the oldest beyond five.

    Raises:
        BackupFailed: it could not be written, or what was read back is not what was written.
    """
    at = now.astimezone(dt.UTC).replace(microsecond=0)
    name = f"{at.strftime(_TIME)}-{content.sequence}-{occasion}.json"
    backup = Backup(backups_folder(path) / name, at, content.sequence, occasion)
    try:
        make_folder(backup.path.parent)
        snapshot.save(backup.path, content)
        if not _holds(backup, content):
            backup.path.unlink(missing_ok=True)
            raise BackupFailed(reason="the disk gives back something else than was written")
        remove_files([*(old.path for old in backups_of(path)[KEPT:]), *_left_unfinished(path)])
    except OSError as error:
        raise BackupFailed(reason=reason_of(error)) from error
    return backup


def _holds(backup: Backup, content: Snapshot) -> bool:
    try:
        again = snapshot.load(backup.path)
    except (snapshot.ChecksumWrong, WorkshopProblem):
        return False
    wanted = {table: documents for table, documents in content.tables.items() if documents}
    return (again.tables, again.sequence, again.schema) == (wanted, content.sequence, content.schema)


def backups_of(path: Path) -> list[Backup]:
    """Return the backups of a workshop file, the newest first; other files in their folder are passed over."""
    folder = backups_folder(path)
    found = [(entry, _NAME.fullmatch(entry.name)) for entry in folder.iterdir()] if folder.is_dir() else []
    backups = [
        Backup(entry, dt.datetime.strptime(match[1], _TIME).replace(tzinfo=dt.UTC), int(match[2]), _occasion(match[3]))
        for entry, match in found
        if match and entry.is_file()
    ]
    return sorted(backups, key=lambda backup: (backup.sequence, backup.at), reverse=True)


def _occasion(word: str) -> Occasion:
    return next(occasion for occasion in get_args(Occasion) if occasion == word)


def forget_backups(path: Path) -> None:
    """Remove all backups for good: what was sealed or forgotten still stands in them. Files of others stay.

    Raises:
        OSError: some of it is still there.
    """
    folder = backups_folder(path)
    if folder.is_dir():
        remove_files([*_left_unfinished(path), *(backup.path for backup in backups_of(path))])
        if not any(folder.iterdir()):
            folder.rmdir()
            sync_folder(folder.parent)


def _left_unfinished(path: Path) -> list[Path]:
    """Return what a session that was killed while it wrote a backup left of it."""
    return [entry for entry in backups_folder(path).iterdir() if _UNFINISHED.fullmatch(entry.name)]
