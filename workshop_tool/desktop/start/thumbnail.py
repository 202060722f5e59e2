"""The small picture on a workshop's card: its result, its posters, its map or its programme, whichever came last.

Drawn and read in a thread; the pictures stand beside what the app remembers, one for each look.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from workshop_tool.look.palette import DARK, LIGHT, Palette

if TYPE_CHECKING:  # the start page shows pictures before any of this is imported
    from workshop_tool.domain.workshop import Workshop

WIDTH: Final = 288
HEIGHT: Final = 96
_SCALE: Final = 2
_FOLDER: Final = "pictures"
_MOST: Final = 24
"""Posters, bars or lines that such a small picture can hold."""


def keep_thumbnail(workshop: "Workshop", path: Path, memory: Path) -> None:
    """Draw a workshop's picture for both looks and keep it; a disk that refuses costs only the picture."""
    folder = memory / _FOLDER
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for palette in (LIGHT, DARK):
            drawn(workshop, palette).save(str(_file(path, folder, dark=palette is DARK)))


def read_thumbnail(path: Path, memory: Path, *, dark: bool) -> QImage:
    """Return a workshop's picture; a null one where there is none."""
    image = QImage(str(_file(path, memory / _FOLDER, dark=dark)))
    image.setDevicePixelRatio(_SCALE)
    return image


def forget_thumbnail(path: Path, memory: Path) -> None:
    """Remove a workshop's picture."""
    for dark in (False, True):
        with suppress(OSError):
            _file(path, memory / _FOLDER, dark=dark).unlink(missing_ok=True)


def drawn(workshop: "Workshop", palette: Palette) -> QImage:
    """Draw what the workshop has come to."""
    image = QImage(WIDTH * _SCALE, HEIGHT * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor(palette.sunk))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _fitting(workshop)(painter, palette, workshop)
    painter.end()
    return image


def _fitting(workshop: "Workshop") -> Callable[[QPainter, Palette, "Workshop"], None]:
    """Choose the picture by the latest thing there is."""
    if any(book.round.state == "published" for book in workshop.rounds):
        return _result
    if workshop.plan.posters:
        return _posters
    if any(trend.placed for trend in workshop.plan.trends):
        return _map
    return _lines


def _result(painter: QPainter, palette: Palette, workshop: "Workshop") -> None:
    """Draw the ranking of the last published round as bars, in the colour of its first criterion."""
    book = [book for book in workshop.rounds if book.round.state == "published"][-1]
    key = book.round.asked[0].key
    dots = [row.dots.get(key) or 0 for row in book.result.ranked(key)][:8]
    most = max(dots, default=0) or 1
    step = (HEIGHT - 24) / max(len(dots), 4)
    painter.setBrush(QColor(palette.dot_blue))
    for at, count in enumerate(dots):
        bar = QRectF(16, 12 + at * step, max(4.0, (WIDTH - 32) * count / most), step * 0.6)
        painter.drawRoundedRect(bar, 2, 2)


def _posters(painter: QPainter, palette: Palette, workshop: "Workshop") -> None:
    """Draw the wall: a sheet for each poster, with a bar for each field that is filled in."""
    fields = len(workshop.plan.template.fields)
    for at, poster in enumerate(workshop.plan.posters_in_list_order()[:_MOST]):
        sheet = QRectF(16 + at % 8 * 33, 10 + at // 8 * 27, 27, 22)
        painter.setBrush(QColor(palette.sheet))
        painter.drawRoundedRect(sheet, 2, 2)
        filled = sum(bool(poster.text(key)) for key in workshop.plan.template.keys)
        painter.setBrush(QColor(palette.accent))
        painter.drawRect(QRectF(sheet.left() + 3, sheet.top() + 4, 21 * filled / fields, 3))
        painter.setBrush(QColor(palette.line))
        for line in range(min(filled, 3)):
            painter.drawRect(QRectF(sheet.left() + 3, sheet.top() + 10 + 4 * line, 19 - 4 * line, 2))


def _map(painter: QPainter, palette: Palette, workshop: "Workshop") -> None:
    """Draw the trend map: a dot for each trend that is placed."""
    painter.setPen(QPen(QColor(palette.line), 1))
    painter.drawLine(QPointF(WIDTH / 2, 10), QPointF(WIDTH / 2, HEIGHT - 10))
    painter.drawLine(QPointF(16, HEIGHT / 2), QPointF(WIDTH - 16, HEIGHT / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    for trend in workshop.plan.trends:
        if trend.importance is not None and trend.certainty is not None:
            painter.setBrush(QColor(palette.new if trend.origin == "workshop" else palette.ink_2))
            at = QPointF(20 + (WIDTH - 40) * trend.certainty, HEIGHT - 14 - (HEIGHT - 28) * trend.importance)
            painter.drawEllipse(at, 3.5, 3.5)


def _lines(painter: QPainter, palette: Palette, workshop: "Workshop") -> None:
    """Draw the lists as lines: the programme, or else the problem areas; an empty page where there is nothing."""
    lengths = [len(part.title) for part in workshop.plan.programme] or [len(a.text) for a in workshop.plan.areas]
    for at, length in enumerate(lengths[:7]):
        painter.setBrush(QColor(palette.accent if at == 0 else palette.line))
        painter.drawRoundedRect(QRectF(16, 12 + at * 11, min(40 + length * 3, WIDTH - 32), 5), 2, 2)


def _file(path: Path, folder: Path, *, dark: bool) -> Path:
    name = hashlib.sha256(str(path).encode()).hexdigest()[:24]
    return folder / f"{name}-{'dark' if dark else 'light'}.png"
