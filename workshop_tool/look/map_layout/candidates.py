"""The places a label could take, best first: beside its dot, then further out on a line."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import cos, hypot, pi, sin

from workshop_tool.look.map_layout.geometry import (
    Box,
    Point,
    Segment,
    box_at,
    box_near,
    boxes_meet,
    line_meets_box,
    line_near,
    lines_cross,
)
from workshop_tool.look.map_layout.labels import Label, Layout, PlacedLabel

_DIAGONAL = 0.7071
# (across, along, slide): right is where one reads on, then left; a slide moves the text by a share of its height
_BESIDE = (
    *((1, 0, 0.0), (-1, 0, 0.0), (1, 0, -0.35), (1, 0, 0.35), (-1, 0, -0.35), (-1, 0, 0.35)),
    *((0, -1, 0.0), (0, 1, 0.0), (1, -1, 0.0), (1, 1, 0.0), (-1, -1, 0.0), (-1, 1, 0.0)),
)
_RINGS = (1.0, 1.8, 2.8, 4.0, 5.5, 7.5, 10.0, 13.0, 17.0, 22.0)
_FAR = 5.0
"""Rings beyond this are asked between the sixteenths of a circle too."""
_SIXTEENTHS = 16
_TURNS = (0, 1, 15, 8, 7, 9, 2, 14, 6, 10, 3, 13, 5, 11, 4, 12)  # sixteenths of a circle, flat ones first
_FLAT = 0.3
Direction = tuple[float, float, int, int]
"""Across and along, and the side of the label that is turned to the dot on each: -1, 0 or 1."""


def _side(direction: float) -> int:
    return (direction > _FLAT) - (direction < -_FLAT)


def _direction(angle: float) -> Direction:
    return cos(angle), sin(angle), _side(cos(angle)), _side(sin(angle))


_DIRECTIONS = {
    shift: tuple(_direction((turn + shift) * 2 * pi / _SIXTEENTHS) for turn in _TURNS) for shift in (0.0, 0.5)
}
_SAME = 0.01


@dataclass(frozen=True)
class Field:
    """What every label has to respect: the area, all dots, and how much air there is around things."""

    area: Box
    dots: Sequence[Point]
    dot_radius: float
    gap: float
    marks: Sequence[Point] = ()
    """Further places that no text covers; lines may pass over them."""

    @cached_property
    def _across(self) -> Sequence[Point]:
        return sorted(self.dots)

    @cached_property
    def _columns(self) -> Sequence[float]:
        return [dot.x for dot in self._across]

    @cached_property
    def _clear(self) -> float:
        return self.dot_radius + self.gap / 2

    def _dots_about(self, left: float, top: float, right: float, bottom: float) -> Sequence[Point]:
        """Return the few dots that may lie too near to a box: most questions end here."""
        clear = self._clear
        first = bisect_left(self._columns, left - clear)
        last = bisect_left(self._columns, right + clear, first)
        if first == last:
            return ()
        top, bottom = top - clear, bottom + clear
        return [dot for dot in self._across[first:last] if top < dot.y < bottom]

    def admits(self, place: PlacedLabel, own: Point) -> bool:
        """Say whether a place stays inside the area and clear of every dot."""
        return self.admits_box(place.box) and (place.leader is None or self.admits_leader(place.leader, own))

    def admits_box(self, box: Box) -> bool:
        """Say whether a text stays inside the area and clear of every dot and mark."""
        left, top, right, bottom = self.area
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom:
            return False
        for dot in self._dots_about(*box):
            if box_near(box, dot, self._clear):
                return False
        return not any(box_near(box, mark, self._clear) for mark in self.marks)

    def admits_leader(self, leader: Segment, own: Point) -> bool:
        """Say whether a line stays clear of every dot but its own."""
        (x1, y1), (x2, y2) = leader
        about = self._dots_about(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        return not any(line_near(leader, dot, self._clear) for dot in about if dot != own)

    def conflict(self, one: PlacedLabel, other: PlacedLabel) -> bool:
        """Say whether two labels, or their lines, get in each other's way."""
        return boxes_meet(one.bounds, other.bounds, self.gap) and self.touch(one, other)

    def touch(self, one: PlacedLabel, other: PlacedLabel) -> bool:
        """Say the same of two labels whose bounds meet."""
        if boxes_meet(one.box, other.box, self.gap):
            return True
        if one.leader is not None and line_meets_box(one.leader, other.box, self.gap / 2):
            return True
        if other.leader is None:
            return False
        if line_meets_box(other.leader, one.box, self.gap / 2):
            return True
        return one.leader is not None and lines_cross(one.leader, other.leader)


