"""How the labels of the trend map find room on paper: in one shape or another, as numbers, or all as numbered dots."""

from dataclasses import dataclass
from functools import lru_cache

from workshop_tool.look.fonts import REGULAR
from workshop_tool.look.map_layout import PUSHES, Box, Label, Layout, Point, place_labels, spread_dots, wrap_label
from workshop_tool.paper.text import width
from workshop_tool.record.facts.trends import TrendFacts

SIZE, LEADING = 8.0, 9.2
DOT = 3.4
"""Radius of a dot in points."""
NUMBERED_DOT = 7.0
"""Radius of a dot with a number in it."""
_AIR = 6.0
_GAP = 2.5
_WIDTHS = (96.0, 64.0, 150.0)
"""Of the shapes that a label may take, first choice first."""
_PATIENCE = 400
_HOPELESS = 1 / 3
"""Where more than this share of the labels finds no room, a map of numbers is easier to read than a mixture."""


@dataclass(frozen=True)
class MapLabels:
    """Where each trend's dot stands, and what stands beside it, by its number as text."""

    layout: Layout
    lines: dict[str, tuple[str, ...]]
    """Empty where the numbers stand in the dots."""
    before: dict[str, Point]
    """Where those stood that the workshop moved."""

    @property
    def numbered(self) -> bool:
        """Whether some or all trends stand under their number, because the space does not hold their labels."""
        return not self.lines or any(lines == (key,) for key, lines in self.lines.items())


@lru_cache(maxsize=8)
def map_labels(trends: tuple[TrendFacts, ...], side: float) -> MapLabels:
    """Lay out the trends that are on the map, in a square of ``side`` points; y runs up.

    A label that finds no room is set in another shape, and at last as its number. Where even that does not do, all
    trends are numbered dots. The same map is asked for by every build of a document: the answer is kept.
    """
    area = Box(_AIR, _AIR, side - _AIR, side - _AIR)
    shapes = {str(trend.number): _shapes(trend) for trend in trends}
    before = {str(trend.number): _place(*trend.was, area) for trend in trends if trend.was}
    layout: Layout | None = None
    while True:
        labels = [_label(trend, shapes[str(trend.number)][0], area) for trend in trends]
        pushes = PUSHES if layout else _PATIENCE
        marks = tuple(before.values())
        layout = place_labels(labels, area, dot_radius=DOT, gap=_GAP, marks=marks, pushes=pushes, before=layout)
        crowded = layout.overflow
        if not crowded:
            return MapLabels(layout, {key: waiting[0] for key, waiting in shapes.items()}, before)
        if len(crowded) > _HOPELESS * len(trends) or any(len(shapes[key]) == 1 for key in crowded):
            return MapLabels(_numbered_dots(trends, area), {}, before)
        for key in crowded:
            shapes[key].pop(0)


def _shapes(trend: TrendFacts) -> list[tuple[str, ...]]:
    """Return the ways to write a trend, first choice first; the last one is its number."""
    wrapped = [tuple(wrap_label(trend.label, _measure, most)) for most in _WIDTHS]
    return list(dict.fromkeys([*wrapped, (str(trend.number),)]))


def _numbered_dots(trends: tuple[TrendFacts, ...], area: Box) -> Layout:
    wanted = [_label(trend, (), area).dot for trend in trends]
    dots = spread_dots(wanted, area, dot_radius=NUMBERED_DOT)
    return Layout({str(trend.number): dot for trend, dot in zip(trends, dots, strict=True)}, {}, ())


def _label(trend: TrendFacts, lines: tuple[str, ...], area: Box) -> Label:
    place = _place(trend.certainty or 0.0, trend.importance or 0.0, area)
    return Label(
        key=str(trend.number),
        x=place.x,
        y=place.y,
        width=max(map(_measure, lines), default=0.0),
        height=len(lines) * LEADING,
    )


def _place(across: float, up: float, area: Box) -> Point:
    return Point(
        area.left + DOT + across * (area.right - area.left - 2 * DOT),
        area.top + DOT + up * (area.bottom - area.top - 2 * DOT),
    )


def _measure(text: str) -> float:
    return width(text, REGULAR.name, SIZE)
