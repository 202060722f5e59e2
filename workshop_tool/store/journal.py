"""The journal: one line per commit, ``CRC SEQUENCE JSON``, on the disk before anybody hears "saved".

The CRC-32 (eight hexadecimal digits) covers everything behind it up to the line's end. Sequence numbers follow one
another without a gap. The JSON is a list of ``[table, id, document or null]``. See docs/workshop-file.md.
"""

import json
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop_tool.store.durable import sync_data, sync_folder, write_whole
from workshop_tool.store.protocol import Changes

_START = re.compile(rb"[0-9a-f]{8} [0-9]+ \[")


@dataclass(frozen=True)
class Record:
    """One commit: its sequence number, and (table, id, document or None) for each change."""

    sequence: int
    changes: tuple[tuple[str, str, dict[str, Any] | None], ...]


@dataclass(frozen=True)
class Reading:
    """What a journal holds: its good records, where they end, and whether something bad lies between good ones."""

    records: tuple[Record, ...]
    good_bytes: int
    torn: bytes = b""
    """What lies behind the last good record: one that was cut short, or that the disk lost a part of."""
    damaged_line: int | None = None
    """Line of a record that is bad although good ones lie behind it; None where at most the last one was torn."""


def encode(sequence: int, changes: Changes) -> bytes:
    """Return one record as a line."""
    listed = [[table, name, document] for (table, name), document in changes.items()]
    body = f"{sequence} {json.dumps(listed, ensure_ascii=False, separators=(',', ':'))}".encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def decode(line: bytes) -> Record | None:
    """Return the record of one line (without its line end), or None where it is damaged."""
    crc, _, body = line.partition(b" ")
    try:
        if len(crc) != 8 or int(crc, 16) != zlib.crc32(body):  # noqa: PLR2004 - eight hexadecimal digits
            return None
        sequence, _, listed = body.partition(b" ")
        return Record(int(sequence), tuple((table, name, document) for table, name, document in json.loads(listed)))
    except (ValueError, TypeError):
        return None


def read(path: Path) -> Reading:
    """Read a journal; a missing one is empty. A torn last record is told apart from a bad one before good ones."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = b""
    records: list[Record] = []
    good_bytes, bad_line = 0, None
    for number, line, end in _lines(data):
        record = decode(line)
        if record is None:
            bad_line = bad_line or number
        elif bad_line is not None:
            return Reading(tuple(records), good_bytes, damaged_line=bad_line)
        else:
            records.append(record)
            good_bytes = end
    if bad_line is None and (record := decode(data[good_bytes:])) is not None:  # only its line end is missing
        return Reading((*records, record), len(data))
    if _holds_good_record(data[good_bytes:]):
        return Reading(tuple(records), good_bytes, damaged_line=len(records) + 1)
    return Reading(tuple(records), good_bytes, torn=data[good_bytes:])


def _holds_good_record(tail: bytes) -> bool:
    """Tell whether a good record lies behind bad bytes on what seems one line: its line end itself was damaged."""
    starts = (match.start() for match in _START.finditer(tail, 1))
    return any(decode(tail[start:].partition(b"\n")[0]) is not None for start in starts)


def _lines(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield (line number, line, offset behind it) for each complete line."""
    start, number = 0, 0
    while (end := data.find(b"\n", start)) != -1:
        number += 1
        yield number, data[start:end], end + 1
        start = end + 1


class Journal:
    """An open journal to append to. After a failed sync nothing more is written: what the disk holds is unknown."""

    def __init__(self, path: Path, good_bytes: int) -> None:
        """Open or make the journal and cut what lies behind the last good record."""
        self.path = path
        created = not path.exists()
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        self.size = good_bytes
        os.ftruncate(self._fd, good_bytes)
        if created:
            sync_folder(path.parent)
        if good_bytes:
            self._end_line()

    def _end_line(self) -> None:
        """Give the last record the line end that it lost, so that the next one starts on a line of its own."""
        os.lseek(self._fd, self.size - 1, os.SEEK_SET)
        if os.read(self._fd, 1) != b"\n":
            self.append(b"\n")

    def append(self, record: bytes) -> None:
        """Write one record and return once it is on the disk.

        Raises:
            OSError: nothing was added; where the disk itself failed to sync, ``SyncFailed``.
        """
        try:
            os.lseek(self._fd, self.size, os.SEEK_SET)
            write_whole(self._fd, record)
        except OSError:
            os.ftruncate(self._fd, self.size)
            raise
        self._sync()
        self.size += len(record)

    def cut(self) -> None:
        """Forget all records, once a snapshot holds them durably."""
        if self.size == 0:
            return
        os.ftruncate(self._fd, 0)
        self.size = 0
        self._sync()

    def _sync(self) -> None:
        try:
            sync_data(self._fd)
        except OSError as error:
            raise SyncFailed(*error.args) from error

    def close(self, *, remove: bool) -> None:
        """Close the file; remove it where it is empty and no longer needed."""
        os.close(self._fd)
        if remove:
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)


class SyncFailed(OSError):
    """The disk did not confirm a write. What it holds is unknown, so no later success may be believed."""
