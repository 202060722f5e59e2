"""The mark of a criterion: a shape with a letter in it, the same in window, site and print.

Colour is never the only sign (WCAG 2.2, 1.4.1): a reader who sees no blue sees a circle with a P.
"""

from dataclasses import dataclass
from html import escape
from math import cos, pi, sin

from workshop_tool.domain.voting.criteria import Shape
from workshop_tool.look.fonts import BOLD, CAP_HEIGHT, FAMILY

Point = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """A shape in a unit square, y downwards, and where its letter stands; sizes chosen so that areas look alike."""

    outline: tuple[Point, ...]
    letter_middle: float
    """Height of the middle of a capital: the shape's centroid, lower than the middle in a triangle."""
    letter_size: float
    """Font size, as a share of the square's side."""

    @property
    def baseline(self) -> float:
        """Where the letter stands; it is centred across at 0.5."""
        return self.letter_middle + self.letter_size * CAP_HEIGHT / 2


def _ring(corners: int, radius: float) -> tuple[Point, ...]:
    turns = (2 * pi * corner / corners - pi / 2 for corner in range(corners))
    return tuple((0.5 + radius * cos(turn), 0.5 + radius * sin(turn)) for turn in turns)


_CIRCLE_RADIUS = 0.48
_MARKS: dict[Shape, Mark] = {
    # 96 corners stay within a twentieth of a pixel of a true circle up to 180 pixels across
    "circle": Mark(_ring(96, _CIRCLE_RADIUS), 0.5, 0.56),
    "triangle": Mark(((0.5, 0.04), (1.0, 0.94), (0.0, 0.94)), 0.665, 0.48),
    "square": Mark(((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)), 0.5, 0.58),
    "diamond": Mark(((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)), 0.5, 0.46),
}


def mark(shape: Shape) -> Mark:
    """Return outline and letter of a shape."""
    return _MARKS[shape]


def shape_points(shape: Shape) -> tuple[Point, ...]:
    """Return the corners of a shape in a unit square, y downwards, clockwise from the top."""
    return _MARKS[shape].outline


def dot_svg(shape: Shape, letter: str, fill: str, ink: str, size: float) -> str:
    """Return the mark as SVG in a square.

    Args:
        shape: The criterion's.
        letter: One capital; escaped. It stands for the criterion, whose name belongs beside the mark as text,
            so the picture is hidden from screen readers.
        fill: Colour of the shape, as SVG reads paints.
        ink: Colour of the letter.
        size: Side of the square in pixels.
    """
    drawn = _MARKS[shape]
    points = " ".join(f"{100 * x:.4g},{100 * y:.4g}" for x, y in drawn.outline)
    outline = (
        f'circle cx="50" cy="50" r="{100 * _CIRCLE_RADIUS:g}"' if shape == "circle" else f'polygon points="{points}"'
    )
    font = (
        f'font-family="\'{FAMILY}\', sans-serif" font-weight="{BOLD.weight}" font-size="{100 * drawn.letter_size:.4g}"'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size:g}" height="{size:g}" viewBox="0 0 100 100" '
        f'aria-hidden="true"><{outline} fill="{escape(fill)}"/><text x="50" y="{100 * drawn.baseline:.4g}" '
        f'text-anchor="middle" {font} fill="{escape(ink)}">{escape(letter)}</text></svg>'
    )
