"""Tables that are read, never written in: rows as tall as their titles, a hairline under each, one row lit."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workshop_tool.desktop.dress.theme import colours, zoomed
from workshop_tool.desktop.widgets.titles import ROW_HEIGHT, fit_rows, paint_title, row_size

Index = QModelIndex | QPersistentModelIndex
TOP: Final = QModelIndex()
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReadTable(QTableView):
    """Shows; read with the arrow keys."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        fit_rows(self)


class ReadCells(QStyledItemDelegate):
    """Draws a table's cells: titles over two lines where need be; what else there is, ``paint_cell`` draws."""

    def __init__(self, table: QTableView, title: int, weight: QFont.Weight) -> None:
        """``title`` is the column of the titles, ``weight`` how they are set."""
        super().__init__(table)
        self._table = table
        self._title = title
        self._weight = weight

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Let a title have the height that it needs in the width there is."""
        if index.column() != self._title:
            return QSize(option.rect.width(), zoomed(ROW_HEIGHT))
        return row_size(str(index.data()), option.rect, self._weight)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the hairline and the words."""
        palette = colours()
        painter.save()
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            painter.fillRect(option.rect, QColor(palette.accent_soft))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.column() == self._title:
            paint_title(painter, option.rect, str(index.data()), self._weight)
        else:
            self.paint_cell(painter, option, index)
        painter.restore()

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell that holds no title; the painter is put back afterwards."""
        raise NotImplementedError
