"""The preview of an import with the buttons and keys that set it right."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.importing.cells import DraftCells
from workshop_tool.desktop.pages.importing.preview import PreviewModel
from workshop_tool.desktop.pages.importing.split import SplitDialog
from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.cells import ROW_HEIGHT
from workshop_tool.language import _
from workshop_tool.lists.correcting import Proposal
from workshop_tool.look.tokens import GRID

_WIDTHS: Final = {"number": 72, "text": 0, "theme": 200, "organisation": 180, "sector": 150}
_REMARK_WIDTH: Final = 210


class ImportTable(QWidget):
    """The drafts, and what can be done to the chosen ones."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_table")
        self._model = model
        self.table = self._made_table()
        self._bar = QHBoxLayout()
        self._bar.setSpacing(GRID // 2)
        self._join = self._button(_("Join with previous"), "import_join", "Ctrl+J", self._join_rows)
        self._split = self._button(_("Split…"), "import_split", "Ctrl+D", self._split_row)
        self._head = self._button(_("Make heading"), "import_heading", "Ctrl+H", self._head_rows)
        self._head.setVisible("theme" in model.fields)
        self._mend = self._button(_("Put letters back"), "import_mend", "Ctrl+M", self._mend_rows)
        self._drop = self._button(_("Drop"), "import_drop", "Del", self._drop_rows)
        self._bar.addStretch(1)
        self._undo = self._button(_("Undo"), "import_undo", "Ctrl+Z", model.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._bar)
        column.addWidget(self.table, 1)
        self._fitted: set[int] = set()
        self.table.viewport().installEventFilter(self)
        self.table.verticalScrollBar().valueChanged.connect(lambda _at: self._fit_rows())
        model.modelReset.connect(self._fit_anew)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._allow())
        model.modelReset.connect(self._allow)
        self._allow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Break the lines anew where the table is resized."""
        if event.type() == QEvent.Type.Resize:
            self._fit_anew()
        return super().eventFilter(watched, event)

    def _fit_anew(self) -> None:
        self._fitted.clear()
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give the rows in sight the height of their text; thousands out of sight would keep the window waiting."""
        view, bar = self.table.viewport(), self.table.verticalScrollBar()
        at_end, fitted = 0 < bar.maximum() == bar.value(), len(self._fitted)
        first, last = self.table.rowAt(0), self.table.rowAt(view.height() - 1)
        for row in range(max(0, first), (last if last >= 0 else self._model.rowCount() - 1) + 1):
            if row not in self._fitted and self.table.rowViewportPosition(row) < view.height():
                self._fitted.add(row)
                self.table.resizeRowToContents(row)
        if at_end and len(self._fitted) > fitted:
            # The rows that grew have pushed the last one out of sight.
            self.table.updateGeometries()
            self.table.scrollToBottom()

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("import_preview")
        table.setAccessibleName(_("What was understood"))
        table.setModel(self._model)
        table.setItemDelegate(DraftCells(table))
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        across = table.horizontalHeader()
        across.setSectionsClickable(False)
        for at, width in enumerate([*(_WIDTHS[field] for field in self._model.fields), _REMARK_WIDTH]):
            across.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch)
            across.resizeSection(at, width)
        return table

    def _button(self, words: str, name: str, keys: str, pressed: Callable[[], object]) -> PlainButton:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button = PlainButton(words, name, pressed, tip=f"{words} ({shown})")
        self._bar.addWidget(button)
        shortcut = QShortcut(QKeySequence(keys), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(pressed)
        return button

    def _chosen(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    def _allow(self) -> None:
        """Offer what can be done to the chosen rows."""
        rows, drafts = self._chosen(), self._model.proposal.drafts
        self._join.setEnabled(any(row > 0 for row in rows))
        self._split.setEnabled(len(rows) == 1)
        self._head.setEnabled(len(rows) == 1)
        self._mend.setEnabled(any(drafts[row].repair for row in rows))
        self._mend.setVisible(any(draft.repair for draft in drafts))
        self._drop.setEnabled(bool(rows))
        self._undo.setEnabled(self._model.undoable)

    def _correct(self, step: Callable[[Proposal], Proposal], row: int) -> None:
        """Take a step, and keep the cursor where it was."""
        top = self.table.verticalScrollBar().value()
        self._model.correct(step)
        row = min(row, self._model.rowCount() - 1)
        if row >= 0:
            self.table.selectRow(row)
            self.table.verticalScrollBar().setValue(top)

    def _join_rows(self) -> None:
        rows = [row for row in self._chosen() if row > 0]
        if not rows:
            return
        first = rows[0]
        # Of several chosen rows all but the first are joined to it; a single one is joined to the one above.
        places = rows[1:] if len(rows) > 1 else rows

        def join_all(proposal: Proposal) -> Proposal:
            for place in reversed(places):
                proposal = proposal.joined(place)
            return proposal

        self._correct(join_all, first if len(rows) > 1 else first - 1)

    def _split_row(self) -> None:
        rows = self._chosen()
        if len(rows) != 1:
            return
        dialog = SplitDialog(self._model.proposal.drafts[rows[0]].text, self)
        dialog.accepted.connect(
            lambda: self._correct(lambda proposal: proposal.split(rows[0], dialog.parts()), rows[0])
        )
        dialog.open()

    def _head_rows(self) -> None:
        rows = self._chosen()
        if len(rows) == 1 and "theme" in self._model.fields:
            self._correct(lambda proposal: proposal.headed(rows[0]), rows[0])

    def _mend_rows(self) -> None:
        rows = self._chosen()

        def mend_all(proposal: Proposal) -> Proposal:
            for row in rows:
                proposal = proposal.repaired(row)
            return proposal

        if rows:
            self._correct(mend_all, rows[0])

    def _drop_rows(self) -> None:
        rows = self._chosen()
        if rows:
            self._correct(partial(Proposal.dropped, places=rows), rows[0])
