"""The one door through which words reach the page: markup is shown as text, missing glyphs come from another font.

ReportLab's Paragraph would read its text as markup (and open the file that an ``<img>`` names) and prints nothing for a
glyph that the font lacks. So no other file of record and kit makes a Paragraph or draws a string.
"""

import re
from bisect import bisect_right
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.paper.fragments import Words, fragments
from workshop_tool.paper.glyphs import (
    NO_GLYPH,
    Run,
    characters_without_glyph,
    is_right_to_left,
    register_fonts,
    runs,
)
from workshop_tool.paper.text_block import TextBlock

__all__ = [
    "NO_GLYPH",
    "Run",
    "Words",
    "characters_without_glyph",
    "draw_line",
    "is_right_to_left",
    "paragraph",
    "register_fonts",
    "runs",
    "shortened",
    "width",
]

_NUMBER_AFTER_A_WORD: Final = re.compile(r"(?<=[^\W\d_]) (?=\d{1,3}(?!\d))")
"""The blank in "number 12" and "10 and 11": a line does not break there."""


def width(text: str, font: str, size: float) -> float:
    """Return how wide a text is on one line, in points."""
    return sum(pdfmetrics.stringWidth(run.text, run.font, size) for run in runs(text, font))


def shortened(text: str, font: str, size: float, most: float) -> str:
    """Return a text that is at most so many points wide, with an ellipsis where it was cut: for page furniture only."""
    if width(text, font, size) <= most:
        return text
    fit = bisect_right(range(1, len(text)), most, key=lambda kept: width(f"{text[:kept].rstrip()}…", font, size))
    return f"{text[:fit].rstrip()}…"


def draw_line(
    canvas: Canvas, place: tuple[float, float], text: str, font: str, size: float, *, align: float = 0.0
) -> None:
    """Draw one line with its baseline at the place; ``align`` 0 begins there, 0.5 is centred on it, 1 ends there."""
    x, y = place
    x -= align * width(text, font, size)
    for run in runs(text, font):
        canvas.setFont(run.font, size)
        canvas.drawString(x, y, run.text)
        x += pdfmetrics.stringWidth(run.text, run.font, size)


def paragraph(style: ParagraphStyle, *parts: str | Words, bullet: str = "") -> TextBlock:
    """Return a paragraph; none of the parts is read as markup. Words longer than a line are broken.

    Args:
        style: Size, colour and indents.
        parts: Set one after the other, with nothing between them.
        bullet: What stands in the indent of the first line.
    """
    register_fonts()
    words = [_together(part if isinstance(part, Words) else Words(part)) for part in parts]
    label = "".join(run.text for run in runs(bullet, style.bulletFontName)) if bullet else None
    block = TextBlock("", style, bulletText=label or None, frags=fragments(words, style))
    block.leads = any(part.link for part in words)
    block.whole = "".join(part.text for part in words)
    return block


def _together(part: Words) -> Words:
    text, times = _NUMBER_AFTER_A_WORD.subn("\N{NO-BREAK SPACE}", part.text)
    return part._replace(text=text) if times else part
