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
    span,
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

    def _dots_about(self, box: Box, distance: float) -> Sequence[Point]:
        """Return the few dots that may lie nearer to a box than the distance: most questions end here."""
        left = bisect_left(self._across, (box.left - distance,))
        right = bisect_left(self._across, (box.right + distance,), left)
        top, bottom = box.top - distance, box.bottom + distance
        return [dot for dot in self._across[left:right] if top < dot.y < bottom]

    def admits(self, place: PlacedLabel, own: Point) -> bool:
        """Say whether a place stays inside the area and clear of every dot."""
        clear = self.dot_radius + self.gap / 2
        if not self.area.holds(place.box):
            return False
        if any(box_near(place.box, dot, clear) for dot in self._dots_about(place.box, clear)):
            return False
        if any(box_near(place.box, mark, clear) for mark in self.marks):
            return False
        if place.leader is None:
            return True
        leader = place.leader
        return not any(line_near(leader, dot, clear) for dot in self._dots_about(span(leader), clear) if dot != own)

    def conflict(self, one: PlacedLabel, other: PlacedLabel) -> bool:
        """Say whether two labels, or their lines, get in each other's way."""
        if not boxes_meet(one.bounds, other.bounds, self.gap):
            return False
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
        self._rest = (place for place in (chain([kept], places) if kept else places) if field.admits(place, dot))

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
    near = field.dot_radius + field.gap
    for across, along, slide in _BESIDE:
        reach = near * _DIAGONAL if across and along else near
        middle = Point(
            dot.x + across * (reach + label.width / 2),
            dot.y + along * (reach + label.height / 2) + slide * label.height,
        )
        yield PlacedLabel(box_at(middle, label.width, label.height), None)
    step = 2 * field.dot_radius + field.gap
    for ring in _RINGS:
        for shift in (0.0, 0.5) if ring > _FAR else (0.0,):
            for turn in _TURNS:
                box = _box_towards(label, dot, near + ring * step, (turn + shift) * 2 * pi / _SIXTEENTHS)
                yield PlacedLabel(box, _leader(dot, box, field))


def _box_towards(label: Label, dot: Point, distance: float, angle: float) -> Box:
    """Put the label's nearest side or corner at a distance from the dot, in a direction."""
    across, along = cos(angle), sin(angle)
    middle = Point(
        dot.x + across * distance + _side(across) * label.width / 2,
        dot.y + along * distance + _side(along) * label.height / 2,
    )
    return box_at(middle, label.width, label.height)


def _side(direction: float) -> int:
    return (direction > _FLAT) - (direction < -_FLAT)


def _leader(dot: Point, box: Box, field: Field) -> Segment:
    end = box.nearest(dot)
    length = hypot(end.x - dot.x, end.y - dot.y)
    across, along = (end.x - dot.x) / length, (end.y - dot.y) / length
    stop = length - field.gap / 2
    return (
        Point(dot.x + across * field.dot_radius, dot.y + along * field.dot_radius),
        Point(dot.x + across * stop, dot.y + along * stop),
    )
