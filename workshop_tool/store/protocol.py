"""The narrow door to whatever keeps a workshop; nothing above it knows how."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from workshop_tool.domain.documents import Document, Documents
from workshop_tool.domain.plan import Key
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store.backups import Occasion

Changes = Mapping[Key, Document | None]
"""Changed documents by table and id; None removes one."""


class Store(Protocol):
    """Keeps documents. All calls come from one thread, the writer's; anybody may read the properties."""

    @property
    def path(self) -> Path:
        """The workshop file, by its real name; photos and backups stand beside it."""

    @property
    def newer(self) -> bool:
        """Whether a newer version saved it, so that it may hold what this one does not know."""

    @property
    def notices(self) -> tuple[WorkshopProblem, ...]:
        """What was found at loading that its owner should hear of, although everything goes on."""

    @property
    def read_only(self) -> WorkshopProblem | None:
        """Why nothing can be saved any more, or from the start; None where it can."""

    def load(self) -> Documents:
        """Return every document as it was last committed."""

    def commit(self, changes: Changes, *, seals: bool = False) -> None:
        """Make the changes durable before returning, all or none.

        With ``seals`` the next checkpoint leaves nothing of what stood there before them, backups included.

        Raises:
            StoreFailed: they could not be saved; nothing changed.
        """

    def checkpoint(self) -> None:
        """Fold what was committed into the snapshot; does nothing where there is nothing to fold.

        Raises:
            NotFolded, CopiesLeft: all is saved; the next checkpoint tries again.
            StoreFailed: nothing can be saved any more.
        """

    @property
    def wants_checkpoint(self) -> bool:
        """Whether so much was committed that a checkpoint is due even in a busy moment."""

    def back_up(self, occasion: Occasion, now: dt.datetime) -> None:
        """Keep a copy of the workshop as it is now, unless the newest one holds just that.

        Raises:
            BackupFailed: there is none; the workshop itself is as it was.
        """

    def close(self) -> None:
        """Checkpoint and let go of the workshop."""

    def release(self) -> None:
        """Let go of the workshop as it is, after it turned out to be unusable."""
