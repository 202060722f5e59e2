"""Removing what earlier moments left beside a workshop file: copies after a seal, spare photos when nobody works."""

import contextlib
from pathlib import Path

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store import snapshot
from workshop_tool.store.attachments import attachment_names, names_in, sweep_attachments
from workshop_tool.store.backups import backups_of, forget_backups
from workshop_tool.store.durable import reason_of, remove_files
from workshop_tool.store.names import damaged_files
from workshop_tool.store.refusals import CopiesLeft
from workshop_tool.store.snapshot import Tables


def sweep_copies(path: Path) -> None:
    """Remove every copy that was made before a seal.

    Backups go last: as long as one is there that is older than the seal, the next opening sweeps again.

    Raises:
        CopiesLeft: some could not be removed.
    """
    try:
        remove_files(list(damaged_files(path)))
        forget_backups(path)
    except OSError as error:
        raise CopiesLeft(folder=path.parent, reason=reason_of(error)) from error


def sweep_photos(path: Path, tables: Tables) -> None:
    """Remove the photos that neither the workshop nor any of its backups names; where that fails, they do no harm.

    Only before and after a session: within one, undo may bring a photo back, and another may be on its way in.
    """
    there = attachment_names(path)
    if there and there - (wanted := names_in(tables) | _named_in_backups(path)):
        with contextlib.suppress(OSError):
            sweep_attachments(path, wanted)


def _named_in_backups(path: Path) -> frozenset[str]:
    """Return the photos that the backups name; of one that cannot be read nobody knows, so all of them."""
    try:
        return frozenset().union(*(names_in(snapshot.load(old.path).tables) for old in backups_of(path)))
    except (snapshot.ChecksumWrong, WorkshopProblem):
        return attachment_names(path)
