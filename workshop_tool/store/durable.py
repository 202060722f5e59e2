"""Writing that is on the disk when the call returns."""

import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

REPLACE_TRIES = 20
REPLACE_PAUSE = 0.05


def sync_data(fd: int) -> None:
    """Return once the data of an open file is on the disk itself, not merely in a cache."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Return once a folder's names are on the disk; Windows does this by itself."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none, durably."""
    if not folder.is_dir():
        folder.mkdir()
        sync_folder(folder.parent)


def remove_files(paths: Iterable[Path]) -> None:
    """Remove files of one folder, durably; those that are gone already are no matter."""
    folders = set()
    for path in paths:
        path.unlink(missing_ok=True)
        folders.add(path.parent)
    for folder in folders:
        sync_folder(folder)


def reason_of(error: OSError) -> str:
    """Return what the system says, to stand in brackets in a sentence."""
    return (error.strerror or str(error)).lower()


def write_whole(fd: int, data: bytes) -> None:
    """Write all bytes, however many calls that takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def unfinished(path: Path) -> Path:
    """Return where the new content of a file stands until it is whole; a kill may leave it there."""
    return path.with_name(f".{path.name}.new")


def replace_file(path: Path, data: bytes) -> None:
    """Give a file new content: after any interruption it holds all of the old or all of the new."""
    with replacing(path) as fd:
        write_whole(fd, data)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[int]:
    """Give a file new content that is written to the descriptor bit by bit; an error leaves the old content."""
    temporary = unfinished(path)
    try:
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
        try:
            yield fd
            os.fsync(fd)
        finally:
            os.close(fd)
        _replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _replace(source: Path, target: Path) -> None:
    """Swap files, patiently: on Windows a virus scanner or a synced folder may hold the target for a moment."""
    for attempt in range(REPLACE_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt" or attempt == REPLACE_TRIES - 1:
                raise
            time.sleep(REPLACE_PAUSE)
        else:
            return
