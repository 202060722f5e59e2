"""Dots that lie on one another are moved apart, as little as makes each one visible."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from workshop_tool.look.map_layout.geometry import Box, Point, box_near

_RINGS = 24
_DOTS_ON_FIRST_RING = 6


def spread_dots(dots: Sequence[Point], area: Box, *, dot_radius: float) -> tuple[Point, ...]:
    """Return the dots so that none covers another, in their order.

    An earlier dot keeps its place; a later one that would cover it takes the nearest free place inside the area. Where
    there is none within 24 radii, it stays.
    """
    spread: list[Point] = []
    for dot in dots:
        free = (place for place in _places(dot, area, dot_radius) if _is_free(place, spread, dot_radius))
        spread.append(next(free, dot))
    return tuple(spread)


def _is_free(place: Point, taken: Sequence[Point], dot_radius: float) -> bool:
    clear = (2 * dot_radius) ** 2
    return all((place.x - x) ** 2 + (place.y - y) ** 2 >= clear for x, y in taken)


def _places(dot: Point, area: Box, dot_radius: float) -> Iterator[Point]:
    """Offer the dot's own place, then rings around it, each a radius wider."""
    yield dot
    inside = Box(area.left + dot_radius, area.top + dot_radius, area.right - dot_radius, area.bottom - dot_radius)
    for ring in range(1, _RINGS + 1):
        places = _DOTS_ON_FIRST_RING * ring
        for turn in range(places):
            angle = 2 * pi * turn / places
            # a hair wider than the radius, so that rounding never makes neighbours touch
            reach = ring * dot_radius * 1.001
            place = Point(dot.x + reach * cos(angle), dot.y + reach * sin(angle))
            if box_near(inside, place, 1e-9):
                yield place
