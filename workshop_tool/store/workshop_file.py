"""A workshop file: snapshot, journal, lock and backups as one store."""

import datetime as dt
import os
import threading
import time
from pathlib import Path
from typing import Final

from workshop_tool.domain.documents import Document, Documents
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store import journal, reading, snapshot, sweeping
from workshop_tool.store.backups import Occasion, backups_of, make_backup
from workshop_tool.store.durable import reason_of, unfinished
from workshop_tool.store.journal import Journal, SyncFailed
from workshop_tool.store.lock import Lock
from workshop_tool.store.names import beside, journal_path, lock_path
from workshop_tool.store.protocol import Changes
from workshop_tool.store.reading import Damage, Found
from workshop_tool.store.refusals import (
    CannotWriteHere,
    DamagedFile,
    DamagedFileCopied,
    FileExists,
    NewerFile,
    NoSuchFile,
    NotFolded,
    OpenedReadOnly,
    StoreFailed,
    TooBusyToRead,
    TornChange,
    TornChangeLost,
)
from workshop_tool.store.setting_aside import set_aside, set_torn_aside
from workshop_tool.store.snapshot import SCHEMA, Snapshot
from workshop_tool.store.upgrades import upgraded

CHECKPOINT_BYTES: Final = 4_000_000
READING_TRIES: Final = 1000
"""How often a reader starts anew because the writer swapped the snapshot; in practice, once."""
READING_PAUSE: Final = 0.05
"""Seconds within which a record that is being written is whole."""


def create(path: Path, documents: Changes) -> None:
    """Make a new workshop file.

    Raises:
        FileExists: something has that name already, or is left of a workshop that had it; it is untouched.
        CannotWriteHere: the folder is missing, full or read-only.
    """
    tables: snapshot.Tables = {}
    reading.apply(tables, documents)
    try:
        for taken in (path, *beside(path)):
            if os.path.lexists(taken):
                raise FileExists(path=taken)
        snapshot.save(path, Snapshot(tables))
    except OSError as error:
        raise CannotWriteHere(folder=path.parent, reason=reason_of(error)) from error


