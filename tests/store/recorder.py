"""Notes everything that is asked of the disk in one folder and the folders in it, to lose power at any point of it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Kind = Literal["create", "write", "truncate", "sync", "rename", "remove", "mkdir", "rmdir", "sync folder", "try", "ack"]


@dataclass(frozen=True)
class Operation:
    """One thing that was asked of the disk, or a note about what the program believed at that moment."""

    kind: Kind
    name: str = ""
    """Of the file or folder as it is called then, from the watched folder on; of a rename, the new name."""
    inode: int = 0
    offset: int = 0
    data: bytes = b""
    """Of a write, what was written; of a rename, the old name."""
    step: int = 0
    """Of a note: the number of the commit that was tried, or acknowledged."""


@dataclass
class Recorder:
    """Notes what is done to the files below one folder, the lock apart: power loss releases it."""

    folder: Path
    operations: list[Operation] = field(default_factory=list)
    _files: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By file descriptor: (inode, offset)."""
    _folders: dict[int, str] = field(default_factory=dict)
    """By file descriptor: the folder's name."""
    _inodes: dict[str, int] = field(default_factory=dict)

    def note(self, kind: Literal["try", "ack"], step: int) -> None:
        """Note what the program believes."""
        self.operations.append(Operation(kind, step=step))

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Watch the calls of ``os`` that change files, passing each on to the real disk."""
        wrapped: dict[str, Callable[[Callable[..., Any]], Callable[..., Any]]] = {
            "open": self._opening,
            "write": self._writing,
            "read": self._reading,
            "lseek": self._seeking,
            "ftruncate": self._truncating,
            "fsync": self._syncing,
            "fdatasync": self._syncing,
            "close": self._closing,
            "replace": self._renaming,
            "unlink": self._removing,
            "mkdir": lambda real: self._changing_folders("mkdir", real),
            "rmdir": lambda real: self._changing_folders("rmdir", real),
        }
        real = {name: getattr(os, name) for name in wrapped}
        try:
            for name, wrap in wrapped.items():
                setattr(os, name, wrap(real[name]))
            yield
        finally:
            for name, call in real.items():
                setattr(os, name, call)

    def _watched(self, path: object) -> str | None:
        """Return a name from the folder on, "" for the folder itself, None for anything else and the lock."""
        if not isinstance(path, str | os.PathLike):
            return None
        at = Path(os.fsdecode(path))
        if at == self.folder:
            return ""
        inside = at.is_relative_to(self.folder) and at.suffix != ".lock"
        return at.relative_to(self.folder).as_posix() if inside else None

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            name = self._watched(path)
            there = name is not None and Path(path).exists()
            fd = real(path, flags, *rest, **more)
            if name is None:
                return fd
            if Path(path).is_dir():
                self._folders[fd] = name
                return fd
            if not there:
                self._inodes[name] = len(self.operations) + 1
                self.operations.append(Operation("create", name, self._inodes[name]))
            inode = self._inodes[name]
            if flags & os.O_TRUNC:
                self.operations.append(Operation("truncate", name, inode, 0))
            self._files[fd] = (inode, 0)
            return fd

        return call

    def _writing(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(fd: int, data: bytes) -> int:
            written = real(fd, data)
            if fd in self._files:
                inode, offset = self._files[fd]
                kept = bytes(memoryview(data)[:written])
                self.operations.append(Operation("write", inode=inode, offset=offset, data=kept))
                self._files[fd] = (inode, offset + written)
            return written

        return call

    def _reading(self, real: Callable[..., bytes]) -> Callable[..., bytes]:
        def call(fd: int, count: int) -> bytes:
            data = real(fd, count)
            if fd in self._files:
                self._files[fd] = (self._files[fd][0], self._files[fd][1] + len(data))
            return data

        return call

    def _seeking(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(fd: int, position: int, how: int) -> int:
            reached = real(fd, position, how)
            if fd in self._files:
                self._files[fd] = (self._files[fd][0], reached)
            return reached

        return call

    def _truncating(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(fd: int, size: int) -> None:
            real(fd, size)
            if fd in self._files:
                self.operations.append(Operation("truncate", inode=self._files[fd][0], offset=size))

        return call

    def _syncing(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(fd: int) -> None:
            real(fd)
            if fd in self._files:
                self.operations.append(Operation("sync", inode=self._files[fd][0]))
            elif fd in self._folders:
                self.operations.append(Operation("sync folder", self._folders[fd]))

        return call

    def _closing(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(fd: int) -> None:
            self._files.pop(fd, None)
            self._folders.pop(fd, None)
            real(fd)

        return call

    def _renaming(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(source: object, target: object, **more: Any) -> None:
            real(source, target, **more)
            old, new = self._watched(source), self._watched(target)
            if old and new:
                self._inodes[new] = self._inodes.pop(old)
                self.operations.append(Operation("rename", new, self._inodes[new], data=old.encode()))

        return call

    def _removing(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: object, **more: Any) -> None:
            real(path, **more)
            name = self._watched(path)
            if name and self._inodes.pop(name, None):
                self.operations.append(Operation("remove", name))

        return call

    def _changing_folders(self, kind: Kind, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: object, *rest: Any, **more: Any) -> None:
            real(path, *rest, **more)
            if name := self._watched(path):
                self.operations.append(Operation(kind, name))

        return call
