"""One writer per workshop file: an operating-system lock on a sidecar, which a killed process leaves open."""

import getpass
import os
import sys
import time
from pathlib import Path

from workshop_tool.store.refusals import OpenElsewhere

OWNER_TRIES = 50
OWNER_PAUSE = 0.01
"""Seconds; half a second in all, after which nobody is named."""
_LOCKED_AT = 1 << 20
"""The byte that Windows locks: far behind the text, so that others can still read who holds the file."""


class Lock:
    """Held from creation until ``release``."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            OpenElsewhere: another process or another part of this one holds it; the sentence says who.
            OSError: the folder cannot be written to.
        """
        self.path = path
        while True:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                _lock(self._fd)
            except OSError as error:
                owner = self._owner()
                os.close(self._fd)
                if not isinstance(error, BlockingIOError | PermissionError):  # a file system that knows no locks
                    raise
                raise OpenElsewhere(owner=owner) from error
            if self._still_there():
                break
            os.close(self._fd)
        os.ftruncate(self._fd, 0)
        os.write(self._fd, f"by {_user()}, process {os.getpid()}".encode())

    def _owner(self) -> str:
        """Return who holds the file; whoever took the lock in this very moment is given time to write it down."""
        for _ in range(OWNER_TRIES):
            os.lseek(self._fd, 0, os.SEEK_SET)
            if owner := os.read(self._fd, 200).decode(errors="replace"):
                return owner
            time.sleep(OWNER_PAUSE)
        return "in another window"

    def _still_there(self) -> bool:
        """Tell whether the locked file is the one under its name: its last owner may have just removed it."""
        try:
            return os.path.samestat(os.fstat(self._fd), self.path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Let go, and leave nothing behind."""
        if os.name != "nt":
            self.path.unlink(missing_ok=True)
        os.close(self._fd)
        if os.name == "nt":
            self.path.unlink(missing_ok=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> None:
        os.lseek(fd, _LOCKED_AT, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