class Candidates:
    """The places one label may take by itself, best first; worked out only as far as somebody looks."""

    def __init__(self, label: Label, dot: Point, field: Field, kept: PlacedLabel | None = None) -> None:
        """Look nowhere yet; where a label stood before, at its dot of today, comes first."""
        self._known: list[PlacedLabel] = []
        places = _places(label, dot, field)
        self._rest = chain([kept], places) if kept and field.admits(kept, dot) else places

    def __iter__(self) -> Iterator[PlacedLabel]:
        """Go through the places, best first."""
        yield from self._known
        for place in self._rest:
            self._known.append(place)
            yield place


def kept_place(label: Label, dot: Point, before: Layout, field: Field) -> PlacedLabel | None:
    """Return where a label stood in an earlier layout, moved as its dot has moved; None where that is unknown."""
    place, stood = before.placed.get(label.key), before.dots.get(label.key)
    if place is None or stood is None:
        return None
    across, along = dot.x - stood.x, dot.y - stood.y
    left, top, right, bottom = place.box
    if abs(right - left - label.width) > _SAME or abs(bottom - top - label.height) > _SAME:
        return None
    if not across and not along:
        return place
    box = Box(left + across, top + along, right + across, bottom + along)
    return PlacedLabel(box, _leader(dot, box, field) if place.leader else None)


def _places(label: Label, dot: Point, field: Field) -> Iterator[PlacedLabel]:
    """Yield the places that the field admits; the line is worked out only where the text may stand."""
    near = field.dot_radius + field.gap
    for across, along, slide in _BESIDE:
        reach = near * _DIAGONAL if across and along else near
        middle = Point(
            dot.x + across * (reach + label.width / 2),
            dot.y + along * (reach + label.height / 2) + slide * label.height,
        )
        box = box_at(middle, label.width, label.height)
        if field.admits_box(box):
            yield PlacedLabel(box, None)
    step = 2 * field.dot_radius + field.gap
    for ring in _RINGS:
        for shift in (0.0, 0.5) if ring > _FAR else (0.0,):
            for direction in _DIRECTIONS[shift]:
                box = _box_towards(label, dot, near + ring * step, direction)
                if field.admits_box(box) and field.admits_leader(leader := _leader(dot, box, field), dot):
                    yield PlacedLabel(box, leader)


def _box_towards(label: Label, dot: Point, distance: float, direction: Direction) -> Box:
    """Put the label's nearest side or corner at a distance from the dot, in a direction."""
    across, along, side, end = direction
    half_width, half_height = label.width / 2, label.height / 2
    x = dot.x + across * distance + side * half_width
    y = dot.y + along * distance + end * half_height
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def _leader(dot: Point, box: Box, field: Field) -> Segment:
    end = box.nearest(dot)
    length = hypot(end.x - dot.x, end.y - dot.y)
    across, along = (end.x - dot.x) / length, (end.y - dot.y) / length
    stop = length - field.gap / 2
    return (
        Point(dot.x + across * field.dot_radius, dot.y + along * field.dot_radius),
        Point(dot.x + across * stop, dot.y + along * stop),
    )
