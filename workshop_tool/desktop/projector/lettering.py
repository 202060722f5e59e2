"""Type for the back row: sizes are shares of the picture's height, none below a thirtieth; measuring and wrapping."""

from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from workshop_tool.look.fonts import FALLBACK_FAMILY, FAMILY
from workshop_tool.look.tokens import LIGHT

SMALLEST: Final = 1 / 30
"""No text is smaller than this share of the picture's height: it must be read from the back row."""
LEADING: Final = 1.3
"""Distance between lines, as a multiple of the size of type."""
ELLIPSIS: Final = "…"


class Style(NamedTuple):
    """A size of type (a share of the picture's height, at least SMALLEST), a weight (400, 600) and a colour."""

    share: float
    weight: int
    colour: str

    def pixels(self, height: float) -> int:
        """Return the size in pixels on a picture of a height in pixels."""
        return ceil(max(self.share, SMALLEST) * height)

    def leading(self, height: float) -> float:
        """Return the distance between lines in pixels."""
        return self.pixels(height) * LEADING


BANNER: Final = Style(1 / 11, 600, LIGHT.accent)
TITLE: Final = Style(1 / 15, 600, LIGHT.accent)
HEADING: Final = Style(1 / 25, 600, LIGHT.accent)
STRONG: Final = Style(1 / 26, 600, LIGHT.ink)
BODY: Final = Style(1 / 27, 400, LIGHT.ink)
QUIET: Final = Style(1 / 30, 400, LIGHT.ink_2)
NUMBER: Final = Style(1 / 26, 600, LIGHT.accent)
FIGURE: Final = Style(1 / 9, 600, LIGHT.ink)


@lru_cache(maxsize=256)
def font(pixels: int, weight: int) -> QFont:
    """Return the projector's typeface in one size and weight."""
    made = QFont([FAMILY, FALLBACK_FAMILY])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    return made


@lru_cache(maxsize=256)
def metrics(pixels: int, weight: int) -> QFontMetricsF:
    """Return the measures of the typeface in one size and weight."""
    return QFontMetricsF(font(pixels, weight))


def width_of(text: str, style: Style, height: float) -> float:
    """Return how wide a line is, in pixels, on a picture of a height."""
    return metrics(style.pixels(height), style.weight).horizontalAdvance(text)


def wrap(text: str, style: Style, height: float, width: float, *, most: int | None = None) -> tuple[str, ...]:
    """Return the lines of a text in a column; of more than ``most`` lines the last ends in an ellipsis."""
    lines = [line for paragraph in text.split("\n") for line in _wrapped(paragraph, style.pixels(height), style, width)]
    if most is None or len(lines) <= most:
        return tuple(lines)
    measure = metrics(style.pixels(height), style.weight)
    last = lines[most - 1]
    while last and measure.horizontalAdvance(last.rstrip() + ELLIPSIS) > width:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + ELLIPSIS)


def _wrapped(text: str, pixels: int, style: Style, width: float) -> list[str]:
    """Break at words, and inside a word that is wider than the column, as Unicode allows it."""
    layout = QTextLayout(text, font(pixels, style.weight))
    layout.setTextOption(_ANYWHERE)
    layout.beginLayout()
    lines: list[str] = []
    # Qt counts in UTF-16 units, where a character beyond the first plane takes two
    units = text.encode("utf-16-le", "surrogatepass")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, pixels))
        start, length = 2 * line.textStart(), 2 * line.textLength()
        lines.append(units[start : start + length].decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return lines or [""]


_ANYWHERE = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
