"""Workshop files to break, and ways to look at them without opening them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.builders import a_workshop
from workshop_tool.domain.documents import all_documents
from workshop_tool.store.workshop_file import WorkshopFile, create

AREA = ("areas", "a1")


def a_file(folder: Path) -> Path:
    """Make a workshop file in a folder."""
    path = folder / "day.workshop.json"
    create(path, all_documents(a_workshop()))
    return path


def note(text: str) -> Mapping[tuple[str, str], dict[str, Any]]:
    """Return a change of one document."""
    return {("notes", "n"): {"text": text}}


def noted(path: Path) -> str | None:
    """Return the text that a fresh reader finds."""
    documents = WorkshopFile(path, read_only=True).load()
    text: str | None = documents.get("notes", {}).get("n", {}).get("text")
    return text


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def left_by_a_crash(folder: Path, *texts: str) -> Path:
    """Make a file whose last session committed these texts and ended without closing."""
    path = a_file(folder)
    crashed = WorkshopFile(path)
    crashed.load()
    for text in texts:
        crashed.commit(note(text))
    journal = path.with_name("day.workshop.journal")
    kept = journal.read_bytes()
    crashed.release()
    journal.write_bytes(kept)
    return path
