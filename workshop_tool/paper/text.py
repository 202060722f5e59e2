"""The one door through which words reach the page: markup is shown as text, missing glyphs come from another font.

ReportLab's Paragraph reads its text as markup (it would open the file that an ``<img>`` names) and prints nothing for a
glyph that the font lacks. So no other file of paper, record and kit makes a Paragraph or draws a string.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.look.fonts import FACES, FALLBACK
from workshop_tool.paper.text_block import TextBlock

NO_GLYPH = "\N{WHITE SQUARE}"
"""Stands for a character that no font of ours has."""

# Joiners, marks of direction, soft hyphens and selectors of variants are not to be seen: no square for those.
_INVISIBLE = {"Cc", "Cf", "Cs"}
_VARIANTS = range(0xFE00, 0xFE10)
_PRIVATE = range(0xE000, 0xF900)
"""Characters that mean something in one font only (U+F0B7 from a slide): nothing that could be read aloud."""

_NUMBER_AFTER_A_WORD: Final = re.compile(r"(?<=[^\W\d_]) (?=\d{1,3}(?!\d))")
"""The blank in "number 12" and "10 and 11": a line does not break there."""


class Run(NamedTuple):
    """Words in one font."""

    font: str
    text: str


class Words(NamedTuple):
    """A part of a paragraph that looks different or leads somewhere."""

    text: str
    font: str = ""
    """Name of a face; the paragraph's own where empty."""
    colour: str = ""
    """As "#RRGGBB"; the paragraph's own where empty."""
    size: float = 0.0
    """In points; the paragraph's own where 0."""
    link: str = ""
    """Key of the place in this document where a click leads."""


@cache
def register_fonts() -> None:
    """Make our faces known to ReportLab, once a process."""
    for face in FACES:
        pdfmetrics.registerFont(TTFont(face.name, str(face.path)))


@cache
def _glyphs(font: str) -> frozenset[int]:
    register_fonts()
    loaded = pdfmetrics.getFont(font)
    assert isinstance(loaded, TTFont)  # noqa: S101 - we registered no other kind
    return frozenset(code for code in loaded.face.charToGlyph if code not in _PRIVATE)


def runs(text: str, font: str) -> tuple[Run, ...]:
    """Return the text split where the font changes: to the fallback font where only that has a character.

    What no font has becomes NO_GLYPH; what is not to be seen is left out; every kind of blank line is a blank.
    """
    plain = text.replace("\n", " ").replace("\t", " ")
    if _glyphs(font).issuperset(map(ord, plain)):
        return (Run(font, plain),) if plain else ()
    shown = (_shown(character, font) for character in plain)
    pairs = (pair for pair in shown if pair is not None)
    return tuple(
        Run(name, "".join(character for _, character in group))
        for name, group in groupby(pairs, key=lambda pair: pair[0])
    )


def _shown(character: str, font: str) -> tuple[str, str] | None:
    """Return in which font a character is set, and as what; None for one that is not to be seen."""
    if ord(character) in _glyphs(font):
        return font, character
    if ord(character) in _VARIANTS or unicodedata.category(character) in _INVISIBLE:
        return None
    if ord(character) in _glyphs(FALLBACK.name):
        return FALLBACK.name, character
    return (font, " ") if character.isspace() else (font, NO_GLYPH)


def characters_without_glyph(texts: Iterable[str]) -> str:
    """Return the characters that would be printed as NO_GLYPH, each once, sorted: for a warning before printing."""
    register_fonts()
    base = FACES[0].name
    seen = set().union(*texts) - set("\n\t")
    return "".join(sorted(c for c in seen if c != NO_GLYPH and _shown(c, base) == (base, NO_GLYPH)))


def width(text: str, font: str, size: float) -> float:
    """Return how wide a text is on one line, in points."""
    return sum(pdfmetrics.stringWidth(run.text, run.font, size) for run in runs(text, font))


def shortened(text: str, font: str, size: float, most: float) -> str:
    """Return a text that is at most so many points wide, with an ellipsis where it was cut: for page furniture only."""
    if width(text, font, size) <= most:
        return text
    while text and width(f"{text}…", font, size) > most:
        text = text[:-1].rstrip()
    return f"{text}…"


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
    words = [part if isinstance(part, Words) else Words(part) for part in parts]
    block = TextBlock("".join(_markup(part, style.fontName) for part in words), style, bulletText=bullet or None)
    block.leads = any(part.link for part in words)
    return block


def _markup(part: Words, own_font: str) -> str:
    font = part.font or own_font
    text = _NUMBER_AFTER_A_WORD.sub("\N{NO-BREAK SPACE}", part.text)
    look = f" color={quoteattr(part.colour)}" if part.colour else ""
    look += f' size="{part.size:g}"' if part.size else ""
    marked = "".join(
        escape(run.text)
        if run.font == own_font and not look
        else f"<font name={quoteattr(run.font)}{look}>{escape(run.text)}</font>"
        for run in runs(text, font)
    )
    return f"<a href={quoteattr('#' + part.link)}>{marked}</a>" if part.link else marked
