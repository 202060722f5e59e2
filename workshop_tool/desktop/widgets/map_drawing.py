"""The trend map as a picture: where the field lies, what each trend looks like, and the strokes on the paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from workshop_tool.desktop.dress.theme import colours, font, zoom, zoomed
from workshop_tool.domain.trends import Trend
from workshop_tool.language import _
from workshop_tool.look.map_layout import Box, Label, Layout, wrap_label
from workshop_tool.look.map_sizes import MapAnswer, MapQuestion, answer
from workshop_tool.look.tokens import GRID, Palette, TextSize, Type

Kind = Literal["presented", "interviews", "renamed", "new"]
KINDS: Final[tuple[Kind, ...]] = ("presented", "interviews", "renamed", "new")

SIZES: Final = (Type.text, Type.small)
"""Of the labels: the smaller one where they crowd."""
DOT: Final = 5.0
"""Radius of a dot in pixels."""
LABEL_WIDTH: Final = 180.0
"""Longer labels take another line."""
LONG_LEADER: Final = 24.0
"""Pixels; a label farther away than that is easier to read in smaller type, but near."""
INSET: Final = 14.0
"""From the field's edge to where the values 0 and 1 lie."""
_LEFT, _BOTTOM, _TOP, _RIGHT = 72.0, 36.0, 4.0, 8.0
_NUMBERED: Final = 10.0
_SQUARE: Final = 4.5
"""Half a side: as heavy to the eye as the disc."""


def kind_of(trend: Trend) -> Kind:
    """Tell what the workshop did with a trend, and of those it left alone which came out of interviews."""
    if trend.origin == "workshop":
        return "new"
    if trend.presented_as:
        return "renamed"
    return "interviews" if trend.origin == "interviews" else "presented"


def field_in(area: QRectF) -> QRectF:
    """Return where the map's field lies in a widget's area; around it stand the words of the axes."""
    return area.adjusted(zoomed(_LEFT), _TOP, -_RIGHT, -zoomed(_BOTTOM))


def point_of(importance: float, certainty: float, field: QRectF) -> QPointF:
    """Return where a place on the map lies; importance runs up, certainty to the right, both 0 to 1."""
    inner = field.adjusted(INSET, INSET, -INSET, -INSET)
    return QPointF(inner.left() + certainty * inner.width(), inner.bottom() - importance * inner.height())


def place_of(point: QPointF, field: QRectF) -> tuple[float, float]:
    """Return the (importance, certainty) of a point, each brought to 0 to 1."""
    inner = field.adjusted(INSET, INSET, -INSET, -INSET)
    certainty = (point.x() - inner.left()) / max(inner.width(), 1.0)
    importance = (inner.bottom() - point.y()) / max(inner.height(), 1.0)
    return min(1.0, max(0.0, importance)), min(1.0, max(0.0, certainty))


@dataclass(frozen=True)
class MapPicture:
    """Everything laid out for one size of the widget."""

    field: QRectF
    trends: Mapping[str, Trend]
    numbers: Mapping[str, int]
    lines: Mapping[str, Sequence[str]]
    layout: Layout
    size: TextSize = Type.text


@dataclass(frozen=True)
class MapMeasured:
    """Trends as they are to be drawn, with their labels measured in each size; what is left is to find them places."""

    field: QRectF
    trends: Mapping[str, Trend]
    numbers: Mapping[str, int]
    lines: tuple[Mapping[str, Sequence[str]], ...]
    """By size, then by trend."""
    question: MapQuestion

    def picture(self, answer: MapAnswer) -> MapPicture:
        """Return the picture with the places that were found."""
        lines, size = self.lines[answer.size], SIZES[answer.size]
        return MapPicture(self.field, self.trends, self.numbers, lines, answer.layout, size)


def lay_out(trends: Sequence[Trend], area: QRectF) -> MapPicture:
    """Lay out the trends that are placed, in smaller type where they crowd; the rest keep their numbers."""
    measured = measure(trends, area)
    return measured.picture(answer(measured.question))


