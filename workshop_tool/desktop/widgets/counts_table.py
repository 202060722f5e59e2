"""A table of dots that is filled in by keyboard alone: digits write, Enter goes down, Tab goes on, Delete empties."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIntValidator, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop_tool.desktop.theme import colours, font
from workshop_tool.desktop.widgets.counts_model import (
    CRITERION_ROLE,
    FIRST_COUNT,
    MOST_DOTS,
    NUMBER,
    TITLE,
    Cell,
    CountsModel,
    Index,
    PosterRow,
)
from workshop_tool.desktop.widgets.criterion_mark import SIDE, paint_mark
from workshop_tool.desktop.widgets.titles import ROW_HEIGHT, fit_rows, paint_title, row_size
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.look.tokens import GRID, Type

COUNT_WIDTH: Final = 17 * GRID
NUMBER_WIDTH: Final = 6 * GRID
_BOX_WIDTH: Final = 8 * GRID
_BOX_HEIGHT: Final = 30
_RULES: Final = "QTableView:focus { border-color: transparent; } QTableView QLineEdit { border-radius: 6px; }"
"""The current box shows the focus, so the table as a whole need not."""
_DOWN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CountsTable(QTableView):
    """``blank`` is what an empty cell shows: a dash where it means "not entered"."""

    keyed = Signal(str, str, object)
    """Poster, criterion, and the count: None = taken back."""

    def __init__(self, name: str, says: str, *, blank: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.counts = CountsModel(blank)
        self.counts.keyed.connect(self.keyed)
        self.setModel(self.counts)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(_Head(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(_RULES)
        fit_rows(self)

    def show_rows(self, rows: Sequence[PosterRow], criteria: Sequence[Criterion]) -> None:
        """Show these posters and criteria, the first count ready to be typed."""
        self.counts.show_rows(rows, criteria)
        across = self.horizontalHeader()
        for column in range(self.counts.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == TITLE else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(column, mode)
            if column != TITLE:
                across.resizeSection(column, NUMBER_WIDTH if column == NUMBER else COUNT_WIDTH)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.counts.index(0, FIRST_COUNT))

    def show_counts(self, counts: Mapping[Cell, int]) -> None:
        """Show what the workshop holds; an open cell is left alone."""
        self.counts.show_counts(counts)

    def start_at_top(self) -> None:
        """Make the first count current."""
        self.setCurrentIndex(self.counts.index(0, FIRST_COUNT))

    def flush(self) -> None:
        """Take what stands in an open cell."""
        editor = self._cells.open_editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def step_down(self) -> None:
        """Go to the next poster, from the last one to the first of the next criterion."""
        row, column = self.currentIndex().row() + 1, self.currentIndex().column()
        if row == self.counts.rowCount():
            row, column = 0, column + 1
        self._go_to(self.counts.index(row, column))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move among counts only: numbers and titles are read, not visited."""
        step = {
            QAbstractItemView.CursorAction.MoveNext: 1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
        }.get(action)
        if step is not None:
            return self._neighbour(step)
        index = super().moveCursor(action, modifiers)
        if index.isValid() and index.column() < FIRST_COUNT:
            return self.counts.index(index.row(), FIRST_COUNT)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties, Tab leaves at the ends; letters write nothing."""
        index = self.currentIndex()
        if event.key() in _DOWN:
            self.step_down()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if index.column() >= FIRST_COUNT:
                self.counts.key_in(index, "")
        elif event.text().isprintable() and event.text() and not event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk through the counts, and leave the table after the last one."""
        index = self._neighbour(1 if forward else -1)
        if index.isValid():
            self._go_to(index)
            return True
        return QWidget.focusNextPrevChild(self, forward)

    def _neighbour(self, step: int) -> QModelIndex:
        """Return the count before (-1) or after (1) the current one in reading order; none at the ends."""
        current, across = self.currentIndex(), len(self.counts.criteria)
        at = current.row() * across + current.column() - FIRST_COUNT + step
        if not across or not 0 <= at < across * self.counts.rowCount():
            return QModelIndex()
        return self.counts.index(at // across, at % across + FIRST_COUNT)

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)


class _Head(QHeaderView):
    """Column titles, with each criterion's mark before its name."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setObjectName("counts_head")
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(5 * GRID)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model, palette = self.model(), colours()
        criterion = model.headerData(section, Qt.Orientation.Horizontal, CRITERION_ROLE)
        words = str(model.headerData(section, Qt.Orientation.Horizontal))
        painter.save()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
        painter.setPen(QColor(palette.ink_2))
        box = QRectF(rect).adjusted(GRID, 0, -GRID, 0)
        if criterion is not None:
            left = box.right() - painter.fontMetrics().horizontalAdvance(words) - SIDE - 6
            paint_mark(painter, cast("Criterion", criterion), QRectF(left, box.center().y() - SIDE / 2, SIDE, SIDE))
            box.setLeft(left + SIDE + 6)
        across = Qt.AlignmentFlag.AlignRight if section == NUMBER else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(across | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Draws each count in a box to write in, with a hairline under each row."""

    def __init__(self, table: CountsTable) -> None:
        super().__init__(table)
        self._table = table
        self.open_editor: QLineEdit | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("count_editor")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setValidator(QIntValidator(0, MOST_DOTS, editor))
        self.open_editor = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.open_editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the count; an update that comes in while typing changes nothing."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._table.counts.key_in(index, editor.text().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(_box(option.rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter takes what was typed and goes down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _DOWN:
            self._table.flush()
            self._table.step_down()
            return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, is_count = colours(), index.column() >= FIRST_COUNT
        painter.save()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        box = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
        if is_count:
            self._paint_box(painter, option.rect, index)
            box = QRectF(_box(option.rect)).adjusted(0, 0, -GRID, 0)
        if index.column() == TITLE:
            paint_title(painter, option.rect, str(index.data()), QFont.Weight.Normal)
            painter.restore()
            return
        painter.setFont(font(Type.text.size, QFont.Weight.DemiBold))
        painter.setPen(QColor(palette.ink if is_count else palette.accent))
        painter.drawText(box, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() != TITLE:
            return QSize(option.rect.width(), ROW_HEIGHT)
        return row_size(str(index.data()), option.rect, QFont.Weight.Normal)

    def _paint_box(self, painter: QPainter, cell: QRect, index: Index) -> None:
        palette = colours()
        is_current = index == self._table.currentIndex() and self._table.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent if is_current else palette.control_line), 2 if is_current else 1))
        painter.setBrush(QColor(palette.accent_soft if is_current else palette.sheet))
        painter.drawRoundedRect(QRectF(_box(cell)).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _box(cell: QRect) -> QRect:
    """Return where a count is written: at the right of its cell."""
    return QRect(cell.right() - GRID - _BOX_WIDTH, cell.center().y() - _BOX_HEIGHT // 2, _BOX_WIDTH, _BOX_HEIGHT)
