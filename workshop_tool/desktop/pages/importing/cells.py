"""How a draft is drawn: its text, and beneath it in small letters what belongs to it and goes along."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from workshop_tool.desktop.dress.theme import colours, font
from workshop_tool.desktop.widgets.cells import Cells
from workshop_tool.look.tokens import GRID, Type

BENEATH_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The lines in small letters under a cell's text, parted by line feeds."""
_MARGIN: Final = GRID
_FLAGS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_HIGHEST: Final = 10_000

Index = QModelIndex | QPersistentModelIndex


class DraftCells(Cells):
    """Cells with small print."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the text what the small print leaves it."""
        super().initStyleOption(option, index)
        below = _height(index, option.rect.width())
        if below:
            option.rect = option.rect.adjusted(0, GRID // 2, 0, -below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, then the small print at its foot."""
        whole = QRect(option.rect)
        super().paint(painter, option, index)
        words = index.data(BENEATH_ROLE)
        if not words:
            return
        inside = whole.adjusted(_MARGIN, 0, -_MARGIN, 0)
        inside.setTop(whole.bottom() - _height(index, whole.width()) + 1)
        painter.save()
        painter.setFont(font(Type.small.size))
        painter.setPen(QColor(colours().ink_2))
        painter.drawText(inside, int(_FLAGS), words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for room for both."""
        below = _height(index, option.rect.width())
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + below)


def _height(index: Index, width: int) -> int:
    """Return how high the small print is in a cell of this width, with the air beneath it; 0 where there is none."""
    words = index.data(BENEATH_ROLE)
    if not words:
        return 0
    room = QRect(0, 0, max(1, width - 2 * _MARGIN), _HIGHEST)
    return QFontMetrics(font(Type.small.size)).boundingRect(room, int(_FLAGS), words).height() + GRID // 2
