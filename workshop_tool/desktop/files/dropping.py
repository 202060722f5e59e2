"""Workshops that are dropped on a window: a workshop file, or the zip of a saved copy."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

from workshop_tool.language import _

COPY_ENDING: Final = ".workshop.zip"
ENDINGS: Final = (".workshop.json", COPY_ENDING)


def kinds() -> str:
    """Return what a file dialog offers to open."""
    return _("Workshops and copies ({pattern})").format(pattern=" ".join(f"*{ending}" for ending in ENDINGS))


def dropped_workshop(data: QMimeData) -> Path | None:
    """Return the one workshop that is being dropped; None where it is anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].name.lower().endswith(ENDINGS) else None
