"""Opening, making and copying workshops for the window; imported with all it needs when the first one is opened."""

from pathlib import Path

from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.opening import copy_to, free_path, open_workshop, save_new
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.refusals import CannotWriteHere

Opened = tuple[Path, WorkshopSession]


def open_file(path: Path) -> Opened:
    """Open a workshop file. Raises what ``services.opening.open_workshop`` raises."""
    whole = path.resolve()
    return whole, open_workshop(whole)


def make_new(particulars: Particulars, folder: Path) -> Opened:
    """Make a workshop in a folder, which is made too if need be, and open it."""
    path = free_path(_made(folder), particulars.title)
    save_new(Workshop(Plan(particulars)), path)
    return open_file(path)


def open_copy(sample: Path, folder: Path) -> Opened:
    """Copy a workshop that is shipped into a folder and open the copy."""
    return open_file(copy_to(sample, _made(folder)))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWriteHere(folder=folder.parent, reason=(problem.strerror or str(problem)).lower()) from problem
    return folder
