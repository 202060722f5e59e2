"""How a table of dots draws itself, and how one of its cells is written in."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIntValidator, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.dress.theme import colours, font, zoomed
from workshop_tool.desktop.widgets.counts_model import CRITERION_ROLE, FIRST_COUNT, MOST_DOTS, NUMBER, TITLE, Index
from workshop_tool.desktop.widgets.criterion_mark import mark_side, paint_mark
from workshop_tool.desktop.widgets.titles import ROW_HEIGHT, paint_title, row_size
from workshop_tool.look.tokens import GRID, Type

if TYPE_CHECKING:
    from workshop_tool.desktop.widgets.counts_table import CountsTable
    from workshop_tool.domain.voting.criteria import Criterion

DOWN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
"""The keys that take a count and go to the next poster."""
_BOX_WIDTH: Final = 8 * GRID
_BOX_HEIGHT: Final = 30


class CountsHead(QHeaderView):
    """Column titles, with each criterion's mark before its name."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setObjectName("counts_head")
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        measure(self, height=5 * GRID)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title at the side where its column stands."""
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
            side = mark_side()
            room = box.width() - side - 6
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room) + 1)
            left = box.right() - painter.fontMetrics().horizontalAdvance(words) - side - 6
            paint_mark(painter, cast("Criterion", criterion), QRectF(left, box.center().y() - side / 2, side, side))
            box.setLeft(left + side + 6)
        across = Qt.AlignmentFlag.AlignRight if section == NUMBER else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(across | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


class CountCells(QStyledItemDelegate):
    """Draws each count in a box to write in, with a hairline under each row."""

    def __init__(self, table: "CountsTable") -> None:
        super().__init__(table)
        self._table = table
        self.open_editor: QLineEdit | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a cell for whole numbers."""
        editor = QLineEdit(parent)
        editor.setObjectName("count_editor")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setValidator(QIntValidator(0, MOST_DOTS, editor))
        self.open_editor = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Know that no cell is open."""
        self.open_editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the count; an update that comes in while typing changes nothing."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        """Take what was typed."""
        if isinstance(editor, QLineEdit):
            self._table.counts.key_in(index, editor.text().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Write where the count stands."""
        editor.setGeometry(_box(option.rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter takes what was typed and goes down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in DOWN:
            self._table.flush()
            self._table.step_down()
            return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell and the hairline beneath it."""
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
        """Ask for as many lines as the title needs."""
        if index.column() != TITLE:
            return QSize(option.rect.width(), zoomed(ROW_HEIGHT))
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
