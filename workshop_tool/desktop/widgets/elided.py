"""Text that ends in an ellipsis where the room ends, on one line or on several, and is whole in its tooltip."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from workshop_tool.desktop.widgets.sheet import Label, Role


class ElidedLabel(Label):
    """A label that gives way."""

    def __init__(self, role: Role = "text", *, name: str) -> None:
        super().__init__("", role, name=name)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """The text before it was cut."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show a text, as much as fits."""
        if text == self._whole:
            return
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self._whole else self._whole)
        super().setText(shown)


class ElidedText(Label):
    """A label on as many lines as there is room for; a word that is longer than a line goes on in the next one."""

    def __init__(self, role: Role = "text", *, name: str) -> None:
        super().__init__("", role, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def setText(self, text: str) -> None:
        """Show a text, as much as fits."""
        if text != self.text():
            super().setText(text)
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell in the tooltip what no longer fits."""
        super().resizeEvent(event)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """Ask for one line of a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        leading = self.fontMetrics().lineSpacing()
        for at, line in enumerate(self._lines):
            box = QRectF(0, at * leading, self.width(), leading)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()

    @property
    def _lines(self) -> list[str]:
        most = max(1, self.height() // self.fontMetrics().lineSpacing())
        return fitting_lines(self.text(), self.font(), self.width(), most)

    def _tell(self) -> None:
        whole = "".join(self._lines).replace(" ", "") == self.text().replace(" ", "")
        self.setToolTip("" if whole else self.text())


def fitting_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break a text into at most so many lines of a width in pixels; the last ends in an ellipsis where more is left."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = [0]
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart() + line.textLength())
    layout.endLayout()
    lines = [text[start:end].rstrip() for start, end in pairwise(starts)]
    if starts[-1] < len(text) and lines:
        rest = text[starts[-2] :]
        lines[-1] = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 1.0))
    return lines or [text]
