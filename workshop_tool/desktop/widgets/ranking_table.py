"""The ranking of a published round: place, number, title, and a bar for each criterion."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem

from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.dress.theme import colours, font, zoomed
from workshop_tool.desktop.widgets.criterion_mark import dot_colour, mark_side, paint_mark
from workshop_tool.desktop.widgets.read_table import LEFT, TOP, Index, ReadCells, ReadTable
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID, Type

NOT_ENTERED: Final = "\N{EN DASH}"
PLACE, NUMBER, TITLE, FIRST_BAR = 0, 1, 2, 3
_WIDTHS: Final = {PLACE: 7 * GRID, NUMBER: 6 * GRID}
_BAR_WIDTH: Final = 15 * GRID
_BAR_HEIGHT: Final = 16
_WIDEST_BAR: Final = 24 * GRID
_BESIDE_NAME: Final = 6 + 2 * GRID
"""The air around a criterion's mark and its name."""


@dataclass(frozen=True)
class RankedPoster:
    """One row; None where nothing was entered, which is shown as a dash and never as 0."""

    place: int | None
    number: int
    title: str
    dots: tuple[int | None, ...]
    """In the order of the criteria."""


@dataclass(frozen=True)
class Ranking:
    """All rows, in the order in which they are shown."""

    criteria: tuple[Criterion, ...] = ()
    rows: tuple[RankedPoster, ...] = ()

    @property
    def most(self) -> int:
        """The most dots of any cell, at least 1: what the longest bar stands for."""
        return max((dots or 0 for row in self.rows for dots in row.dots), default=0) or 1


class RankingTable(ReadTable):
    """Shows; read with the arrow keys."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__(name, says)
        self.rows = _Rows()
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Head(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_ranking(self, ranking: Ranking) -> None:
        """Show these rows."""
        self.rows.show_ranking(ranking)
        self.fit_to_text()

    def fit_to_text(self) -> None:
        """Give each column the width it needs at the size of text there is now."""
        across = self.horizontalHeader()
        for column in range(self.rows.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == TITLE else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(column, mode)
            if column != TITLE:
                across.resizeSection(column, self._width_of(column))

    def _width_of(self, column: int) -> int:
        """Return pixels: a criterion's name stands whole over its bars, up to a limit."""
        if column < FIRST_BAR:
            return zoomed(_WIDTHS[column])
        head = QFontMetrics(font(Type.small.size, QFont.Weight.DemiBold))
        named = head.horizontalAdvance(str(self.rows.headerData(column, Qt.Orientation.Horizontal)))
        return max(_BAR_WIDTH, min(zoomed(_WIDEST_BAR), named + mark_side() + _BESIDE_NAME))


_SAID: Final = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}


class _Rows(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.ranking = Ranking()

    def show_ranking(self, ranking: Ranking) -> None:
        if ranking != self.ranking:
            self.beginResetModel()
            self.ranking = ranking
            self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.ranking.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else FIRST_BAR + len(self.ranking.criteria)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or role not in _SAID:
            return None
        if section >= FIRST_BAR:
            return self.ranking.criteria[section - FIRST_BAR].label
        return (_("Place"), _("No."), _("Poster"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.ranking.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column >= FIRST_BAR:
                return _or_dash(row.dots[column - FIRST_BAR])
            return (_or_dash(row.place), str(row.number), row.title)[column]
        if role == Qt.ItemDataRole.ToolTipRole and column == TITLE:
            return row.title
        return None


class _Head(QHeaderView):
    """Column titles, with each criterion's mark before its name."""

    def __init__(self, table: RankingTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setObjectName("ranking_head")
        self._rows = table.rows
        self.setSectionsClickable(False)
        measure(self, height=5 * GRID)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        palette = colours()
        painter.save()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        box = QRectF(rect).adjusted(GRID, 0, 0, 0)
        if section >= FIRST_BAR:
            criterion = self._rows.ranking.criteria[section - FIRST_BAR]
            side = mark_side()
            paint_mark(painter, criterion, QRectF(box.left(), box.center().y() - side / 2, side, side))
            box.setLeft(box.left() + side + 6)
        painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
        painter.setPen(QColor(palette.ink_2))
        words = str(self._rows.headerData(section, Qt.Orientation.Horizontal))
        box.setRight(box.right() - GRID)
        painter.drawText(
            box, LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        )
        painter.restore()


class _Cells(ReadCells):
    """Draws places, numbers and bars beside the titles."""

    def __init__(self, table: RankingTable) -> None:
        super().__init__(table, TITLE, QFont.Weight.DemiBold)
        self._rows = table.rows

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, column = colours(), index.column()
        box = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
        if column >= FIRST_BAR:
            self._paint_bar(painter, box, index)
        else:
            painter.setFont(font(Type.text.size, QFont.Weight.Normal if column == PLACE else QFont.Weight.DemiBold))
            painter.setPen(QColor(palette.ink_2 if column == PLACE else palette.accent))
            painter.drawText(box, LEFT, str(index.data()))

    def _paint_bar(self, painter: QPainter, box: QRectF, index: Index) -> None:
        ranking, at = self._rows.ranking, index.column() - FIRST_BAR
        dots = ranking.rows[index.row()].dots[at]
        painter.setFont(font(Type.text.size, QFont.Weight.DemiBold))
        room = box.width() - painter.fontMetrics().horizontalAdvance(str(ranking.most)) - GRID
        long = room * (dots or 0) / ranking.most
        if dots:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot_colour(ranking.criteria[at].colour))
            bar = QRectF(box.left(), box.center().y() - _BAR_HEIGHT / 2, max(long, 3.0), _BAR_HEIGHT)
            painter.drawRoundedRect(bar, 3, 3)
            long = bar.width() + GRID
        painter.setPen(QColor(colours().ink))
        box.setLeft(box.left() + long)
        painter.drawText(box, LEFT, _or_dash(dots))


def _or_dash(number: int | None) -> str:
    return NOT_ENTERED if number is None else str(number)
