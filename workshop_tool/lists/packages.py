"""Opens zipped office files with care: what is far larger inside than outside is refused, also while it is read."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from workshop_tool.lists.refusals import ListDamaged, ListEncrypted, ListInflated

SIGNATURE: Final = b"PK\x03\x04"
PART_CAP: Final = 50_000_000
"""Bytes that one part may unpack to."""
_RATIO: Final = 100
_RATIO_FROM: Final = 5_000_000
"""A small part may be packed as tightly as it likes."""
_MOST_PARTS: Final = 10_000
_ENTRY: Final = b"PK\x01\x02"
_CHUNK: Final = 1 << 16
_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DAMAGES: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)


@dataclass(frozen=True)
class Package:
    """The parts of a zipped file."""

    data: bytes
    file: str
    """What a sentence calls it."""

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        if self.data.count(_ENTRY) > _MOST_PARTS:
            raise ListInflated(file=self.file)
        try:
            return zipfile.ZipFile(io.BytesIO(self.data))
        except _DAMAGES as problem:
            raise ListDamaged(file=self.file, place="") from problem

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its parts.

        Raises:
            ListDamaged: the archive cannot be opened.
        """
        return frozenset(self._archive.namelist())

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack one part piece by piece.

        Raises:
            ListInflated: it unpacks to more than any list needs.
            ListDamaged: it cannot be unpacked; the sentence names the part.
            ListEncrypted: it has a password.
        """
        try:
            info = self._archive.getinfo(name)
            self._check(info)
            size = 0
            with self._archive.open(info) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    if size > PART_CAP:
                        raise ListInflated(file=self.file)
                    yield chunk
        except _DAMAGES as problem:
            raise ListDamaged(file=self.file, place=f" ({name})") from problem

    def read(self, name: str) -> bytes:
        """Unpack one small part whole."""
        return b"".join(self.chunks(name))

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & 1:
            raise ListEncrypted(file=self.file)
        if info.compress_type not in _METHODS:
            raise ListDamaged(file=self.file, place=f" ({info.filename})")
        tight = info.file_size > _RATIO_FROM and info.file_size > _RATIO * max(1, info.compress_size)
        if tight or info.file_size > PART_CAP:
            raise ListInflated(file=self.file)
