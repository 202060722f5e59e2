"""The narrow door to whatever keeps a workshop; nothing above it knows of files."""

from collections.abc import Mapping
from typing import Protocol

from workshop_tool.domain.documents import Document, Documents
from workshop_tool.domain.plan import Key

Changes = Mapping[Key, Document | None]
"""Changed documents by table and id; None removes one."""


class Store(Protocol):
    """Keeps documents. All calls come from one thread, the writer's."""

    def load(self) -> Documents:
        """Return every document as it was last committed."""

    def commit(self, changes: Changes) -> None:
        """Make the changes durable before returning, all or none.

        Raises:
            StoreFailed: they could not be saved; nothing changed.
        """

    def checkpoint(self) -> None:
        """Fold what was committed into the snapshot; does nothing where there is nothing to fold."""

    @property
    def wants_checkpoint(self) -> bool:
        """Whether so much was committed that a checkpoint is due even in a busy moment."""

    def close(self) -> None:
        """Checkpoint and let go of the workshop."""

    def release(self) -> None:
        """Let go of the workshop as it is, after it turned out to be unusable."""
