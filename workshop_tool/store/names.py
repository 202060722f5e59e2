"""The files that stand beside a workshop file, and what they are called."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

SUFFIX: Final = ".workshop.json"


def journal_path(path: Path) -> Path:
    """Return where the journal of a workshop file stands."""
    return path.with_name(stem(path) + ".journal")


def lock_path(path: Path) -> Path:
    """Return where the lock of a workshop file stands."""
    return path.with_name(stem(path) + ".lock")


def backups_folder(path: Path) -> Path:
    """Return where the backups of a workshop file stand."""
    return path.with_name(stem(path) + ".backups")


def files_folder(path: Path) -> Path:
    """Return where the photos and logos of a workshop file stand."""
    return path.with_name(stem(path) + ".files")


def beside(path: Path) -> tuple[Path, ...]:
    """Return what a workshop of this name would find or leave beside its file and take for its own."""
    return journal_path(path), backups_folder(path), files_folder(path)


def damaged_path(path: Path, number: int) -> Path:
    """Return what a copy of a damaged file is called."""
    return path.with_name(f"{stem(path)}.damaged-{number}.json")


def damaged_files(path: Path) -> Iterator[Path]:
    """Yield the copies, with their journals, that were set aside because the file was damaged."""
    start = f"{stem(path)}.damaged-"
    return (entry for entry in path.parent.iterdir() if entry.name.startswith(start))


def stem(path: Path) -> str:
    """Return the name that all of them start with: ``NAME.workshop``."""
    return path.name.removesuffix(".json")
