"""Where a list comes from: bytes with a name, opened with care, and the shape every reader has."""

import errno
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol

from workshop_tool.domain.fact import clean_line
from workshop_tool.language import _
from workshop_tool.lists.characters import decoded
from workshop_tool.lists.choices import AS_FOUND, Choices
from workshop_tool.lists.drafts import Findings, ListKind
from workshop_tool.lists.packages import SIGNATURE, Package
from workshop_tool.lists.refusals import (
    ListEmpty,
    ListFailing,
    ListIsFolder,
    ListMissing,
    ListNotAFile,
    ListTooLarge,
    ListTooLong,
    ListUnreadable,
)

MEGABYTE: Final = 1_000_000
SIZE_CAP: Final = 50 * MEGABYTE
"""Slides carry pictures; text alone is capped far lower."""
TEXT_CAP: Final = 5 * MEGABYTE
LINES_CAP: Final = 20_000


@dataclass(frozen=True)
class Source:
    """The bytes of a list, and the name of the file they come from ("" where they were pasted)."""

    name: str
    data: bytes
    choices: Choices = AS_FOUND

    def __post_init__(self) -> None:
        """Refuse what is empty or too large before any reader looks at it."""
        if len(self.data) > SIZE_CAP:
            raise ListTooLarge(file=self.shown_name, limit=SIZE_CAP // MEGABYTE)
        if not self.data.strip():
            raise ListEmpty(file=self.shown_name)

    @property
    def shown_name(self) -> str:
        """What a sentence calls it."""
        return clean_line(self.name) or _("the pasted text")

    @property
    def suffix(self) -> str:
        """The end of the name in lower case: ``.csv``, or "" where there is none."""
        return Path(self.name).suffix.lower()

    @cached_property
    def package(self) -> Package:
        """The parts of a zipped file."""
        return Package(self.data, self.shown_name)

    @cached_property
    def part_names(self) -> frozenset[str]:
        """The names of the parts of a zipped file; none where it is not zipped."""
        return self.package.names if self.data.startswith(SIGNATURE) else frozenset()

    @cached_property
    def decoded(self) -> tuple[str, str]:
        """The text, with line feeds at the end of lines, and the encoding it was stored in.

        Raises:
            ListRefused: where the bytes are no text, or too many lines.
        """
        if len(self.data) > TEXT_CAP:
            raise ListTooLarge(file=self.shown_name, limit=TEXT_CAP // MEGABYTE)
        text, encoding = decoded(self.data, self.shown_name, self.choices.encoding)
        if text.rstrip("\n").count("\n") >= LINES_CAP:
            raise ListTooLong(file=self.shown_name, limit=f"{LINES_CAP:,}")
        if not text.strip():
            raise ListEmpty(file=self.shown_name)
        return text, encoding


class Reader(Protocol):
    """A kind of source that lists can be read from; a module with these two functions is one."""

    def recognises(self, source: Source, /) -> bool:
        """Say whether this reader is the right one, by content before name."""
        ...

    def read(self, source: Source, kind: ListKind, /) -> Findings:
        """Return the drafts, or raise a ``ListRefused``."""
        ...


def open_source(path: Path, choices: Choices) -> Source:
    """Read a file that is an ordinary file of at most 50 MB; nothing else is opened."""
    shown = clean_line(path.name) or clean_line(str(path))
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ListIsFolder(file=shown)
        if not stat.S_ISREG(mode):
            raise ListNotAFile(file=shown)
        with path.open("rb") as file:
            return Source(name=path.name, data=file.read(SIZE_CAP + 1), choices=choices)
    except (FileNotFoundError, NotADirectoryError, ValueError) as problem:
        raise ListMissing(file=clean_line(str(path))) from problem
    except PermissionError as problem:
        raise ListUnreadable(file=shown) from problem
    except OSError as problem:
        if problem.errno == errno.ENAMETOOLONG:
            raise ListMissing(file=shown) from problem
        raise ListFailing(file=shown, reason=os.strerror(problem.errno or errno.EIO)) from problem
