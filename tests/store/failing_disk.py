"""A disk on which a chosen call fails: full, broken, or writing less than it was given."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

Trouble = Literal["full", "broken", "short"]
CALLS: Final = {"write": ("write",), "sync": ("fsync", "fdatasync"), "swap": ("replace",), "cut": ("ftruncate",)}
ERRORS: Final = {"full": errno.ENOSPC, "broken": errno.EIO}


@dataclass
class FailingDisk:
    """Fails the Nth call of one kind on the files below a folder, and all later ones too if it lasts."""

    folder: Path
    call: str
    """A key of CALLS."""
    at: int
    trouble: Trouble
    lasting: bool
    armed: bool = False
    """Calls are counted, and fail, only while this is set: unset it once space was freed or the stick is back."""
    failures: int = 0
    _count: int = 0
    _ours: set[int] = field(default_factory=set)

    @contextmanager
    def failing(self) -> Iterator[None]:
        """Watch the calls of ``os``."""
        names = ("open", *CALLS[self.call])
        real = {name: getattr(os, name) for name in names}
        os.open = self._opening(real["open"])
        for name in CALLS[self.call]:
            setattr(os, name, self._wrapped(real[name]))
        try:
            yield
        finally:
            for name, call in real.items():
                setattr(os, name, call)

    def _opening(self, real: Any) -> Any:
        def call(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            fd: int = real(path, flags, *rest, **more)
            self._ours.discard(fd)
            if isinstance(path, str | os.PathLike):
                at = Path(os.fsdecode(path))
                if at.is_relative_to(self.folder) and at.suffix != ".lock":
                    self._ours.add(fd)
            return fd

        return call

    def _wrapped(self, real: Any) -> Any:
        def call(where: Any, *rest: Any, **more: Any) -> Any:
            if not self.armed or (isinstance(where, int) and where not in self._ours):
                return real(where, *rest, **more)
            self._count += 1
            due = self._count >= self.at if self.lasting else self._count == self.at
            if not due:
                return real(where, *rest, **more)
            self.failures += 1
            if self.trouble == "short":
                return real(where, bytes(memoryview(rest[0])[: max(1, len(rest[0]) // 3)]))
            if self.call == "write" and len(rest[0]) > 1:
                real(where, bytes(memoryview(rest[0])[: len(rest[0]) // 2]))
            raise OSError(ERRORS[self.trouble], os.strerror(ERRORS[self.trouble]))

        return call
