"""A note between the window and its worker process: how far a piece of work is, and whether it is still wanted.

A pool of processes hands nothing over while it works, so the note is a file of three bytes that both know.
"""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Final

from workshop_tool.domain.refusals import WorkshopProblem

_WHOLE: Final = 1000
_STOP: Final = b"\x01"


class NoLongerWanted(WorkshopProblem):
    """This was cancelled. Nothing was written, and what was there before is as it was."""


class Gauge:
    """One piece of work: the window makes the note and removes it, the worker is given its path."""

    def __init__(self) -> None:
        descriptor, name = tempfile.mkstemp(prefix="workshop-tool-")
        os.write(descriptor, b"\x00\x00\x00")
        os.close(descriptor)
        self.path = Path(name)

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        with contextlib.suppress(OSError):
            return int.from_bytes(self.path.read_bytes()[1:3], "big") / _WHOLE
        return 0.0

    def stop(self) -> None:
        """Let the worker know that nobody wants this any more."""
        with contextlib.suppress(OSError), self.path.open("r+b") as note:
            note.write(_STOP)

    def remove(self) -> None:
        """Take the note away; a worker that still looks for it stops."""
        with contextlib.suppress(OSError):
            self.path.unlink()


class Progress:
    """The worker's side: call it with the share that is done."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told = -1

    def __call__(self, share: float) -> None:
        """Note how much is done (0 to 1).

        Raises:
            NoLongerWanted: as it says.
        """
        told = round(_WHOLE * min(1.0, max(0.0, share)))
        try:
            with self._path.open("r+b", buffering=0) as note:
                if note.read(1) == _STOP:
                    raise NoLongerWanted
                if told != self._told:
                    self._told = told
                    note.write(told.to_bytes(2, "big"))
        except OSError as gone:
            raise NoLongerWanted from gone