class WorkshopFile:
    """The store of one workshop: opened by the process that may write, or by anybody who only reads."""

    def __init__(self, path: Path, *, read_only: bool | WorkshopProblem = False) -> None:
        """Name the file; nothing is opened before ``load``. A problem given says why it is only read."""
        self.path = path
        self.newer = False
        self.notices: tuple[WorkshopProblem, ...] = ()
        self.read_only: WorkshopProblem | None = OpenedReadOnly() if read_only is True else read_only or None
        self._reads = self.read_only is not None
        self._tables: snapshot.Tables = {}
        self._sequence = 0
        self._sealed = 0
        self._folded = 0
        self._must_sweep = False
        self._journal: Journal | None = None
        self._lock: Lock | None = None
        self._owner: int | None = None

    def load(self) -> Documents:
        """Take the lock, verify the snapshot, replay the journal, and bring an older version up to this one.

        Raises:
            NoSuchFile, NotAWorkshopFile, NewerFile, DamagedFile, CannotWriteHere, OpenElsewhere: as they say.
        """
        self._owner = threading.get_ident()
        # Through a link, so that whichever name it is opened by, one journal and one lock stand beside it.
        self.path = Path(os.path.realpath(self.path))
        try:
            if not self.path.exists():
                raise NoSuchFile(path=self.path)
            if self._reads:
                self._hold(self._read_beside_writer())
            else:
                self._take()
        except OSError as error:
            self.release()
            raise CannotWriteHere(folder=self.path.parent, reason=reason_of(error)) from error
        except WorkshopProblem:
            self.release()
            raise
        return self._tables

    def _take(self) -> None:
        """Become the writer."""
        self._lock = Lock(lock_path(self.path))
        unfinished(self.path).unlink(missing_ok=True)
        found = self._find()
        if found.torn:
            self.notices += (self._torn(found.torn),)
        outdated = found.content.schema < SCHEMA
        if outdated:
            make_backup(self.path, found.content, "before-upgrade", dt.datetime.now(dt.UTC))
        self._hold(found)
        sequence, folded = self._sequence, self._folded
        self._journal = Journal(journal_path(self.path), 0 if folded == sequence else found.good_bytes)
        if outdated:
            self._save_snapshot()
            self._journal.cut()
        # A session that was killed while it sealed left copies from before; the next checkpoint removes them.
        self._must_sweep |= any(backup.sequence < self._sealed for backup in backups_of(self.path))
        sweeping.sweep_photos(self.path, self._tables)

    def _hold(self, found: Found) -> None:
        content = upgraded(found.content)
        self.newer = content.schema > SCHEMA
        if self.newer and not isinstance(self.read_only, NewerFile):
            self.notices += (NewerFile(path=self.path),)
        self._tables, self._sequence, self._sealed = content.tables, content.sequence, content.sealed
        self._folded, self._must_sweep = found.folded, found.half_sealed

    def commit(self, changes: Changes, *, seals: bool = False) -> None:
        """Append the changes to the journal; once they are on the disk, they count."""
        journal_ = self._writable()
        mark: Changes = {reading.SEAL: Document()} if seals else {}
        try:
            journal_.append(journal.encode(self._sequence + 1, {**changes, **mark}))
        except OSError as error:
            raise self._failure(error) from error
        self._sequence += 1
        reading.apply(self._tables, changes)
        if seals:
            self._sealed, self._must_sweep = self._sequence, True

    @property
    def wants_checkpoint(self) -> bool:
        """Whether the journal has grown past 4 MB."""
        return self._journal is not None and self._journal.size > CHECKPOINT_BYTES

    def checkpoint(self) -> None:
        """Write a snapshot, and only once it is on the disk cut the journal; after a seal, remove all older copies."""
        journal_ = self._writable()
        try:
            if self._sequence != self._folded:
                self._save_snapshot()
            if journal_.size:
                journal_.cut()
        except SyncFailed as error:
            raise self._failure(error) from error
        except OSError as error:
            raise NotFolded(reason=reason_of(error)) from error
        if self._must_sweep:
            sweeping.sweep_copies(self.path)
            self._must_sweep = False

    def _save_snapshot(self) -> None:
        snapshot.save(self.path, self._content())
        self._folded = self._sequence

    def _content(self) -> Snapshot:
        return Snapshot(self._tables, self._sequence, self._sealed)

    def back_up(self, occasion: Occasion, now: dt.datetime) -> None:
        """Keep a copy of the workshop as it is now beside it, unless the newest one holds just that."""
        self._writable()
        earlier = backups_of(self.path)
        if not earlier or earlier[0].sequence != self._sequence:
            make_backup(self.path, self._content(), occasion, now)

    def close(self) -> None:
        """Checkpoint and leave the one JSON file; after a failure the journal stays and is replayed next time."""
        try:
            if self._journal is not None and self.read_only is None:
                self.checkpoint()
                sweeping.sweep_photos(self.path, self._tables)
        finally:
            self.release()

    def _writable(self) -> Journal:
        if threading.get_ident() != self._owner:
            raise AssertionError("the store belongs to the thread that loaded it")
        if self.read_only is not None:
            raise self.read_only
        assert self._journal is not None  # noqa: S101 - whoever loaded it to write has one
        return self._journal

    def _failure(self, error: OSError) -> StoreFailed:
        failure = StoreFailed(reason=reason_of(error))
        if isinstance(error, SyncFailed):
            self.read_only = failure
        return failure

    def _read_beside_writer(self) -> Found:
        """Read without the lock: once more where the writer swapped the snapshot in the middle."""
        for _ in range(READING_TRIES):
            before = self.path.stat()
            try:
                found = self._find()
            except DamagedFile:
                if _same_content(before, self.path.stat()):
                    raise
            else:
                if _same_content(before, self.path.stat()) and not self._changing(found):
                    return found
        raise TooBusyToRead(path=self.path)

    def _changing(self, found: Found) -> bool:
        """Tell whether what seems torn is merely being written; where it stays so, say that it is torn."""
        if not found.torn:
            return False
        time.sleep(READING_PAUSE)
        if self._find().torn != found.torn:
            return True
        self.notices += (TornChangeLost(),)
        return False

    def _find(self) -> Found:
        try:
            return reading.find(self.path, newer=self._reads)
        except Damage as damage:
            if self._reads:
                raise DamagedFile(path=self.path, what=damage) from damage
            try:
                copy = set_aside(self.path)
            except OSError:
                raise DamagedFile(path=self.path, what=damage) from damage
            raise DamagedFileCopied(path=self.path, what=damage, copy=copy) from damage

    def _torn(self, torn: bytes) -> WorkshopProblem:
        try:
            return TornChange(copy=set_torn_aside(self.path, torn))
        except OSError:
            return TornChangeLost()

    def release(self) -> None:
        """Let go of journal and lock; the journal stays where it holds what the snapshot does not."""
        if self._journal is not None:
            self._journal.close(remove=self.read_only is None and self._sequence == self._folded)
            self._journal = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _same_content(before: os.stat_result, after: os.stat_result) -> bool:
    return os.path.samestat(before, after) and before.st_mtime_ns == after.st_mtime_ns
