"""Words in boxes: as large as they fit, words unbroken where a size allows it; only what fits in no size is cut."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from workshop_tool.kit.pages import INK
from workshop_tool.look.fonts import CAP_HEIGHT, REGULAR, Face
from workshop_tool.paper.text import paragraph, width

LEADING = 1.2


class Box(NamedTuple):
    """A place on the page: its upper left corner and its size, in points; y grows upwards as PDF has it."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Height of the lower edge."""
        return self.top - self.height


def style(size: float, face: Face = REGULAR, colour: Color = INK, *, centred: bool = False) -> ParagraphStyle:
    """Return a style of type in this size."""
    return ParagraphStyle(
        f"{face.name} {size:g}",
        fontName=face.name,
        fontSize=size,
        leading=round(size * LEADING, 2),
        textColor=colour,
        alignment=TA_CENTER if centred else TA_LEFT,
        splitLongWords=1,
    )


def draw_words(
    canvas: Canvas,
    text: str,
    box: Box,
    sizes: Sequence[float],
    face: Face = REGULAR,
    *,
    colour: Color = INK,
    centred: bool = False,
) -> float:
    """Draw a text from the top of a box, in the first size in which it fits; return the height it takes, in points."""
    for whole_words in (True, False):
        for size in sizes:
            if whole_words and any(width(word, face.name, size) > box.width for word in text.split()):
                continue
            words = paragraph(style(size, face, colour, centred=centred), text)
            height = float(words.wrap(box.width, box.height)[1])
            if height <= box.height:
                return _draw(canvas, words, box, height)
    return _draw(canvas, *_cut(text, box, style(sizes[-1], face, colour, centred=centred)))


def height_of(text: str, size: float, face: Face, room: float) -> float:
    """Return how high a text stands in this size where a line has so much room, in points."""
    return float(paragraph(style(size, face), text).wrap(room, 0)[1])


def _cut(text: str, box: Box, in_style: ParagraphStyle) -> tuple[Paragraph, Box, float]:
    """Return the longest beginning of a text that fits a box, with an ellipsis behind it."""
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if paragraph(in_style, f"{text[:middle].rstrip()}…").wrap(box.width, box.height)[1] <= box.height:
            least = middle
        else:
            most = middle - 1
    words = paragraph(in_style, f"{text[:least].rstrip()}…")
    return words, box, float(words.wrap(box.width, box.height)[1])


def _draw(canvas: Canvas, words: Paragraph, box: Box, height: float) -> float:
    words.drawOn(canvas, box.left, box.top - height)
    return height


def middle_of_capitals(size: float) -> float:
    """Return how far the middle of capitals and digits stands above the baseline, in points."""
    return size * CAP_HEIGHT / 2
