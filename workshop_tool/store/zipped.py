"""A workshop and its attachments as one zip: written durably, and read as if somebody had built it to do harm."""

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Final

from workshop_tool.domain.attachments import is_attachment_name
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store.attachments import ATTACHMENT_CAP
from workshop_tool.store.durable import replacing
from workshop_tool.store.snapshot import SIZE_CAP

ENTRY_CAP: Final = 2_000
TOTAL_CAP: Final = 1_000_000_000
"""Bytes of all entries together, counted while they are unpacked: what the zip says of itself may be a lie."""

_HEAD: Final = ".workshop.json"
_FILES: Final = ".workshop.files"
_DIRECTORY_CAP: Final = ENTRY_CAP * 512
"""Bytes of the zip's own table; the tool's takes a third of that for each entry."""
_TOO_MANY: Final = f"it holds more than {ENTRY_CAP} files"
_CHUNK: Final = 1 << 16
_PACKINGS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_LONGEST_STEM: Final = 200
_SHOWN: Final = 80
"""Letters of a name that a sentence quotes."""
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError, OSError)
"""What the standard library raises on a zip that is cut off, damaged or of a kind that it does not know."""


class NotACopy(WorkshopProblem):
    """{name} is not a copy of a workshop ({what}). Nothing was unpacked; choose a file that “Save a copy” made."""


def write_zip(to: Path, stem: str, head: bytes, attachments: Iterable[tuple[str, bytes]]) -> None:
    """Write a copy as one zip, durable when this returns; a file that was there before is replaced at the end.

    Args:
        to: The zip.
        stem: What the workshop is called in it: ``STEM.workshop.json`` and ``STEM.workshop.files/``.
        head: The workshop file.
        attachments: Names and bytes; taken one by one, so that they need not all be in memory.

    Raises:
        OSError: it could not be written; what was there before still is.
    """
    with replacing(to) as fd, os.fdopen(fd, "wb", closefd=False) as out, zipfile.ZipFile(out, "w") as archive:
        archive.writestr(_entry(stem + _HEAD), head, zipfile.ZIP_DEFLATED)
        for name, data in attachments:
            archive.writestr(_entry(f"{stem}{_FILES}/{name}"), data)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry that anybody may read, and that says nothing of when it was made."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


class ZippedCopy:
    """A zip whose entries are known to be those of a copy. What they hold is checked while it is read."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        """Check the names of the entries; see ``open_zip``."""
        self._path = path
        self._archive = archive
        self._left = TOTAL_CAP
        self._head, self._attachments = self._sorted_out(archive.infolist())
        self.stem = self._head.filename.removesuffix(_HEAD)

    def head(self) -> Iterator[bytes]:
        """Yield the workshop file bit by bit. Raises NotACopy."""
        return self._bits(self._head, SIZE_CAP)

    def attachments(self) -> Iterator[tuple[str, bytes]]:
        """Yield the name that each attachment has, and its bytes. Raises NotACopy."""
        for entry in self._attachments:
            yield entry.filename.rpartition("/")[2], b"".join(self._bits(entry, ATTACHMENT_CAP))

    def _sorted_out(self, entries: list[zipfile.ZipInfo]) -> tuple[zipfile.ZipInfo, list[zipfile.ZipInfo]]:
        if len(entries) > ENTRY_CAP:
            raise self._refusal(_TOO_MANY)
        heads = [entry for entry in entries if _is_head(entry.filename)]
        if len(heads) != 1:
            raise self._refusal("it holds no workshop" if not heads else "it holds more than one workshop")
        folder = heads[0].filename.removesuffix(_HEAD) + _FILES
        seen = set[str]()
        for entry in entries:
            if what := _trouble(entry, folder) or (entry.filename in seen and "stands in it twice"):
                raise self._refusal(f"“{_shown(entry.filename)}” {what}")
            seen.add(entry.filename)
        return heads[0], [entry for entry in entries if entry is not heads[0]]

    def _bits(self, entry: zipfile.ZipInfo, cap: int) -> Iterator[bytes]:
        left = min(cap, self._left)
        with _refusing(self._path):
            opened = self._archive.open(entry)
        with opened:
            while bits := self._next(opened):
                left -= len(bits)
                self._left -= len(bits)
                if left < 0:
                    raise self._refusal(f"“{_shown(entry.filename)}” is far too large")
                yield bits

    def _next(self, opened: IO[bytes]) -> bytes:
        with _refusing(self._path):
            return opened.read(_CHUNK)

    def _refusal(self, what: str) -> NotACopy:
        return NotACopy(name=self._path.name, what=what)


@contextmanager
def open_zip(path: Path) -> Iterator[ZippedCopy]:
    """Open a zip that is said to be a copy.

    Raises:
        NotACopy: it is none, or is damaged, or was built to do harm; the sentence names the entry.
    """
    with ExitStack() as opened:
        with _refusing(path):
            if not path.is_file():  # a pipe would be waited for
                raise NotACopy(name=path.name, what="there is no such file")
            file = opened.enter_context(_MeasuredFile(io.FileIO(path)))
            archive = opened.enter_context(zipfile.ZipFile(file))
        yield ZippedCopy(path, archive)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Refuse the zip where reading it fails, in whatever way."""
    try:
        yield
    except _BROKEN as error:
        raise NotACopy(name=path.name, what="it is damaged, cut off or no zip at all") from error


class _MeasuredFile(io.BufferedReader):
    """A file from which nobody takes more at once than the table of a zip may be long.

    The standard library reads that table as a whole, as long as the zip says that it is, and makes an object of each
    entry.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _DIRECTORY_CAP:
            raise NotACopy(name=Path(self.name).name, what=_TOO_MANY)
        return super().read(size)


def _is_head(name: str) -> bool:
    stem = name.removesuffix(_HEAD)
    plain = not any(letter in "/\\:\0" or not letter.isprintable() for letter in stem)
    return name.endswith(_HEAD) and plain and not stem.startswith(".") and 0 < len(stem) <= _LONGEST_STEM


def _trouble(entry: zipfile.ZipInfo, folder: str) -> str:
    """Say what is wrong with an entry, by all that the zip says of it; empty where nothing is."""
    above, _slash, name = entry.filename.rpartition("/")
    if not _is_head(entry.filename) and not (above == folder and is_attachment_name(name)):
        return "does not belong in it"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        return "is no plain file"
    if entry.flag_bits & 0x1:
        return "is encrypted"
    return "" if entry.compress_type in _PACKINGS else "is packed in a way that is not known here"


def _shown(name: str) -> str:
    """Return a name such that it can stand in a sentence, whatever is in it."""
    plain = "".join(letter if letter.isprintable() else "□" for letter in name)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
