"""Several lists at once: each file comes up in turn with what it seems to hold, and is added or skipped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.importing.dialog import ImportDialog, kinds_of_file
from workshop_tool.language import _, ngettext
from workshop_tool.lists.drafts import ListKind
from workshop_tool.lists.kinds import guessed_kinds


def import_several(bridge: Bridge, parent: QWidget) -> None:
    """Ask for files, and go through them one by one; each is one step of undo."""
    names, _kind = QFileDialog.getOpenFileNames(parent, _("Choose one or more lists"), "", kinds_of_file())
    if names:
        _Lists(bridge, [Path(name) for name in names], parent).begin()


class _Lists(QObject):
    """The files that are left; gone when the last of them was seen."""

    def __init__(self, bridge: Bridge, paths: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._paths, self._asker = bridge, tuple(paths), parent
        self._kinds: list[ListKind] = []
        self._at = self._added = 0

    def begin(self) -> None:
        """Guess what each file holds, in the worker process, and show the first."""
        self._bridge.in_background(guessed_kinds, self._paths, then=self._go_through, failed=self._bridge.refused.emit)

    def _go_through(self, kinds: tuple[ListKind, ...]) -> None:
        self._kinds = list(kinds)
        self._show()

    def _show(self) -> None:
        if self._at == len(self._paths):
            said = ngettext("{n} list was added.", "{n} lists were added.", self._added)
            self._bridge.noted.emit(said.format(n=self._added))
            self.deleteLater()
            return
        dialog = ImportDialog(self._bridge, self._kinds[self._at], self._asker)
        dialog.show_place(self._at + 1, len(self._paths))
        dialog.kind_wanted.connect(self._take_for)
        dialog.finished.connect(lambda answer: self._go_on(dialog, answer))
        dialog.read_file(self._paths[self._at])
        dialog.open()

    def _take_for(self, kind: ListKind) -> None:
        self._kinds[self._at] = kind

    def _go_on(self, dialog: ImportDialog, answer: int) -> None:
        """Show the next file, or the same again where it holds something else."""
        if answer != ImportDialog.OTHER_KIND:
            self._added += answer == QDialog.DialogCode.Accepted
            self._at += 1
        dialog.deleteLater()
        self._show()