def measure(trends: Sequence[Trend], area: QRectF) -> MapMeasured:
    """Measure the labels of the trends that are placed; the rest keep their numbers."""
    field = field_in(area)
    numbers = {trend.id: number for number, trend in enumerate(trends, start=1)}
    placed = {trend.id: trend for trend in trends if trend.placed}
    inner = field.adjusted(2, 2, -2, -2)
    box = Box(inner.left(), inner.top(), inner.right(), inner.bottom())
    lines = tuple({key: _label_lines(trend, size) for key, trend in placed.items()} for size in SIZES)
    labels = tuple(
        tuple(_label(trend, lines[at][key], size, field) for key, trend in placed.items())
        for at, size in enumerate(SIZES)
    )
    question = MapQuestion(labels, box, DOT + 2, 2.0, LONG_LEADER)
    return MapMeasured(field, placed, numbers, lines, question)


def measure_ahead(trends: Sequence[Trend]) -> None:
    """Break the labels into lines, so that a map of these trends is measured at once."""
    for trend, size in product(trends, SIZES):
        _wrapped(trend.label, size, _weight(trend), zoom())


@lru_cache(maxsize=512)
def _wrapped(text: str, size: TextSize, weight: QFont.Weight, scale: float) -> tuple[tuple[str, ...], float]:
    """Return a label's lines and the width of the widest; kept, for a map is measured anew at each nudge."""
    advance = QFontMetricsF(font(size.size, weight)).horizontalAdvance
    lines = tuple(wrap_label(text, advance, LABEL_WIDTH * scale))
    return lines, max(map(advance, lines), default=0.0)


def _label_lines(trend: Trend, size: TextSize) -> tuple[str, ...]:
    return _wrapped(trend.label, size, _weight(trend), zoom())[0]


def _label(trend: Trend, lines: Sequence[str], size: TextSize, field: QRectF) -> Label:
    width = _wrapped(trend.label, size, _weight(trend), zoom())[1] + 1
    at = point_of(trend.importance or 0.0, trend.certainty or 0.0, field)
    return Label(trend.id, at.x(), at.y(), width, zoomed(size.line - 3) * len(lines))


def _weight(trend: Trend) -> QFont.Weight:
    return QFont.Weight.Normal if kind_of(trend) in {"presented", "interviews"} else QFont.Weight.DemiBold


def label_font(trend: Trend, size: TextSize = Type.text) -> QFont:
    """Return the type of a trend's label: what the workshop changed is semibold."""
    return font(size.size, _weight(trend))


def label_metrics(trend: Trend) -> QFontMetricsF:
    """Measure a trend's label."""
    return QFontMetricsF(label_font(trend))


def draw_field(painter: QPainter, field: QRectF, horizon: str) -> None:
    """Draw field, middle lines and the words of the axes."""
    palette = colours()
    painter.setPen(QPen(QColor(palette.line), 1))
    painter.setBrush(QColor(palette.ground))
    painter.drawRoundedRect(field, 6, 6)
    middle = field.center()
    painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
    painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
    painter.setPen(QColor(palette.ink_2))
    painter.setFont(font(Type.text.size))
    side = QRectF(0, field.top(), field.left() - 10, field.height())
    flags = Qt.AlignmentFlag
    wraps = Qt.TextFlag.TextWordWrap
    painter.drawText(side, int(flags.AlignRight | flags.AlignTop) | int(wraps), _("Very\nhigh"))
    painter.drawText(side, int(flags.AlignRight | flags.AlignBottom), _("High"))
    foot = QRectF(field.left(), field.bottom() + GRID, field.width(), zoomed(Type.text.line + 2))
    painter.drawText(foot, int(flags.AlignLeft | flags.AlignTop), _("Uncertain"))
    painter.drawText(foot, int(flags.AlignRight | flags.AlignTop), _("Certain"))
    painter.setFont(font(Type.text.size, QFont.Weight.DemiBold))
    across = _("Development towards {horizon}").format(horizon=horizon) if horizon else _("Certainty")
    painter.drawText(foot, int(flags.AlignHCenter | flags.AlignTop), across)
    painter.save()
    painter.translate(field.left() - zoomed(3.5 * GRID), middle.y())
    painter.rotate(-90)
    painter.drawText(
        QRectF(-zoomed(150), -zoomed(12), zoomed(300), zoomed(24)), int(flags.AlignCenter), _("Importance")
    )
    painter.restore()


