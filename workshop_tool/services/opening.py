"""Opening, reading and making workshop files."""

import os
import shutil
from pathlib import Path

from workshop_tool.domain.documents import all_documents, workshop_from
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.closing_round import finish_closings
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.names import SUFFIX, beside, files_folder
from workshop_tool.store.workshop_file import WorkshopFile, create


def open_workshop(path: Path) -> WorkshopSession:
    """Open a workshop file to work on it, and close what was about to. Raises what ``WorkshopFile.load`` raises."""
    session = WorkshopSession(WorkshopFile(path))
    finish_closings(session)
    return session


def open_to_read(path: Path, why: WorkshopProblem) -> WorkshopSession:
    """Open a workshop file that may not be written to (somebody has it open, a newer version saved it) to look at it.

    Every edit is refused with ``why``. Raises what ``WorkshopFile.load`` raises.
    """
    return WorkshopSession(WorkshopFile(path, read_only=why))


def read_workshop(path: Path) -> Workshop:
    """Read a workshop file without changing or locking it."""
    return read_noted(path)[0]


def read_noted(path: Path) -> tuple[Workshop, tuple[WorkshopProblem, ...]]:
    """Read a workshop file without changing or locking it; also return what its owner should hear of."""
    file = WorkshopFile(path, read_only=True)
    return workshop_from(file.load(), newer=file.newer), file.notices


def save_new(workshop: Workshop, path: Path) -> None:
    """Make a workshop file. Raises what ``workshop_file.create`` raises."""
    create(path, all_documents(workshop))


def free_path(folder: Path, title: str) -> Path:
    """Return a name in the folder that nothing has yet: from the title, but safe on every system."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in title.lower())
    stem = "-".join(filter(None, plain.split("-")))[:60].strip("-") or "workshop"
    stem = f"workshop-{stem}" if stem in _RESERVED else stem
    path, number = folder / f"{stem}{SUFFIX}", 2
    while any(os.path.lexists(taken) for taken in (path, *beside(path))):
        path, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return path


def copy_to(source: Path, folder: Path) -> Path:
    """Copy a workshop file that nobody has open (the sample, a template) into a folder, with its photos."""
    folder.mkdir(parents=True, exist_ok=True)
    path = free_path(folder, source.name.removesuffix(SUFFIX))
    if files_folder(source).is_dir():
        shutil.copytree(files_folder(source), files_folder(path))
    shutil.copyfile(source, path)
    return path


_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
