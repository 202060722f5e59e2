"""The design tokens in one place: palettes, type, grid and corners for window, projector, site and record."""

from typing import Final, NamedTuple

from workshop_tool.look.contrast import SHAPE_MINIMUM, SHAPE_PAIRS, TEXT_MINIMUM, TEXT_PAIRS, contrast_ratio
from workshop_tool.look.palette import DARK, LIGHT, Palette, css_variables

__all__ = [
    "DARK",
    "GRID",
    "LIGHT",
    "MOTION",
    "RADIUS_BUTTON",
    "RADIUS_SHEET",
    "SHAPE_MINIMUM",
    "SHAPE_PAIRS",
    "TEXT_MINIMUM",
    "TEXT_PAIRS",
    "Palette",
    "TextSize",
    "Type",
    "contrast_ratio",
    "css_variables",
]


class TextSize(NamedTuple):
    """A size of type and the distance between its lines, in pixels at 100 % scaling."""

    size: int
    line: int


class Type:
    """The four sizes of type; there is no fifth."""

    title: Final = TextSize(26, 30)
    section: Final = TextSize(20, 26)
    text: Final = TextSize(15, 22)
    small: Final = TextSize(13, 18)


GRID: Final = 8
"""Every distance is a multiple of this many pixels (or half of it, inside a control)."""
RADIUS_SHEET: Final = 12
RADIUS_BUTTON: Final = 8
MOTION: Final = 120
"""Longest movement in milliseconds; none where the system asks for less motion."""
