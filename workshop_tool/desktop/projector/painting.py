"""Draws a slide with a painter: no arithmetic but that of the marks themselves."""

from dataclasses import fields

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from workshop_tool.desktop.projector.lettering import font, metrics
from workshop_tool.desktop.projector.slide import Code, Disc, Dot, Mark, Panel, Slide, Stroke, Words
from workshop_tool.look.dots import mark as dot_mark
from workshop_tool.look.qr import qr_matrix
from workshop_tool.look.tokens import DARK, LIGHT, Palette

_BOLD = 700
_DARKER = {getattr(LIGHT, named.name): getattr(DARK, named.name) for named in reversed(fields(Palette))}
"""Colour by colour, from paper to a dim room; of two that are alike on paper the one named first counts."""


def shade(colour: str, *, dark: bool) -> str:
    """Return a colour of a slide as it is in a dim room; slides are laid out in the colours of paper."""
    return _DARKER.get(colour, colour) if dark else colour


def paint_slide(painter: QPainter, slide: Slide, *, dark: bool = False) -> None:
    """Draw ground and marks in the slide's own pixels, on paper or for a dim room."""
    painter.fillRect(QRectF(QPointF(0, 0), slide.size), QColor(shade(slide.ground, dark=dark)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for drawn in slide.marks:
        _paint(painter, drawn, dark=dark)


def _paint(painter: QPainter, drawn: Mark, *, dark: bool) -> None:
    def inked(colour: str) -> QColor:
        return QColor(shade(colour, dark=dark))

    match drawn:
        case Words():
            painter.setFont(font(drawn.pixels, drawn.weight))
            painter.setPen(inked(drawn.colour))
            painter.save()
            painter.translate(drawn.x, drawn.baseline)
            painter.rotate(-90 if drawn.upward else 0)
            painter.drawText(QPointF(0, 0), drawn.text)
            painter.restore()
        case Panel():
            painter.setPen(QPen(inked(drawn.edge), 2.0) if drawn.edge else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(inked(drawn.fill) if drawn.fill else QBrush(Qt.BrushStyle.NoBrush))
            painter.drawRoundedRect(drawn.box, drawn.radius, drawn.radius)
        case Stroke():
            style = Qt.PenStyle.DashLine if drawn.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(inked(drawn.colour), drawn.width, style))
            painter.drawLine(drawn.start, drawn.end)
        case Disc():
            painter.setPen(QPen(inked(LIGHT.sheet), max(1.0, drawn.radius / 6)))
            painter.setBrush(inked(drawn.colour))
            painter.drawEllipse(drawn.centre, drawn.radius, drawn.radius)
        case Dot():
            _paint_dot(painter, drawn, DARK if dark else LIGHT)
        case Code():
            _paint_code(painter, drawn)


def _paint_dot(painter: QPainter, dot: Dot, palette: Palette) -> None:
    shape, box = dot_mark(dot.criterion.shape), dot.box
    path = QPainterPath()
    path.addPolygon(
        QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in shape.outline])
    )
    path.closeSubpath()
    painter.fillPath(path, QColor({"blue": palette.dot_blue, "green": palette.dot_green}[dot.criterion.colour]))
    pixels = round(shape.letter_size * box.height())
    across = metrics(pixels, _BOLD).horizontalAdvance(dot.criterion.letter)
    painter.setFont(font(pixels, _BOLD))
    painter.setPen(QColor(palette.dot_ink))
    at = QPointF(box.center().x() - across / 2, box.y() + shape.baseline * box.height())
    painter.drawText(at, dot.criterion.letter)


def _paint_code(painter: QPainter, code: Code) -> None:
    """Draw modules of a whole number of the screen's pixels, so that none is blurred, in the middle of the box."""
    matrix = qr_matrix(code.text)
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0  # a screen at 150 % has more pixels to go by
    module = max(1, int(code.box.width() * ratio / len(matrix))) / ratio
    left = round((code.box.center().x() - module * len(matrix) / 2) * ratio) / ratio
    top = round((code.box.center().y() - module * len(matrix) / 2) * ratio) / ratio
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(QRectF(left, top, module * len(matrix), module * len(matrix)), QColor(Qt.GlobalColor.white))
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(QRectF(left + x * module, top + y * module, module, module), Qt.GlobalColor.black)
    painter.restore()
