"""Opening, making and copying workshops for the window; imported with all it needs when the first one is opened."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from workshop_tool.desktop.files.dropping import COPY_ENDING
from workshop_tool.domain.documents import NotAWorkshop
from workshop_tool.domain.earlier import CarriedPart
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.backing_up import KeptCopy, kept_copies, restore_copy
from workshop_tool.services.beginnings import save_continued, save_from_template
from workshop_tool.services.copies import open_copy
from workshop_tool.services.opening import copy_to, free_path, open_to_read, open_workshop, save_new
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.backups import Backup
from workshop_tool.store.refusals import (
    CannotWriteHere,
    DamagedFile,
    NewerFile,
    NoSuchFile,
    NotAWorkshopFile,
    OpenElsewhere,
)

Opened = tuple[Path, WorkshopSession]
_UNREADABLE = (DamagedFile, NotAWorkshopFile, NotAWorkshop, NoSuchFile)


@dataclass(frozen=True)
class Unreadable:
    """A workshop file that cannot be opened as it is, and its backups."""

    path: Path
    problem: WorkshopProblem
    copies: list[KeptCopy]


def open_file(path: Path) -> Opened:
    """Open a workshop file; where somebody else has it or a newer version saved it, to read.

    Raises what ``services.opening.open_workshop`` raises otherwise.
    """
    whole = path.resolve()
    try:
        return whole, open_workshop(whole)
    except (OpenElsewhere, NewerFile) as why:
        return whole, open_to_read(whole, why)


def open_unpacked(path: Path, folder: Path) -> Opened:
    """Open a workshop file, or make one in a folder of the zip of a copy and open that."""
    if not path.name.lower().endswith(COPY_ENDING):
        return open_file(path)
    return open_file(open_copy(path, _made(folder)))


def open_or_find_copies(path: Path, folder: Path) -> Opened | Unreadable:
    """Open a workshop; where its file is damaged, or gone and has backups, return those instead.

    Raises what ``open_unpacked`` raises otherwise.
    """
    try:
        return open_unpacked(path, folder)
    except _UNREADABLE as problem:
        copies = kept_copies(path)
        if not copies and not isinstance(problem, DamagedFile):
            raise
        return Unreadable(path.resolve(), problem, copies)


def open_restored(path: Path, backup: Backup, now: dt.datetime) -> Opened:
    """Go back to a backup of a workshop that nobody has open, and open it."""
    restore_copy(path, backup, now)
    return open_file(path)


def reopen_restored(
    session: WorkshopSession, backup: Backup, now: dt.datetime
) -> tuple[WorkshopSession, WorkshopProblem | None]:
    """Close a workshop, go back to one of its backups, and open it again; also return why it did not go back."""
    session.close()
    refusal: WorkshopProblem | None = None
    try:
        restore_copy(session.path, backup, now)
    except WorkshopProblem as problem:
        refusal = problem
    return open_file(session.path)[1], refusal


def make_new(particulars: Particulars, folder: Path) -> Opened:
    """Make a workshop in a folder, which is made too if need be, and open it."""
    path = free_path(_made(folder), particulars.title)
    save_new(Workshop(Plan(particulars)), path)
    return open_file(path)


def make_from_template(template: Path, particulars: Particulars, folder: Path) -> Opened:
    """Make a workshop of a template in a folder, and open it."""
    path = free_path(_made(folder), particulars.title)
    save_from_template(template, particulars, path)
    return open_file(path)


def make_continued(earlier: Path, particulars: Particulars, parts: tuple[CarriedPart, ...], folder: Path) -> Opened:
    """Make a workshop that carries on from an earlier one, or from the zip of its copy, and open it."""
    if earlier.name.lower().endswith(COPY_ENDING):
        earlier = open_copy(earlier, _made(folder))
    path = free_path(_made(folder), particulars.title)
    save_continued(earlier, particulars, parts, path)
    return open_file(path)


def open_sample(sample: Path, folder: Path) -> Opened:
    """Copy a workshop that is shipped into a folder and open the copy."""
    return open_file(copy_to(sample, _made(folder)))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWriteHere(folder=folder.parent, reason=(problem.strerror or str(problem)).lower()) from problem
    return folder
