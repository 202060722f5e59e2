"""Sets of labels as workshops make them, and what is wrong with a layout of them, by arithmetic of its own."""

import random
from collections.abc import Iterator
from itertools import combinations
from math import dist, hypot
from typing import Literal

from workshop_tool.look.map_layout import Box, Label, Layout, Point

Kind = Literal["random", "gathered", "clustered"]
KINDS: tuple[Kind, ...] = ("random", "gathered", "clustered")
SIDE = 458.0
"""Of the map on a page of A4, in points."""
AREA = Box(6, 6, SIDE - 6, SIDE - 6)
RADIUS = 3.4
_LINE = 9.2
_NARROW, _WIDE = 38.0, 96.0


def set_of(kind: Kind, count: int, seed: int) -> list[Label]:
    """Return labels of one to three lines at 8 points: all over the map, gathered up right, or in three clusters."""
    chance = random.Random(f"{kind} {count} {seed}")
    middles = [(chance.random(), chance.random()) for _ in range(3)]
    labels = []
    for at in range(count):
        if kind == "random":
            x, y = chance.random(), chance.random()
        else:
            middle, wide = ((0.6, 0.6), 0.22) if kind == "gathered" else (middles[at % 3], 0.07)
            x, y = (min(1.0, max(0.0, chance.gauss(of, wide))) for of in middle)
        lines = chance.choice((1, 1, 2, 2, 2, 3))
        left, low = (AREA.left + RADIUS + side * (SIDE - 12 - 2 * RADIUS) for side in (x, y))
        labels.append(Label(str(at), left, low, chance.uniform(_NARROW, _WIDE), lines * _LINE))
    return labels


def wrongs(layout: Layout, area: Box = AREA, radius: float = RADIUS) -> Iterator[str]:
    """Name every overlap of labels, dots and lines, and every label outside of the area."""
    for (key, one), (other_key, other) in combinations(layout.placed.items(), 2):
        if _overlap(one.box, other.box):
            yield f"{key} lies on {other_key}"
        if one.leader and other.leader and _cross(one.leader, other.leader):
            yield f"the lines of {key} and {other_key} cross"
    for key, label in layout.placed.items():
        box = label.box
        if box.left < area.left or box.top < area.top or box.right > area.right or box.bottom > area.bottom:
            yield f"{key} leaves the map"
        yield from (f"{key} covers the dot of {dot}" for dot, at in layout.dots.items() if _far(box, at) < radius)
        for point in _along(label.leader):
            yield from (f"{key}'s line runs over {o}" for o, p in layout.placed.items() if _far(p.box, point) <= 0)
            yield from (
                f"{key}'s line runs over the dot of {other}"
                for other, at in layout.dots.items()
                if other != key and dist(at, point) <= radius
            )


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) > max(one.left, other.left)
    return across and min(one.bottom, other.bottom) > max(one.top, other.top)


def _far(box: Box, point: Point) -> float:
    return hypot(max(box.left - point.x, 0, point.x - box.right), max(box.top - point.y, 0, point.y - box.bottom))


def _along(leader: tuple[Point, Point] | None) -> Iterator[Point]:
    if leader:
        (x1, y1), (x2, y2) = leader
        steps = int(hypot(x2 - x1, y2 - y1) * 2) + 1
        for step in range(steps + 1):
            yield Point(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    def left_of(line: tuple[Point, Point], point: Point) -> bool:
        (x1, y1), (x2, y2) = line
        return (x2 - x1) * (point.y - y1) > (y2 - y1) * (point.x - x1)

    apart = left_of(one, other[0]) == left_of(one, other[1]), left_of(other, one[0]) == left_of(other, one[1])
    return not any(apart)
