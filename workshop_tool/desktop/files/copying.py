"""Saving a copy: asking where, and writing all of the workshop, or just its words, under that name."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.services.copies import COPY_SUFFIX, save_copy
from workshop_tool.services.opening import save_new
from workshop_tool.store.names import SUFFIX
from workshop_tool.store.refusals import FileExists

_DATE: Final = "%Y-%m-%d"


@dataclass(frozen=True)
class SavedCopy:
    """A copy that is on the disk."""

    path: Path
    without: int = 0
    """Photos that could not be read, and so are not in it."""

    @property
    def words(self) -> str:
        """Where it is, and what is missing from it."""
        said = _("A copy is saved as {path}.").format(path=self.path)
        if not self.without:
            return said
        missing = ngettext(
            "{n} photo could not be read and is not in it.",
            "{n} photos could not be read and are not in it.",
            self.without,
        )
        return f"{said} {missing.format(n=self.without)}"


def ask_where(parent: QWidget, workshop_file: Path, folder: Path, today: dt.date) -> Path | None:
    """Ask where a copy shall be; None where nobody wants it any more. The name ends as one of the two kinds does."""
    name = f"{workshop_file.name.removesuffix(SUFFIX)}-{today.strftime(_DATE)}{COPY_SUFFIX}"
    whole = _("Workshop with photos ({pattern})").format(pattern=f"*{COPY_SUFFIX}")
    plain = _("Workshop without photos ({pattern})").format(pattern=f"*{SUFFIX}")
    chosen, kind = QFileDialog.getSaveFileName(parent, _("Save a copy"), str(folder / name), f"{whole};;{plain}")
    return ended(Path(chosen), SUFFIX if kind == plain else COPY_SUFFIX) if chosen else None


def ended(path: Path, wanted: str) -> Path:
    """Return a path whose name ends as a workshop's or a copy's does; with any other ending it is given this one."""
    if path.name.lower().endswith((COPY_SUFFIX, SUFFIX)):
        return path
    return path.with_name(path.name.removesuffix(Path(wanted).suffix) + wanted)


def write_copy(workshop: Callable[[], Workshop], workshop_file: Path, to: Path) -> SavedCopy:
    """Write a copy, with photos unless its name is a plain workshop file's; a zip of that name is replaced.

    Raises:
        FileExists: there is a workshop file of that name already.
        CannotWriteHere: the folder is missing, full or read-only.
    """
    if to.name.lower().endswith(SUFFIX):
        save_new(workshop(), to)
        return SavedCopy(to)
    if to.exists() and not to.is_file():
        raise FileExists(path=to)
    return SavedCopy(to, len(save_copy(workshop(), workshop_file, to)))
