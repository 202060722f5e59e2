"""The disk that the store is measured on: a folder on the project's own, and what that disk does by itself."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil

from workshop_tool.store.durable import sync_data

BUILD = Path(__file__).resolve().parents[2] / "build"


@contextlib.contextmanager
def a_folder() -> Iterator[Path]:
    """Give a folder in ``build/`` (where the system keeps its temporary files may be no disk), removed at the end."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="bench-") as folder:
        yield Path(folder)


def filesystem() -> str:
    """Return the kind of file system that ``build/`` is on."""
    BUILD.mkdir(exist_ok=True)
    mounts = {Path(part.mountpoint): part.fstype for part in psutil.disk_partitions(all=True)}
    return next((mounts[folder] for folder in (BUILD, *BUILD.parents) if mounts.get(folder)), "unknown")


class Appender:
    """A file that only grows: what a journal costs where nothing but the disk is asked."""

    def __init__(self, path: Path, size: int) -> None:
        """Make the file; each record is to be ``size`` bytes."""
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        self._record = b"x" * size

    def append(self) -> None:
        """Write one record and return once it is on the disk."""
        os.write(self._fd, self._record)
        sync_data(self._fd)

    def close(self) -> None:
        """Close the file."""
        os.close(self._fd)
