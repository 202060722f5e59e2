"""A contact sheet: all pictures of a folder small on one, with their names, to see at a glance what stands out."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from workshop_tool.desktop.dress.theme import font
from workshop_tool.look.tokens import GRID, LIGHT, Type

CELL: Final = QSize(480, 300)
ACROSS: Final = 4
_NAME: Final = 3 * GRID


def make_contact_sheet(folder: Path) -> Path | None:
    """Lay out the folder's pictures beside it as NAME.png; return where, or None where there are none."""
    pictures = sorted(folder.glob("*.png"))
    if not pictures:
        return None
    rows = -(-len(pictures) // ACROSS)
    step = CELL + QSize(2 * GRID, 2 * GRID + _NAME)
    sheet = QImage(QSize(ACROSS * step.width() + 2 * GRID, rows * step.height() + 2 * GRID), QImage.Format.Format_RGB32)
    sheet.fill(QColor(LIGHT.sunk))
    painter = QPainter(sheet)
    painter.setFont(font(Type.small.size))
    painter.setPen(QColor(LIGHT.ink))
    for at, path in enumerate(pictures):
        left = 2 * GRID + (at % ACROSS) * step.width()
        top = 2 * GRID + (at // ACROSS) * step.height()
        small = QImage(str(path)).scaled(
            CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(QPoint(left, top + _NAME), small)
        painter.drawText(QRect(left, top, CELL.width(), _NAME), Qt.AlignmentFlag.AlignVCenter, path.stem)
    painter.end()
    made = folder.with_suffix(".png")
    sheet.save(str(made))
    return made
