"""Points, boxes and lines, and whether they meet."""

from math import hypot
from typing import NamedTuple


class Point(NamedTuple):
    """A place on the map."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle: left <= right, top <= bottom (where y runs up, "top" is the lower edge)."""

    left: float
    top: float
    right: float
    bottom: float

    def nearest(self, point: Point) -> Point:
        """Return the place in this box that is nearest to a point."""
        return Point(min(max(point.x, self.left), self.right), min(max(point.y, self.top), self.bottom))


Segment = tuple[Point, Point]


def box_at(middle: Point, width: float, height: float) -> Box:
    """Return the box of a size around its middle."""
    return Box(middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2)


def span(line: Segment) -> Box:
    """Return the smallest box around a line."""
    (x1, y1), (x2, y2) = line
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def boxes_meet(one: Box, other: Box, gap: float) -> bool:
    """Say whether two boxes come nearer than the gap, across and along."""
    left, top, right, bottom = one
    their_left, their_top, their_right, their_bottom = other
    return (
        left < their_right + gap and their_left < right + gap and top < their_bottom + gap and their_top < bottom + gap
    )


def box_near(box: Box, point: Point, distance: float) -> bool:
    """Say whether a box comes nearer to a point than the distance."""
    across = max(box.left - point.x, 0.0, point.x - box.right)
    along = max(box.top - point.y, 0.0, point.y - box.bottom)
    return across * across + along * along < distance * distance


def line_meets_box(line: Segment, box: Box, gap: float) -> bool:
    """Say whether a line comes nearer to a box than the gap, across and along."""
    # written out, here and below: a crowded map asks this ten thousand times
    (x1, y1), (x2, y2) = line
    left, top, right, bottom = box
    if min(x1, x2) >= right + gap or left >= max(x1, x2) + gap:
        return False
    if min(y1, y2) >= bottom + gap or top >= max(y1, y2) + gap:
        return False
    across, along = x2 - x1, y2 - y1
    upper, lower = across * (top - gap - y1), across * (bottom + gap - y1)
    before, behind = along * (left - gap - x1), along * (right + gap - x1)
    if upper > before:
        return not (lower > before and upper > behind and lower > behind)
    return not (upper < before and lower < before and upper < behind and lower < behind)


def lines_cross(one: Segment, other: Segment) -> bool:
    """Say whether two lines cross."""
    return _turn(one, other[0]) * _turn(one, other[1]) <= 0 and _turn(other, one[0]) * _turn(other, one[1]) <= 0


def line_near(line: Segment, point: Point, distance: float) -> bool:
    """Say whether a line comes nearer to a point than the distance."""
    start, end = line
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return hypot(start.x + share * dx - point.x, start.y + share * dy - point.y) < distance


def _turn(line: Segment, point: Point) -> float:
    """Return on which side of the line the point lies: positive, negative, or 0 on it."""
    start, end = line
    return (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
