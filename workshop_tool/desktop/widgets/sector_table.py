"""Voters by sector: a row for each poster, a column for each sector; what is suppressed shows a dash."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem

from workshop_tool.desktop.dress.theme import colours, font, zoomed
from workshop_tool.desktop.widgets.read_table import LEFT, TOP, Index, ReadCells, ReadTable
from workshop_tool.look.tokens import GRID, Type
from workshop_tool.record.facts.sectors import SectorColumn, SectorRow

NUMBER, TITLE, FIRST_SECTOR = 0, 1, 2
_NUMBER_WIDTH: Final = 6 * GRID
_SECTOR_WIDTH: Final = 13 * GRID
_TITLE_WIDTH: Final = 32 * GRID
_MOST_IN_SIGHT: Final = 6
"""Of more sectors some are out of sight, and the table scrolls sideways."""
_HEAD_LINES: Final = 4


class SectorTable(ReadTable):
    """Shows; read with the arrow keys."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__(name, says)
        self.rows = _Rows()
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(self, TITLE, QFont.Weight.Normal))
        self.setHorizontalHeader(_Head(self))

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
                width = {NUMBER: _NUMBER_WIDTH, TITLE: _TITLE_WIDTH}.get(column, _SECTOR_WIDTH)
                across.resizeSection(column, zoomed(width))


class _Rows(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[SectorColumn, ...] = ()
        self.posters: tuple[SectorRow, ...] = ()

    def show_sectors(self, columns: tuple[SectorColumn, ...], posters: tuple[SectorRow, ...]) -> None:
        self.beginResetModel()
        self.columns, self.posters = columns, posters
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.posters)

    def columnCount(self, parent: Index = TOP) -> int:
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


class _Cells(ReadCells):
    """Draws numbers and voters beside the titles."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setFont(font(Type.text.size, QFont.Weight.DemiBold))
        painter.setPen(QColor(colours().accent if index.column() == NUMBER else colours().ink))
        painter.drawText(QRectF(option.rect).adjusted(GRID, 0, -GRID, 0), LEFT, str(index.data()))
