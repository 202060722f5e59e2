"""What an import leaves out, with the line and the reason, and a way to take it in after all."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.look.tokens import GRID

SHOWN: Final = 200


class LeftOutList(QWidget):
    """One row for each thing left out."""

    wanted = Signal(int)
    """The place of what is to be taken in, counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_left_out_part")
        self._rows = QListWidget()
        self._rows.setObjectName("import_left_out")
        self._rows.setAccessibleName(_("What was left out"))
        self._rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._rows.setWordWrap(True)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._rows.setTabKeyNavigation(False)
        self._rows.setFixedHeight(12 * GRID)
        self._take = PlainButton(_("Take it in"), "import_take_in", self._want)
        self._take.setEnabled(False)
        self._rows.currentRowChanged.connect(lambda row: self._take.setEnabled(row >= 0))
        self._rows.itemActivated.connect(lambda _item: self._want())
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(self._want)
        bar = QHBoxLayout()
        bar.addWidget(Label(_("Left out, by line"), "caption", name="import_left_out_label"), 1)
        bar.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(bar)
        column.addWidget(self._rows)

    def show_parts(self, parts: tuple[LeftOut, ...]) -> None:
        """Show what is left out; nothing at all hides the list."""
        at = self._rows.currentRow()
        self._rows.clear()
        for part in parts[:SHOWN]:
            self._rows.addItem(QListWidgetItem(f"{part.line or '·'}  {part.text}  ({part.reason})"))
        self._rows.setCurrentRow(min(at, len(parts[:SHOWN]) - 1))
        self.setVisible(bool(parts))

    def _want(self) -> None:
        if self._rows.currentRow() >= 0:
            self.wanted.emit(self._rows.currentRow())