def draw_trend(painter: QPainter, picture: MapPicture, key: str, *, chosen: bool) -> None:
    """Draw one trend's line, dot and label; a label without a place is its number in the dot."""
    trend, dot = picture.trends[key], picture.layout.dots[key]
    placed = picture.layout.placed.get(key)
    at = QPointF(dot.x, dot.y)
    palette = colours()
    if placed is None:
        draw_number(painter, at, picture.numbers[key], ink_of(trend, palette), palette)
        return
    box = QRectF(QPointF(placed.box.left, placed.box.top), QPointF(placed.box.right, placed.box.bottom))
    if placed.leader is not None:
        painter.setPen(QPen(QColor(palette.control_line), 1))
        (x1, y1), (x2, y2) = placed.leader
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
    if chosen:
        draw_chosen(painter, at, box)
    draw_dot(painter, at, kind_of(trend))
    draw_label(painter, box, trend, picture.lines[key], left=placed.box.right < dot.x, size=picture.size)


def draw_chosen(painter: QPainter, dot: QPointF, box: QRectF) -> None:
    """Lay a soft ground under a dot and its label."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().accent_soft))
    painter.drawRoundedRect(box.adjusted(-3, -1, 5, 1), 6, 6)
    painter.setPen(QPen(QColor(colours().accent), 1.5))
    painter.drawEllipse(dot, DOT + 3, DOT + 3)


def draw_label(
    painter: QPainter, box: QRectF, trend: Trend, lines: Sequence[str], *, left: bool, size: TextSize = Type.text
) -> None:
    """Draw a label's lines; ``left`` of its dot they end at the dot."""
    painter.setPen(QColor(ink_of(trend, colours())))
    painter.setFont(label_font(trend, size))
    height = box.height() / max(len(lines), 1)
    align = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
    for at, line in enumerate(lines):
        row = QRectF(box.left() - 2, box.top() + at * height - 2, box.width() + 4, height + 4)
        row.adjust(0 if left else 2, 0, -2 if left else 0, 0)
        painter.drawText(row, int(align | Qt.AlignmentFlag.AlignVCenter), line)


def draw_dot(painter: QPainter, at: QPointF, kind: Kind) -> None:
    """Draw a disc, a ring or a diamond: no kind is told by colour alone."""
    palette = colours()
    match kind:
        case "presented":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.ink_2))
            painter.drawEllipse(at, DOT, DOT)
        case "interviews":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.ink))
            painter.drawRect(QRectF(at.x() - _SQUARE, at.y() - _SQUARE, 2 * _SQUARE, 2 * _SQUARE))
        case "renamed":
            painter.setPen(QPen(QColor(palette.accent), 2.5))
            painter.setBrush(QColor(palette.sheet))
            painter.drawEllipse(at, DOT - 1, DOT - 1)
        case "new":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.new))
            reach = DOT + 1
            corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def draw_number(painter: QPainter, at: QPointF, number: int, ink: str, palette: Palette) -> None:
    """Draw a disc with the trend's number in the list."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    radius = float(zoomed(_NUMBERED))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QColor(palette.sheet))
    painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
    square = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), str(number))


def ink_of(trend: Trend, palette: Palette) -> str:
    """Return the colour of a trend's label."""
    return {"presented": palette.ink, "interviews": palette.ink, "renamed": palette.accent, "new": palette.new}[
        kind_of(trend)
    ]
