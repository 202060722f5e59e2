"""Help with the keys: everything that can be done by keyboard, in one list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from workshop_tool.desktop.commands.window import Command
from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class ShortcutsDialog(Dialog):
    """The window's keys, and those of lists, fields and the start page."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__("shortcuts_dialog", _("Keys"), parent)
        self._list = QTreeWidget()
        self._list.setObjectName("shortcuts_list")
        self._list.setAccessibleName(_("Keys"))
        self._list.setHeaderHidden(True)
        self._list.setColumnCount(2)
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        for command in commands:
            if command.keys:
                self._add(command.words, " / ".join(_native(keys) for keys in command.keys))
        for words, keys in _everywhere():
            self._add(words, keys)
        self._list.setColumnWidth(0, zoomed(42 * GRID))
        self.body.addWidget(self._list, 1)
        self.add_buttons(_("Close"), None)
        self.resize(80 * GRID, 72 * GRID)
        self._list.setFocus()

    def _add(self, words: str, keys: str) -> None:
        row = QTreeWidgetItem([words, keys])
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self._list.addTopLevelItem(row)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _everywhere() -> tuple[tuple[str, str], ...]:
    """Return what is no command of the window: keys of lists, fields, the map and the start page."""
    return (
        (_("Open a workshop, save a copy"), "Ctrl+O / Ctrl+Shift+S"),
        (_("Next or previous control"), "Tab / Shift+Tab"),
        (_("Walk the rail, the cards, a list"), _("Arrow keys")),
        (_("Change what is chosen in a list"), "F2 / Enter"),
        (_("Move what is chosen in a list"), _("Alt+Up / Alt+Down")),
        (_("Remove what is chosen"), "Delete"),
        (_("Move a trend on the map"), _("Arrow keys")),
        (_("Claim several problem areas: their numbers, such as 1 4 7"), "Enter"),
        (_("In the inbox: accept, merge, dismiss"), "A / M / D"),
        (_("Open the calendar beside a date"), _("Alt+Down")),
        (_("Search in the list on a page"), "Ctrl+F"),
        (_("Leave a poster, a dialog"), "Esc"),
        (_("Keys for presenting, on the Run page and the projector"), "?"),
    )
