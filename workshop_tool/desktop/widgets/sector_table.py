"""Voters by sector: a row for each poster, a column for each sector; what is suppressed shows a dash."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workshop_tool.desktop.theme import colours, font
from workshop_tool.desktop.widgets.titles import ROW_HEIGHT, fit_rows, paint_title, row_size
from workshop_tool.look.tokens import GRID, Type
from workshop_tool.record.facts.sectors import SectorColumn, SectorRow

Index = QModelIndex | QPersistentModelIndex
NUMBER, TITLE, FIRST_SECTOR = 0, 1, 2
_NUMBER_WIDTH: Final = 6 * GRID
_SECTOR_WIDTH: Final = 13 * GRID
_TITLE_WIDTH: Final = 32 * GRID
_MOST_IN_SIGHT: Final = 6
"""Of more sectors some are out of sight, and the table scrolls sideways."""
_HEAD_LINES: Final = 4
_TOP: Final = QModelIndex()
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SectorTable(QTableView):
    """Shows; read with the arrow keys."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.rows = _Rows()
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Head(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        fit_rows(self)

    def show_sectors(self, columns: tuple[SectorColumn, ...], rows: tuple[SectorRow, ...]) -> None:
        """Show these voters."""
        self.rows.show_sectors(columns, rows)
        across = self.horizontalHeader()
        across.setMinimumSectionSize(_NUMBER_WIDTH)
        for column in range(self.rows.columnCount()):
            stretches = column == TITLE and len(columns) <= _MOST_IN_SIGHT
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(column, mode)
            if not stretches:
                across.resizeSection(column, {NUMBER: _NUMBER_WIDTH, TITLE: _TITLE_WIDTH}.get(column, _SECTOR_WIDTH))


class _Rows(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[SectorColumn, ...] = ()
        self.posters: tuple[SectorRow, ...] = ()

    def show_sectors(self, columns: tuple[SectorColumn, ...], posters: tuple[SectorRow, ...]) -> None:
        self.beginResetModel()
        self.columns, self.posters = columns, posters
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.posters)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else FIRST_SECTOR + len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or section < FIRST_SECTOR:
            return None
        column = self.columns[section - FIRST_SECTOR]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{column.sectors}\n{column.voters}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        poster, column = self.posters[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (str(poster.number), poster.title, *poster.cells)[column]
        if role == Qt.ItemDataRole.ToolTipRole and column == TITLE:
            return poster.title
        return None


class _Head(QHeaderView):
    """The sectors and their voters, on as many lines as they need, up to four."""

    def __init__(self, table: SectorTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setObjectName("sector_head")
        self._rows = table.rows
        self.setSectionsClickable(False)
        self.setFixedHeight(_HEAD_LINES * QFontMetrics(font(Type.small.size)).lineSpacing() + GRID)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        palette = colours()
        painter.save()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section >= FIRST_SECTOR:
            column = self._rows.columns[section - FIRST_SECTOR]
            box = QRectF(rect).adjusted(GRID, 0, -GRID / 2, -GRID / 2)
            painter.setFont(font(Type.small.size))
            painter.setPen(QColor(palette.ink_2))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, column.voters)
            box.setBottom(box.bottom() - painter.fontMetrics().lineSpacing())
            painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
            painter.setPen(QColor(palette.ink))
            painter.drawText(box, flags, column.sectors)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Draws texts, and a hairline under each row."""

    def __init__(self, table: SectorTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() != TITLE:
            return QSize(option.rect.width(), ROW_HEIGHT)
        return row_size(str(index.data()), option.rect, QFont.Weight.Normal)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, column = colours(), index.column()
        painter.save()
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            painter.fillRect(option.rect, QColor(palette.accent_soft))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if column == TITLE:
            paint_title(painter, option.rect, str(index.data()), QFont.Weight.Normal)
        else:
            painter.setFont(font(Type.text.size, QFont.Weight.DemiBold))
            painter.setPen(QColor(palette.accent if column == NUMBER else palette.ink))
            painter.drawText(QRectF(option.rect).adjusted(GRID, 0, -GRID, 0), _LEFT, str(index.data()))
        painter.restore()
