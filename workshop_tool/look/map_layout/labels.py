"""What the layout is asked and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workshop_tool.look.map_layout.geometry import Box, Point, Segment


@dataclass(frozen=True)
class Label:
    """A dot with its centre at (x, y), and the size of the text that belongs to it."""

    key: str
    x: float
    y: float
    width: float
    height: float

    @property
    def dot(self) -> Point:
        """The dot's centre."""
        return Point(self.x, self.y)


@dataclass(frozen=True)
class PlacedLabel:
    """Where a label's text goes, and the line that ties it to its dot where it does not stand beside it."""

    box: Box
    leader: Segment | None
    """From the dot's edge towards the text."""

    @cached_property
    def bounds(self) -> Box:
        """The smallest box around text and line."""
        if self.leader is None:
            return self.box
        (left, top, right, bottom), (one, other) = self.box, self.leader
        return Box(
            min(left, one.x, other.x), min(top, one.y, other.y), max(right, one.x, other.x), max(bottom, one.y, other.y)
        )


@dataclass(frozen=True)
class Layout:
    """The whole map."""

    dots: Mapping[str, Point]
    """Where to draw each dot, by key: at its own place, or beside it where another dot lies on the same place."""
    placed: Mapping[str, PlacedLabel]
    overflow: tuple[str, ...]
    """Labels that the space does not hold: their dots are drawn as numbers, their texts listed beside the map."""
