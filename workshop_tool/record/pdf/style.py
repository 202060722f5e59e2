"""How the record looks: paper, margins, type and colours, taken from the tokens that the window uses too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from workshop_tool.look.fonts import BOLD, REGULAR, SEMIBOLD
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.hyphens import SHORTEST, broken
from workshop_tool.paper.text_block import ITEM
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.brand import accent, accent_soft

PORTRAIT: tuple[float, float] = A4
LANDSCAPE: tuple[float, float] = landscape(A4)
TOP, RIGHT, BOTTOM, LEFT = 25 * mm, 20 * mm, 25 * mm, 22 * mm
TEXT_WIDTH = PORTRAIT[0] - LEFT - RIGHT
TEXT_HEIGHT = PORTRAIT[1] - TOP - BOTTOM
SHEET_MARGIN = 16 * mm
"""Left, right and top of a landscape page."""
SHEET_BOTTOM = 20 * mm
SHEET_WIDTH = LANDSCAPE[0] - 2 * SHEET_MARGIN
SHEET_HEIGHT = LANDSCAPE[1] - SHEET_MARGIN - SHEET_BOTTOM

HAIRLINE = 0.5
LABEL_COLUMN = 92.0
_WHOLE = {"", "H1", "H2", "H3"}
"""Roles of headings: in those no word is broken that fits a line."""
_MEASURE_INDENT = 84.0
"""Kept free at the right of running text, so that a line has 60 to 75 characters."""

INK, INK_2, INK_3 = HexColor(LIGHT.ink), HexColor(LIGHT.ink_2), HexColor(LIGHT.ink_3)
ACCENT, ACCENT_SOFT, ACCENT_INK = accent(), accent_soft(), HexColor(LIGHT.accent_ink)
"""Those of the record that is being printed; see ``brand``."""
LINE, EDGE = HexColor(LIGHT.line), HexColor(LIGHT.control_line)
NEW = HexColor(LIGHT.new)
SHEET = HexColor(LIGHT.sheet)


def type_style(
    name: str, size: float, line: float, font: str = REGULAR.name, colour: Color = INK, *, role: str = "P", **more: Any
) -> ParagraphStyle:
    """Return a style of type: ragged right, long words broken, no line alone at the head or foot of a page.

    The role is what a reader's program hears: P, H1, H2, H3, Caption; ITEM for what belongs to a list; empty for a
    part of what holds it. A ``balanced`` one has lines about as long as one another, and breaks no word either.
    """
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=line,
        textColor=colour,
        bulletFontName=SEMIBOLD.name,
        bulletFontSize=size,
        bulletColor=ACCENT,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        role=role,
        hyphenationLang=None if role in _WHOLE or more.get("balanced") else broken,  # type: ignore[arg-type]  # or a function, say its sources
        hyphenationMinWordLength=SHORTEST,
        **more,
    )


@dataclass(frozen=True)
class Style:
    """The styles of type, and the places that this build of the document knows and finds."""

    anchors: Anchors
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Photos and logos by name."""
    eyebrow: ParagraphStyle = field(default=type_style("eyebrow", 10, 14, SEMIBOLD.name, ACCENT, keepWithNext=1))
    h1: ParagraphStyle = field(
        default=type_style("h1", 22, 26, SEMIBOLD.name, role="H1", keepWithNext=1, balanced=True)
    )
    subtitle: ParagraphStyle = field(
        default=type_style("subtitle", 10, 14, colour=INK_2, spaceBefore=4, spaceAfter=12, rightIndent=_MEASURE_INDENT)
    )
    h2: ParagraphStyle = field(
        default=type_style("h2", 13, 17, SEMIBOLD.name, ACCENT, role="H2", spaceBefore=13, spaceAfter=3, keepWithNext=1)
    )
    body: ParagraphStyle = field(default=type_style("body", 10, 14, spaceAfter=6, rightIndent=_MEASURE_INDENT))
    row: ParagraphStyle = field(default=type_style("row", 10, 14, role=ITEM, leftIndent=LABEL_COLUMN, spaceAfter=2))
    row_note: ParagraphStyle = field(
        default=type_style("row_note", 8.5, 11, colour=INK_2, role=ITEM, leftIndent=LABEL_COLUMN, spaceAfter=4)
    )
    item: ParagraphStyle = field(
        default=type_style("item", 10, 13.5, role=ITEM, leftIndent=30, bulletIndent=12, spaceBefore=4)
    )
    picked: ParagraphStyle = field(
        default=type_style(
            "picked",
            10,
            13.5,
            SEMIBOLD.name,
            role=ITEM,
            leftIndent=30,
            bulletIndent=1,
            spaceBefore=4,
            backColor=ACCENT_SOFT,
            borderPadding=(1.5, 0, 2.5, 30),
        )
    )
    item_note: ParagraphStyle = field(
        default=type_style("item_note", 8.5, 11, colour=INK_2, role=ITEM, leftIndent=30, spaceBefore=2)
    )
    about: ParagraphStyle = field(default=type_style("about", 10, 13.5, SEMIBOLD.name, spaceBefore=9, keepWithNext=1))
    entry: ParagraphStyle = field(
        default=type_style("entry", 8.5, 10.5, role=ITEM, leftIndent=20, bulletIndent=2, spaceBefore=3)
    )
    entry_note: ParagraphStyle = field(default=type_style("entry_note", 8, 10, colour=INK_2, role=ITEM, leftIndent=20))
    cell: ParagraphStyle = field(default=type_style("cell", 8.5, 10.5))
    cell_strong: ParagraphStyle = field(default=type_style("cell_strong", 8.5, 10.5, SEMIBOLD.name))
    cell_quiet: ParagraphStyle = field(default=type_style("cell_quiet", 8.5, 10.5, colour=INK_3))
    caption: ParagraphStyle = field(default=type_style("caption", 8, 10.5, colour=INK_2, spaceBefore=4))
    number: ParagraphStyle = field(default=type_style("number", 32, 32, BOLD.name, ACCENT, role=""))
