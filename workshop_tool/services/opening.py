"""Opening, reading and making workshop files."""

import shutil
from pathlib import Path

from workshop_tool.domain.documents import all_documents, workshop_from
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.workshop_file import SUFFIX, WorkshopFile, create, journal_path


def open_workshop(path: Path) -> WorkshopSession:
    """Open a workshop file to work on it. Raises what ``WorkshopFile.load`` raises."""
    return WorkshopSession(WorkshopFile(path))


def read_workshop(path: Path) -> Workshop:
    """Read a workshop file without changing or locking it."""
    return workshop_from(WorkshopFile(path, read_only=True).load())


def save_new(workshop: Workshop, path: Path) -> None:
    """Make a workshop file. Raises what ``workshop_file.create`` raises."""
    create(path, all_documents(workshop))


def free_path(folder: Path, title: str) -> Path:
    """Return a name in the folder that nothing has yet: from the title, but safe on every system."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in title.lower())
    stem = "-".join(filter(None, plain.split("-")))[:60].strip("-") or "workshop"
    stem = f"workshop-{stem}" if stem in _RESERVED else stem
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists() or journal_path(path).exists():
        path, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return path


def copy_to(source: Path, folder: Path) -> Path:
    """Copy a workshop file that nobody has open (the sample, a template) into a folder; return the copy."""
    folder.mkdir(parents=True, exist_ok=True)
    path = free_path(folder, source.name.removesuffix(SUFFIX))
    shutil.copyfile(source, path)
    return path


_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
