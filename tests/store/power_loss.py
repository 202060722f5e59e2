"""A disk that loses power: every write is recorded, and any state that a real disk might be left in is made of them.

What was not synced may be there, not there, there in part, or there without what was written before it. Names (created,
renamed, removed) are only certain once their folder was synced. So a state is: everything synced, and of the rest a
choice. Model after T. S. Pillai et al., All File Systems Are Not Created Equal, OSDI 2014.
"""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Kind = Literal["create", "write", "truncate", "sync", "rename", "remove", "sync folder", "try", "ack"]


@dataclass(frozen=True)
class Operation:
    """One thing that was asked of the disk, or a note about what the program believed at that moment."""

    kind: Kind
    name: str = ""
    """Of the file as it is called then; of a rename, the new name."""
    inode: int = 0
    offset: int = 0
    data: bytes = b""
    step: int = 0
    """Of a note: the number of the commit that was tried, or acknowledged."""


@dataclass
class Recorder:
    """Notes what is done to the files of one folder."""

    folder: Path
    operations: list[Operation] = field(default_factory=list)
    _open: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By file descriptor: (inode, offset); inode 0 is the folder."""
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
            "lseek": self._seeking,
            "ftruncate": self._truncating,
            "fsync": self._syncing,
            "fdatasync": self._syncing,
            "close": self._closing,
            "replace": self._renaming,
            "unlink": self._removing,
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
        """Return the name of a file of the folder, "" for the folder itself, None for anything else and the lock."""
        at = Path(os.fsdecode(path))  # type: ignore[arg-type]
        if at == self.folder:
            return ""
        return at.name if at.parent == self.folder and not at.name.endswith(".lock") else None

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(path: object, flags: int, *rest: Any, **more: Any) -> int:
            name = self._watched(path) if isinstance(path, str | os.PathLike) else None
            there = name is not None and Path(os.fsdecode(path)).exists()  # type: ignore[arg-type]
            fd = real(path, flags, *rest, **more)
            if name is None or fd < 0:
                return fd
            if name == "":
                self._open[fd] = (0, 0)
                return fd
            if not there:
                self._inodes[name] = len(self.operations) + 1
                self.operations.append(Operation("create", name, self._inodes[name]))
            inode = self._inodes[name]
            if flags & os.O_TRUNC:
                self.operations.append(Operation("truncate", name, inode, 0))
            self._open[fd] = (inode, 0)
            return fd

        return call

    def _writing(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(fd: int, data: bytes) -> int:
            written = real(fd, data)
            if fd in self._open:
                inode, offset = self._open[fd]
                kept = bytes(memoryview(data)[:written])
                self.operations.append(Operation("write", inode=inode, offset=offset, data=kept))
                self._open[fd] = (inode, offset + written)
            return written

        return call

    def _seeking(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(fd: int, position: int, how: int) -> int:
            reached = real(fd, position, how)
            if fd in self._open:
                self._open[fd] = (self._open[fd][0], reached)
            return reached

        return call

    def _truncating(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(fd: int, size: int) -> None:
            real(fd, size)
            if fd in self._open:
                self.operations.append(Operation("truncate", inode=self._open[fd][0], offset=size))

        return call

    def _syncing(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(fd: int) -> None:
            real(fd)
            if fd in self._open:
                inode = self._open[fd][0]
                self.operations.append(Operation("sync", inode=inode) if inode else Operation("sync folder"))

        return call

    def _closing(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(fd: int) -> None:
            self._open.pop(fd, None)
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


class Disk:
    """What the disk holds for certain, and what it may hold besides, after some of the operations."""

    def __init__(self, operations: list[Operation]) -> None:
        """Carry the operations out on paper."""
        self.names: dict[str, int] = {}
        self.contents: dict[int, bytes] = {}
        self._names_pending: list[Operation] = []
        self._contents_pending: dict[int, list[Operation]] = {}
        for operation in operations:
            self._take(operation)

    def after_power_loss(self, rng: random.Random) -> dict[str, bytes]:
        """Return one state in which the folder may be found, by name."""
        names = dict(self.names)
        for operation in _chosen(self._names_pending, rng):
            _rename(names, operation)
        found = {}
        for name, inode in names.items():
            content = self.contents.get(inode, b"")
            for operation in _chosen(self._contents_pending.get(inode, []), rng):
                content = _changed(content, _torn(operation, rng))
            found[name] = content
        return found

    def _take(self, operation: Operation) -> None:
        match operation.kind:
            case "create" | "rename" | "remove":
                self._names_pending.append(operation)
            case "write" | "truncate":
                self._contents_pending.setdefault(operation.inode, []).append(operation)
            case "sync":
                for pending in self._contents_pending.pop(operation.inode, []):
                    self.contents[operation.inode] = _changed(self.contents.get(operation.inode, b""), pending)
            case "sync folder":
                for pending in self._names_pending:
                    _rename(self.names, pending)
                self._names_pending = []
            case _:
                pass


def _rename(names: dict[str, int], operation: Operation) -> None:
    if operation.kind == "remove":
        names.pop(operation.name, None)
        return
    if operation.kind == "rename":
        names.pop(operation.data.decode(), None)
    names[operation.name] = operation.inode


def _chosen(pending: list[Operation], rng: random.Random) -> list[Operation]:
    """Choose which of the uncertain operations reached the disk: none, all, the first few, or any of them."""
    match rng.randrange(4):
        case 0:
            return []
        case 1:
            return pending
        case 2:
            return pending[: rng.randint(0, len(pending))]
        case _:
            return [operation for operation in pending if rng.random() < 0.5]


def _torn(operation: Operation, rng: random.Random) -> Operation:
    """Let some writes reach the disk in part: only the beginning, or with a sector of zeros in between."""
    if operation.kind != "write" or rng.random() < 0.5:
        return operation
    data = operation.data
    cut = rng.randint(0, len(data))
    if rng.random() < 0.5:
        return Operation("write", inode=operation.inode, offset=operation.offset, data=data[:cut])
    end = min(len(data), cut + 512)
    holed = data[:cut] + bytes(end - cut) + data[end:]
    return Operation("write", inode=operation.inode, offset=operation.offset, data=holed)


def _changed(content: bytes, operation: Operation) -> bytes:
    if operation.kind == "truncate":
        return content[: operation.offset].ljust(operation.offset, b"\0")
    padded = content.ljust(operation.offset, b"\0")
    return padded[: operation.offset] + operation.data + padded[operation.offset + len(operation.data) :]
