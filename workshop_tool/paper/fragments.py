"""The pieces of a paragraph as ReportLab sets them, made without its reader of markup: nothing in a text can be one."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from typing import NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from workshop_tool.paper.glyphs import runs


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


def fragments(parts: Sequence[Words], style: ParagraphStyle) -> list[ParaFrag]:
    """Return what ReportLab's reader would make of these parts; no blanks begin or end the paragraph."""
    pieces = list[ParaFrag]()
    links = count()
    for part in parts:
        link = [(next(links), f"#{part.link}")] if part.link else []
        pieces += _pieces(part, style, link)
    return _bared(pieces)


def _pieces(part: Words, style: ParagraphStyle, link: list[tuple[int, str]]) -> Iterator[ParaFrag]:
    for run in runs(part.text, part.font or style.fontName):
        yield ParaFrag(
            text=run.text,
            fontName=run.font,
            fontSize=part.size or style.fontSize,
            textColor=_colour(part.colour) if part.colour else style.textColor,
            link=link,
            rise=0,
            us_lines=[],
        )


def _bared(pieces: list[ParaFrag]) -> list[ParaFrag]:
    """Leave out blanks at both ends, and what is empty then."""
    while pieces and not pieces[0].text.strip():
        del pieces[0]
    while pieces and not pieces[-1].text.strip():
        del pieces[-1]
    if pieces:
        pieces[0].text = pieces[0].text.lstrip()
        pieces[-1].text = pieces[-1].text.rstrip()
    return pieces


@cache
def _colour(written: str) -> Color:
    return HexColor(written)
