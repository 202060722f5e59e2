"""The snapshot: a whole workshop as one valid TinyDB file that is only ever swapped for a complete new one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument

from workshop_tool.domain.documents import Document
from workshop_tool.store.durable import replace_file
from workshop_tool.store.refusals import NewerFile, NoSuchFile, NotAWorkshopFile

SCHEMA: Final = 4
META: Final = "_meta"
NAME_KEY: Final = "_id"
SIZE_CAP: Final = 500_000_000


class AtomicStorage(Storage):
    """TinyDB's storage, held in memory and written to the disk as a whole when asked.

    TinyDB's own storage rewrites the file in place, so that a kill in the middle leaves it unreadable.
    """

    def __init__(self, path: Path) -> None:
        """Start from nothing; the file is read by ``load`` and written by ``flush``."""
        self._path = path
        self._tables: dict[str, dict[str, Any]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables as they are in memory."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the tables in memory."""
        self._tables = data

    def flush(self) -> None:
        """Swap the file on the disk for the tables in memory, durably."""
        replace_file(self._path, json.dumps(self._tables, ensure_ascii=False, separators=(",", ":")).encode())


Tables = dict[str, dict[str, Document]]
"""Documents by table and id."""


@dataclass(frozen=True)
class Snapshot:
    """A whole workshop at one moment."""

    tables: Tables
    sequence: int = 0
    """The last commit that it holds."""
    sealed: int = 0
    """The last commit that made something secret; backups up to here were removed."""
    schema: int = SCHEMA


def save(path: Path, content: Snapshot) -> None:
    """Write a snapshot of all tables, durable when this returns.

    Raises:
        OSError: it could not be written; the earlier file is as it was.
    """
    with TinyDB(path, storage=AtomicStorage) as database:
        for name, documents in content.tables.items():
            rows = [{NAME_KEY: key, **document} for key, document in documents.items()]
            database.table(name).insert_multiple(TinyDocument(row, number) for number, row in enumerate(rows, start=1))
        tables = {name: table for name, table in (database.storage.read() or {}).items() if table}
        meta: Document = {"schema": content.schema, "sequence": content.sequence, "sealed": content.sealed}
        meta["sha256"] = checksum(tables, meta)
        database.table(META).insert(TinyDocument(meta, 1))
        database.storage.flush()


def load(path: Path, *, newer: bool = False) -> Snapshot:
    """Read a snapshot as it was saved, in whichever version that was; with ``newer``, in a later one than ours too.

    Raises:
        NoSuchFile, NotAWorkshopFile, NewerFile: what the sentence says; the file is untouched.
        ChecksumWrong: it is a workshop file, but its content changed since it was saved.
    """
    data = _read_json(path)
    meta = data.pop(META, {}).get("1", {})
    if not all(type(meta.get(key)) is int for key in ("schema", "sequence")) or "sha256" not in meta:
        raise NotAWorkshopFile(path=path, what="it carries no version")
    if meta["schema"] > SCHEMA and not newer:
        raise NewerFile(path=path)
    content = {name: table for name, table in data.items() if table}
    if checksum(content, meta) != meta["sha256"]:
        raise ChecksumWrong
    if not all(isinstance(row.get(NAME_KEY), str) for table in content.values() for row in table.values()):
        raise NotAWorkshopFile(path=path, what="its documents carry no ids")
    tables = {
        name: {row[NAME_KEY]: {k: v for k, v in row.items() if k != NAME_KEY} for row in table.values()}
        for name, table in content.items()
    }
    return Snapshot(tables, meta["sequence"], meta.get("sealed", 0), meta["schema"])


class ChecksumWrong(Exception):
    """The tables are not those that were saved."""


def checksum(tables: Mapping[str, object], meta: Document) -> str:
    """Return the SHA-256 (hex) over all tables, as JSON with sorted keys and no blanks.

    Since version 2 it covers ``_meta`` too (all but itself): a wrong sequence would hide records of the journal.
    """
    covered = {META: {key: value for key, value in meta.items() if key != "sha256"}} if meta["schema"] > 1 else {}
    text = json.dumps({**tables, **covered}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _read_json(path: Path) -> dict[str, Any]:
    try:
        if not path.exists():
            raise NoSuchFile(path=path)
        if not path.is_file():
            raise NotAWorkshopFile(path=path, what="it is not a plain file")
        if path.stat().st_size > SIZE_CAP:
            raise NotAWorkshopFile(path=path, what="it is far too large")
        data = json.loads(path.read_bytes(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise NotAWorkshopFile(path=path, what="it is not valid JSON") from error
    except OSError as error:
        raise NotAWorkshopFile(path=path, what=error.strerror or "it cannot be read") from error
    if not isinstance(data, dict) or not all(_is_table(table) for table in data.values()):
        raise NotAWorkshopFile(path=path, what="it holds no tables")
    return data


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(row, dict) for row in table.values())


def _refuse_constant(name: str) -> None:
    raise ValueError(name)
