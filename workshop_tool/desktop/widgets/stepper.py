"""The steps of something in a row: what is done, where it stands, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.desktop.dress.theme import colours, font
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID, Type

_DISC = 26
_LEAST_LINE = 20


class Stepper(QWidget):
    """Shows; the buttons beside it ask."""

    def __init__(self, name: str, steps: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._steps = tuple(steps)
        self._now = 0
        self._done = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def step(self) -> str:
        """The step at which it stands."""
        return self._steps[self._now]

    def show_step(self, now: int, *, done: bool = False) -> None:
        """Stand at a step, 0 = the first; ``done`` when the last one is behind."""
        self._now, self._done = now, done
        words = _("Step {n} of {steps}: {step}")
        self.setAccessibleName(words.format(n=now + 1, steps=len(self._steps), step=self.step))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words, and short lines between them."""
        words = sum(self._width(step) for step in self._steps)
        return QSize(words + len(self._steps) * (_DISC + GRID) + (len(self._steps) - 1) * 60, _DISC + GRID)

    def minimumSizeHint(self) -> QSize:
        """Never cut a word."""
        gaps = (len(self._steps) - 1) * (_LEAST_LINE + 2 * GRID)
        words = sum(self._width(step) + _DISC + GRID for step in self._steps)
        return QSize(words + gaps, _DISC + GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw discs and words, with lines between them that share what is left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken = sum(_DISC + GRID + self._width(step) for step in self._steps)
        gaps = len(self._steps) - 1
        gap = min(96.0, max((self.width() - taken) / gaps, _LEAST_LINE))
        x, middle = 0.0, self.height() / 2
        for at, step in enumerate(self._steps):
            if at:
                painter.setPen(QPen(QColor(colours().accent if at <= self._now else colours().control_line), 1.5))
                painter.drawLine(QPointF(x + GRID, middle), QPointF(x + gap - GRID, middle))
                x += gap
            x = self._draw_step(painter, at, step, x, middle)
        painter.end()

    def _draw_step(self, painter: QPainter, at: int, step: str, x: float, middle: float) -> float:
        palette = colours()
        is_done = at < self._now or self._done
        is_now = at == self._now and not self._done
        disc = QRectF(x, middle - _DISC / 2, _DISC, _DISC).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(palette.accent if is_done or is_now else palette.control_line), 1.5))
        painter.setBrush(
            QColor(palette.accent) if is_now else QColor(palette.accent_soft if is_done else palette.sheet)
        )
        painter.drawEllipse(disc)
        if is_done:
            painter.setPen(QPen(QColor(palette.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            centre = disc.center()
            tick = [QPointF(-5, 0), QPointF(-1.5, 3.5), QPointF(5, -3.5)]
            painter.drawPolyline(QPolygonF([centre + point for point in tick]))
        else:
            painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
            painter.setPen(QColor(palette.accent_ink if is_now else palette.ink_2))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(at + 1))
        painter.setFont(self._font)
        painter.setPen(QColor(palette.ink if is_now or is_done else palette.ink_2))
        words = QRectF(x + _DISC + GRID, 0, self._width(step) + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, step)
        return x + _DISC + GRID + self._width(step)

    @property
    def _font(self) -> QFont:
        return font(Type.text.size, QFont.Weight.DemiBold)

    def _width(self, step: str) -> int:
        return QFontMetrics(self._font).horizontalAdvance(step) + 1
