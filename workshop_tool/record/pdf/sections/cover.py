"""The cover: a flat block of colour with the title, and below it for whom, where, by whom."""

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Paragraph

from workshop_tool.look.fonts import SEMIBOLD
from workshop_tool.paper.text import paragraph, width
from workshop_tool.paper.text_block import ITEM
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.heading import ContentsEntry
from workshop_tool.record.facts.look import LogoFacts
from workshop_tool.record.facts.opening import CoverFacts
from workshop_tool.record.pdf.logos import draw_logos
from workshop_tool.record.pdf.pages import COVER, PAGE
from workshop_tool.record.pdf.style import (
    ACCENT,
    ACCENT_INK,
    INK_2,
    LEFT,
    PORTRAIT,
    RIGHT,
    TEXT_WIDTH,
    TOP,
    Style,
    type_style,
)

_BLOCK = 470.0
"""Least height of the coloured block; long titles make it grow."""
_INSIDE = 46.0
_TITLE_SIZES = (34.0, 28.0, 22.0, 17.0, 14.0)
_TITLE_HEIGHT = 170.0
_FOOT = 54.0


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the cover; the pages behind it are ordinary ones."""
    return [
        NextPageTemplate(COVER),
        PageBreak(),
        NextPageTemplate(PAGE),
        CoverSheet(facts.cover, facts.look.logos, style),
        PageBreak(),
    ]


class CoverSheet(Flowable):
    """The whole first page."""

    def __init__(self, facts: CoverFacts, logos: tuple[LogoFacts, ...], style: Style) -> None:
        """Set all texts, the title as large as it fits."""
        super().__init__()
        self.width, self.height = PORTRAIT[0], PORTRAIT[1] - 0.01
        self._facts, self._logos, self._style = facts, logos, style
        self._project = paragraph(type_style("cover project", 11, 15, colour=ACCENT_INK), facts.project)
        self._below = [
            paragraph(type_style("cover line", 14, 19, colour=ACCENT_INK, spaceBefore=10), line)
            for line in (facts.subtitle, facts.dated)
            if line
        ]
        title = facts.heading.message or facts.title
        for size in _TITLE_SIZES:
            look = type_style("cover title", size, size * 1.18, SEMIBOLD.name, ACCENT_INK, role="P", balanced=True)
            self._title = paragraph(look, title)
            longest = max((width(word, SEMIBOLD.name, size) for word in title.split()), default=0.0)
            if _height(self._title) <= _TITLE_HEIGHT and longest <= TEXT_WIDTH:
                break
        texts = [self._project, self._title, *self._below]
        self._block = max(_BLOCK, sum(_height(text) + 10 for text in texts) + TOP + 2 * _INSIDE)

    def draw(self) -> None:
        """Draw the block with project and title, and the lines below it as far as they fit."""
        canvas = self.canv
        heading = self._facts.heading
        self._style.anchors.reach(ContentsEntry(heading.key, 0, heading.name), canvas.getPageNumber())
        floor = self.height - self._block
        canvas.setFillColor(ACCENT)
        canvas.rect(-1, floor, self.width + 2, self._block + 2, stroke=0, fill=1)
        self._draw(self._project, self.height - TOP)
        y = floor + _INSIDE + sum(text.height + 8 for text in (self._title, *self._below))
        for text in (self._title, *self._below):
            y -= text.height + 8
            text.drawOn(canvas, LEFT, y)
        self._draw_rows(floor - _INSIDE)

    def _draw_rows(self, y: float) -> None:
        """Draw rows and standing; what a crowded cover does not hold is in the introduction and under "This record"."""
        row = type_style("cover row", 10.5, 15, role=ITEM, leftIndent=76)
        quiet = type_style("cover standing", 9, 12, colour=INK_2)
        for label, value in self._facts.rows:
            text = paragraph(row, value, bullet=label)
            if y - _height(text) < _FOOT + 30:
                break
            y = self._draw(text, y) - 3
        for line in self._facts.heading.text:
            text = paragraph(type_style("cover text", 10, 14), line)
            if y - 12 - _height(text) < _FOOT + 30:
                break
            y = self._draw(text, y - 12)
        if y > _FOOT:
            self._draw(paragraph(quiet, self._facts.standing), _FOOT + 12)
        draw_logos(self.canv, self._logos, self._style.pictures, (PORTRAIT[0] - RIGHT, _FOOT))

    def _draw(self, text: Paragraph, top: float) -> float:
        bottom = top - _height(text)
        text.drawOn(self.canv, LEFT, bottom)
        return bottom


def _height(text: Paragraph) -> float:
    return float(text.wrap(TEXT_WIDTH, PORTRAIT[1])[1])
