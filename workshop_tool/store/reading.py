"""Reading a workshop file: its snapshot, and on top of it what the journal holds since."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop_tool.store import journal, snapshot
from workshop_tool.store.names import beside, journal_path
from workshop_tool.store.protocol import Changes
from workshop_tool.store.refusals import NotAWorkshopFile
from workshop_tool.store.snapshot import Snapshot, Tables

SEAL: Final = (snapshot.META, "sealed")
"""Stands in a record of the journal for: this commit made something secret."""


class Damage(Exception):
    """What was saved is not what is there; the text says where."""


@dataclass(frozen=True)
class Found:
    """What a workshop file holds, and what has to be done about it."""

    content: Snapshot
    folded: int
    """The sequence up to which the snapshot holds it; the rest comes from the journal."""
    good_bytes: int
    """Length of the journal up to its last good record."""
    torn: bytes
    """What stands behind that."""

    @property
    def half_sealed(self) -> bool:
        """Whether a seal was committed that the snapshot does not hold yet."""
        return self.content.sealed > self.folded


def find(path: Path, *, newer: bool = False) -> Found:
    """Read snapshot and journal.

    Raises:
        NoSuchFile, NotAWorkshopFile, NewerFile: as they say.
        Damage: a part is not what was saved.
    """
    try:
        start = snapshot.load(path, newer=newer)
    except snapshot.ChecksumWrong as error:
        raise Damage("its content is not what was saved") from error
    except NotAWorkshopFile as error:
        if not path.is_file() or not any(left.exists() for left in beside(path)):
            raise
        # What stands beside it shows that it was one.
        raise Damage(error.details["what"]) from error
    journaled = journal_path(path)
    if journaled.exists() and not journaled.is_file():  # a pipe would be waited for
        raise NotAWorkshopFile(path=journaled, what="it is not a plain file")
    reading = journal.read(journaled)
    if reading.damaged_line is not None:
        raise Damage(f"line {reading.damaged_line} of its journal")
    sequence, sealed = start.sequence, start.sealed
    for record in reading.records:
        if record.sequence <= start.sequence:
            continue
        if record.sequence != sequence + 1:
            raise Damage(f"its journal lacks change {sequence + 1}")
        sequence = record.sequence
        changes = {(table, name): document for table, name, document in record.changes}
        if SEAL in changes:
            sealed = sequence
        apply(start.tables, changes)
    content = Snapshot(start.tables, sequence, sealed, start.schema)
    return Found(content, start.sequence, reading.good_bytes, reading.torn)


def apply(tables: Tables, changes: Changes) -> None:
    """Change documents in their tables; the mark of a seal is no document."""
    for (table, name), document in changes.items():
        if table == snapshot.META:
            continue
        if document is not None:
            tables.setdefault(table, {})[name] = document
        else:
            tables.get(table, {}).pop(name, None)
