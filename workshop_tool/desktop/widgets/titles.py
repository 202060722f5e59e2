"""Titles in the rows of a table: on one line, or on two where one is too short; whole in the tooltip."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from workshop_tool.desktop.dress.theme import colours, font, zoom, zoomed
from workshop_tool.desktop.widgets.elided import fitting_lines
from workshop_tool.look.tokens import GRID, Type

ROW_HEIGHT: Final = 5 * GRID
_LINE: Final = 20


def fit_rows(table: QTableView) -> None:
    """Let each row of a table be as tall as its title, whatever the width."""
    down = table.verticalHeader()
    down.hide()
    down.setMinimumSectionSize(zoomed(ROW_HEIGHT))
    down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.setWordWrap(True)


def row_size(title: str, cell: QRect, weight: QFont.Weight) -> QSize:
    """Return the size that a title asks for in a cell of a width."""
    lines = _lines(title, cell.width() - 2 * GRID, weight)
    return QSize(cell.width(), max(zoomed(ROW_HEIGHT), len(lines) * zoomed(_LINE) + GRID))


def paint_title(painter: QPainter, cell: QRect, title: str, weight: QFont.Weight) -> None:
    """Draw a title in the middle of its cell's height."""
    lines = _lines(title, cell.width() - 2 * GRID, weight)
    painter.setFont(font(Type.text.size, weight))
    painter.setPen(QColor(colours().ink))
    line_height = zoomed(_LINE)
    top = cell.center().y() - len(lines) * line_height / 2
    for at, line in enumerate(lines):
        box = QRectF(cell.left() + GRID, top + at * line_height, cell.width() - 2 * GRID, line_height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)


def _lines(title: str, width: int, weight: QFont.Weight) -> list[str]:
    return _broken(title, width, weight, zoom())


@lru_cache(maxsize=1024)
def _broken(title: str, width: int, weight: QFont.Weight, _zoom: float) -> list[str]:
    """Break a title into at most two lines; kept, for Qt asks for all rows at each layout."""
    return fitting_lines(title, font(Type.text.size, weight), width, 2)
