"""Asks how one item is to be split: each line becomes an item of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class SplitDialog(Dialog):
    """One text; a new line begins a new item."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("import_split_dialog", _("Split this item"), parent)
        self._text = QPlainTextEdit(text)
        self._text.setObjectName("import_split_text")
        self._text.setAccessibleName(_("The item"))
        self._text.setTabChangesFocus(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setFixedHeight(16 * GRID)
        self._text.setMinimumWidth(TEXT_WIDTH)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self.body.addWidget(Label(_("Press Enter where the next item begins."), "secondary", wraps=True))
        self.body.addWidget(self._text)
        self.add_buttons(_("Split"), _("Cancel"))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)

    def parts(self) -> tuple[str, ...]:
        """The items, in order."""
        return tuple(self._text.toPlainText().split("\n"))
