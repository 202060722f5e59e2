"""A field with two axes and labelled dots on it: the trend map, and the matrix of priority and feasibility."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_tool.desktop.projector.lettering import QUIET, Style, width_of, wrap
from workshop_tool.desktop.projector.placing import places_of
from workshop_tool.desktop.projector.slide import Disc, Panel, Slide, Stroke, Words
from workshop_tool.look.map_layout import Box, Label, Layout
from workshop_tool.look.map_layout.geometry import Point
from workshop_tool.look.tokens import LIGHT

LABEL = Style(1 / 30, 400, LIGHT.ink)
_WIDEST = 0.3
"""Widest label as a share of the field's width."""


@dataclass(frozen=True)
class Spot:
    """Something that stands in the field: shares from the left and from the bottom (0 to 1), number and label."""

    key: str
    across: float
    up: float
    number: int
    label: str
    colour: str
    was: tuple[float, float] | None = None
    """Where it stood when it was presented, as shares like the others; None where it has not moved."""


@dataclass(frozen=True)
class Axis:
    """What an axis measures, and the names of its ends."""

    name: str
    low: str
    high: str


def write_field(slide: Slide, room: QRectF, across: Axis, up: Axis) -> QRectF:
    """Draw the ground and the axes' words at its left and beneath it; return the field itself."""
    gutter = QUIET.leading(slide.height) + slide.height * 0.008
    field = room.adjusted(gutter, 0, 0, -gutter)
    slide.put(Panel(field, LIGHT.sunk, radius=slide.height * 0.012))
    middle, thin = field.center(), max(1.0, slide.height / 500)
    slide.put(
        Stroke(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()), LIGHT.line, thin),
        Stroke(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()), LIGHT.line, thin),
    )
    pixels = QUIET.pixels(slide.height)
    beneath = field.bottom() + slide.height * 0.012 + pixels
    for text, weight, share in _axis_words(across, slide.height, field.width()):
        x = field.left() + share * (field.width() - width_of(text, QUIET._replace(weight=weight), slide.height))
        slide.put(Words(text, x, beneath, pixels, weight, LIGHT.ink_2))
    for text, weight, share in _axis_words(up, slide.height, field.height()):
        y = field.bottom() - share * (field.height() - width_of(text, QUIET._replace(weight=weight), slide.height))
        slide.put(Words(text, field.left() - slide.height * 0.018, y, pixels, weight, LIGHT.ink_2, upward=True))
    return field


def _axis_words(axis: Axis, height: float, length: float) -> list[tuple[str, int, float]]:
    """Return (words, weight, share of the way along) for both ends and, where there is room, the middle."""
    ends = [(axis.low, 400, 0.0), (axis.high, 400, 1.0)]
    strong = QUIET._replace(weight=600)
    taken = 2 * max(width_of(axis.low, QUIET, height), width_of(axis.high, QUIET, height))
    needed = taken + width_of(axis.name, strong, height) + height * 0.08
    return [*ends, (axis.name, 600, 0.5)] if needed <= length else ends


def write_spots(slide: Slide, field: QRectF, spots: Sequence[Spot]) -> tuple[str, ...]:
    """Put dots and labels into the field; return the keys of those that are shown by their number only."""
    height, radius = slide.height, slide.height * 0.011
    lines = {spot.key: wrap(spot.label, LABEL, height, field.width() * _WIDEST, most=4) for spot in spots}
    layout = _placed(slide, field, spots, lines, radius)
    unplaced = [spot for spot in spots if spot.key in layout.overflow]
    if unplaced:
        numbers = {spot.key: (str(spot.number),) for spot in unplaced}
        lines = {**lines, **numbers}
        layout = _placed(slide, field, spots, lines, radius)
        if set(layout.overflow) - {spot.key for spot in unplaced}:
            lines = {spot.key: (str(spot.number),) for spot in spots}
            unplaced = list(spots)
            layout = _placed(slide, field, spots, lines, radius)
    for spot in spots:
        if spot.was is not None:
            _write_move(slide, field, spot.was, layout.dots[spot.key], radius)
    for spot in spots:
        _write_spot(slide, spot, layout, lines[spot.key], radius)
    return tuple(spot.key for spot in unplaced)


def _placed(
    slide: Slide, field: QRectF, spots: Sequence[Spot], lines: dict[str, tuple[str, ...]], radius: float
) -> Layout:
    labels = [
        Label(
            spot.key,
            *_at(field, (spot.across, spot.up), radius),
            max(width_of(line, LABEL, slide.height) for line in lines[spot.key]),
            len(lines[spot.key]) * _leading(slide.height),
        )
        for spot in spots
    ]
    area = Box(field.left() + radius, field.top() + radius / 2, field.right() - radius, field.bottom() - radius / 2)
    return places_of(labels, area, radius, slide.height * 0.005)


def _at(field: QRectF, shares: tuple[float, float], radius: float) -> tuple[float, float]:
    """Return the pixels of a place in the field."""
    inner = field.adjusted(radius * 2, radius * 2, -radius * 2, -radius * 2)
    return inner.left() + shares[0] * inner.width(), inner.bottom() - shares[1] * inner.height()


def _write_move(slide: Slide, field: QRectF, was: tuple[float, float], dot: Point, radius: float) -> None:
    """Draw where it stood as a small empty ring, and a dashed line from there."""
    start = QPointF(*_at(field, was, radius))
    thin = max(1.0, slide.height / 500)
    slide.put(Stroke(start, QPointF(dot.x, dot.y), LIGHT.control_line, thin, dashed=True))
    slide.put(Disc(start, radius * 0.8, LIGHT.control_line), Disc(start, radius * 0.5, LIGHT.sunk))


def _leading(height: float) -> float:
    """Return the distance between the lines of a label, closer than in running text: 1.12 of the size."""
    return LABEL.pixels(height) * 1.12


def _write_spot(slide: Slide, spot: Spot, layout: Layout, lines: Sequence[str], radius: float) -> None:
    centre = layout.dots[spot.key]
    placed = layout.placed.get(spot.key)
    if placed is not None:
        if placed.leader is not None:
            start, end = placed.leader
            slide.put(Stroke(QPointF(*start), QPointF(*end), LIGHT.ink_3, max(1.0, slide.height / 700)))
        pixels, leading = LABEL.pixels(slide.height), _leading(slide.height)
        for at, line in enumerate(lines):
            # the baseline of Source Sans lies about four fifths down its line
            baseline = placed.box.top + at * leading + leading * 0.8
            slide.put(Words(line, placed.box.left, baseline, pixels, LABEL.weight, spot.colour))
    slide.put(Disc(QPointF(centre.x, centre.y), radius, spot.colour))
