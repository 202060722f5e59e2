"""A workshop file: snapshot, journal and lock as one store."""

import os
import shutil
import threading
from pathlib import Path
from typing import Final

from workshop_tool.domain.documents import Documents
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store import journal, snapshot
from workshop_tool.store.durable import unfinished
from workshop_tool.store.journal import Journal, SyncFailed
from workshop_tool.store.lock import Lock
from workshop_tool.store.protocol import Changes
from workshop_tool.store.refusals import (
    CannotWriteHere,
    DamagedFile,
    DamagedFileCopied,
    FileExists,
    NoSuchFile,
    NotAWorkshopFile,
    OpenedReadOnly,
    StoreFailed,
    TooBusyToRead,
)

SUFFIX: Final = ".workshop.json"
CHECKPOINT_BYTES: Final = 4_000_000
READING_TRIES: Final = 1000
"""How often a reader starts anew because the writer swapped the snapshot; in practice, once."""


def journal_path(path: Path) -> Path:
    """Return where the journal of a workshop file stands."""
    return path.with_name(_stem(path) + ".journal")


def lock_path(path: Path) -> Path:
    """Return where the lock of a workshop file stands."""
    return path.with_name(_stem(path) + ".lock")


def _stem(path: Path) -> str:
    return path.name.removesuffix(".json")


def create(path: Path, documents: Changes) -> None:
    """Make a new workshop file.

    Raises:
        FileExists: something has that name already; it is untouched.
        CannotWriteHere: the folder is missing, full or read-only.
    """
    tables: snapshot.Tables = {}
    _apply(tables, documents)
    try:
        if os.path.lexists(path) or journal_path(path).exists():
            raise FileExists(path=path)
        snapshot.save(path, tables, sequence=0)
    except OSError as error:
        raise CannotWriteHere(folder=path.parent, reason=_reason(error)) from error


class WorkshopFile:
    """The store of one workshop: opened by the process that may write, or by anybody who only reads."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Name the file; nothing is opened before ``load``."""
        self.path = path
        self.read_only = read_only
        self._tables: snapshot.Tables = {}
        self._sequence = 0
        self._snapshot_sequence = 0
        self._journal: Journal | None = None
        self._lock: Lock | None = None
        self._failed: str | None = None
        self._owner: int | None = None

    def load(self) -> Documents:
        """Take the lock, verify the snapshot and replay the journal.

        Raises:
            NoSuchFile, NotAWorkshopFile, NewerFile, DamagedFile, CannotWriteHere, OpenElsewhere: as they say.
        """
        self._owner = threading.get_ident()
        # Through a link, so that whichever name it is opened by, one journal and one lock stand beside it.
        self.path = Path(os.path.realpath(self.path))
        try:
            if not self.path.exists():
                raise NoSuchFile(path=self.path)
            if not self.read_only:
                self._lock = Lock(lock_path(self.path))
                unfinished(self.path).unlink(missing_ok=True)
            reading = self._read_beside_writer() if self.read_only else self._read()
            if not self.read_only:
                folded = self._sequence == self._snapshot_sequence
                self._journal = Journal(journal_path(self.path), 0 if folded else reading.good_bytes)
        except OSError as error:
            self.release()
            raise CannotWriteHere(folder=self.path.parent, reason=_reason(error)) from error
        except WorkshopProblem:
            self.release()
            raise
        return self._tables

    def commit(self, changes: Changes) -> None:
        """Append the changes to the journal; once they are on the disk, they count."""
        journal_ = self._writable()
        try:
            journal_.append(journal.encode(self._sequence + 1, changes))
        except OSError as error:
            raise self._failure(error) from error
        self._sequence += 1
        _apply(self._tables, changes)

    @property
    def wants_checkpoint(self) -> bool:
        """Whether the journal has grown past 4 MB."""
        return self._journal is not None and self._journal.size > CHECKPOINT_BYTES

    def checkpoint(self) -> None:
        """Write a snapshot, and only once it is on the disk cut the journal."""
        journal_ = self._writable()
        try:
            if self._sequence != self._snapshot_sequence:
                snapshot.save(self.path, self._tables, self._sequence)
                self._snapshot_sequence = self._sequence
            if journal_.size:
                journal_.cut()
        except OSError as error:
            raise self._failure(error) from error

    def close(self) -> None:
        """Checkpoint and leave the one JSON file; after a failure the journal stays and is replayed next time."""
        try:
            if self._journal is not None and self._failed is None:
                self.checkpoint()
        finally:
            self.release()

    def _writable(self) -> Journal:
        if threading.get_ident() != self._owner:
            raise AssertionError("the store belongs to the thread that loaded it")
        if self._journal is None:
            raise OpenedReadOnly
        if self._failed is not None:
            raise StoreFailed(reason=self._failed)
        return self._journal

    def _failure(self, error: OSError) -> StoreFailed:
        if isinstance(error, SyncFailed):
            self._failed = _reason(error)
        return StoreFailed(reason=_reason(error))

    def _read_beside_writer(self) -> journal.Reading:
        """Read without the lock: once more where the writer swapped the snapshot in the middle."""
        for _ in range(READING_TRIES):
            before = self.path.stat()
            try:
                reading = self._read()
            except DamagedFile:
                if _same_content(before, self.path.stat()):
                    raise
            else:
                if _same_content(before, self.path.stat()):
                    return reading
        raise TooBusyToRead(path=self.path)

    def _read(self) -> journal.Reading:
        try:
            self._tables, self._sequence = snapshot.load(self.path)
        except snapshot.ChecksumWrong as error:
            raise self._set_aside("its content is not what was saved") from error
        self._snapshot_sequence = self._sequence
        beside = journal_path(self.path)
        if beside.exists() and not beside.is_file():  # a pipe would be waited for
            raise NotAWorkshopFile(path=beside, what="it is not a plain file")
        reading = journal.read(beside)
        if reading.damaged_line is not None:
            raise self._set_aside(f"line {reading.damaged_line} of its journal")
        for record in reading.records:
            if record.sequence <= self._snapshot_sequence:
                continue
            if record.sequence != self._sequence + 1:
                raise self._set_aside(f"its journal lacks change {self._sequence + 1}")
            self._sequence = record.sequence
            _apply(self._tables, {(table, name): document for table, name, document in record.changes})
        return reading

    def _set_aside(self, what: str) -> DamagedFile:
        """Copy snapshot and journal beside themselves, as they are, and return the refusal to raise."""
        if self.read_only:
            return DamagedFile(path=self.path, what=what)
        number = 1
        while (copy := self.path.with_name(f"{_stem(self.path)}.damaged-{number}.json")).exists():
            number += 1
        try:
            shutil.copyfile(self.path, copy)
            if journal_path(self.path).exists():
                shutil.copyfile(journal_path(self.path), journal_path(copy))
        except OSError:
            return DamagedFile(path=self.path, what=what)
        return DamagedFileCopied(path=self.path, what=what, copy=copy)

    def release(self) -> None:
        """Let go of journal and lock; the journal stays where it holds what the snapshot does not."""
        if self._journal is not None:
            self._journal.close(remove=self._failed is None and self._sequence == self._snapshot_sequence)
            self._journal = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _same_content(before: os.stat_result, after: os.stat_result) -> bool:
    return os.path.samestat(before, after) and before.st_mtime_ns == after.st_mtime_ns


def _apply(tables: snapshot.Tables, changes: Changes) -> None:
    for (table, name), document in changes.items():
        if document is not None:
            tables.setdefault(table, {})[name] = document
        else:
            tables.get(table, {}).pop(name, None)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
