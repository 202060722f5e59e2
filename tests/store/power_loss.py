"""A disk that loses power: of every recorded operation, any state that a real disk might be left in is made.

What was not synced may be there, not there, there in part, or there without what was written before it. Names (created,
renamed, removed) are only certain once the folder they stand in was synced. So a state is: everything synced, and of
the rest a choice. Model after T. S. Pillai et al., All File Systems Are Not Created Equal, OSDI 2014.
"""

import posixpath
import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.store.recorder import Operation


@dataclass
class Names:
    """Which folders there are, and which file stands under which name."""

    files: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=lambda: {""})

    def take(self, operation: Operation) -> None:
        """Make, rename or remove a name."""
        match operation.kind:
            case "mkdir":
                self.folders.add(operation.name)
            case "rmdir":
                self.folders.discard(operation.name)
            case "remove":
                self.files.pop(operation.name, None)
            case "rename":
                self.files.pop(operation.data.decode(), None)
                self.files[operation.name] = operation.inode
            case _:
                self.files[operation.name] = operation.inode


@dataclass(frozen=True)
class State:
    """What is found in the folder when power is back: files and folders, named from it on."""

    files: dict[str, bytes]
    folders: frozenset[str]

    def write_into(self, folder: Path) -> None:
        """Lay it out in a folder that is empty."""
        for name in sorted(self.folders):
            (folder / name).mkdir(exist_ok=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


class Disk:
    """What the disk holds for certain, and what it may hold besides, after some of the operations."""

    def __init__(self, operations: list[Operation]) -> None:
        """Carry the operations out on paper."""
        self.names = Names()
        self.contents: dict[int, bytes] = {}
        self._names_pending: dict[str, list[Operation]] = {}
        """By the folder whose sync makes them certain."""
        self._contents_pending: dict[int, list[Operation]] = {}
        for operation in operations:
            self._take(operation)

    def after_power_loss(self, rng: random.Random) -> State:
        """Return one state in which the folder may be found."""
        names = Names(dict(self.names.files), set(self.names.folders))
        for pending in self._names_pending.values():
            for operation in _chosen(pending, rng):
                names.take(operation)
        files = {}
        for name, inode in names.files.items():
            if posixpath.dirname(name) not in names.folders:
                continue
            content = self.contents.get(inode, b"")
            for operation in _chosen(self._contents_pending.get(inode, []), rng):
                content = _changed(content, _torn(operation, rng))
            files[name] = content
        return State(files, frozenset(names.folders - {""}))

    def _take(self, operation: Operation) -> None:
        match operation.kind:
            case "create" | "rename" | "remove" | "mkdir" | "rmdir":
                self._names_pending.setdefault(posixpath.dirname(operation.name), []).append(operation)
            case "write" | "truncate":
                self._contents_pending.setdefault(operation.inode, []).append(operation)
            case "sync":
                for pending in self._contents_pending.pop(operation.inode, []):
                    self.contents[operation.inode] = _changed(self.contents.get(operation.inode, b""), pending)
            case "sync folder":
                for pending in self._names_pending.pop(operation.name, []):
                    self.names.take(pending)
            case _:
                pass


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
