"""The landscape page of one poster: head with votes, the grid of its fields, and what runs on behind it."""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Paragraph

from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR, SEMIBOLD
from workshop_tool.paper.grid import GUTTER, Cell, poster_grid
from workshop_tool.paper.marks import draw_dot
from workshop_tool.paper.tagging import content, element
from workshop_tool.paper.text import draw_line, paragraph, shortened, width
from workshop_tool.record.facts.heading import ContentsEntry, Heading
from workshop_tool.record.facts.posters import FieldFacts, PosterFacts, PostersFacts, VoteFacts
from workshop_tool.record.pdf.anchors import Anchor, Anchors
from workshop_tool.record.pdf.pages import POSTER, POSTER_GOES_ON
from workshop_tool.record.pdf.poster.fitting import PADDING, Filling, fill_cells
from workshop_tool.record.pdf.poster.photos import photo_pages
from workshop_tool.record.pdf.style import (
    ACCENT,
    EDGE,
    HAIRLINE,
    INK,
    INK_2,
    SHEET_HEIGHT,
    SHEET_WIDTH,
    Style,
    type_style,
)

_HEAD = 54.0
_SHEETS_HEAD, _ABOVE = 10.0, 14.0
"""Size of the head of all sheets, and how far it stands above the first sheet, in points."""
_PART = 15.0
_FOOT = 13.0
_NOTES = 74.0
_MARK = 19.0
_VOTE_GAP = 16.0
_TITLE_SIZES = (17.0, 15.0, 13.0, 11.0, 9.0, 8.0)


@dataclass(frozen=True)
class Frames:
    """Where things stand on the page of every poster of this workshop."""

    cells: tuple[Cell, ...]
    """Of the fields part by part, and of the notes where any poster has some."""
    parts: tuple[tuple[str, float, float], ...]
    """Label, left and right of each part's columns."""
    height: float


def poster_pages(poster: PosterFacts, facts: PostersFacts, style: Style) -> list[Flowable]:
    """Return one poster's page, and the pages it runs on to."""
    entry = ContentsEntry(poster.key, 1, str(poster.number), poster.title)
    head = PosterHead(poster, style)
    # a title that no size makes fit pushes the grid down: nothing is ever clipped
    frames = _frames(facts, SHEET_HEIGHT - head.height)
    fields = [field for part in poster.parts for field in part.fields]
    if len(frames.cells) > len(fields):
        fields.append(FieldFacts(_("From the plenary"), "", "", (), poster.notes))
    fillings = fill_cells(fields, frames.cells)
    grid = PosterGrid(frames, fillings, facts.domains_note)
    rest = [text for field, filling in zip(fields, fillings, strict=True) for text in _goes_on(field, filling)]
    pages: list[Flowable] = [Anchor(style.anchors, entry), head, grid]
    if rest:
        pages = [*pages, NextPageTemplate(POSTER_GOES_ON), PageBreak()]
        pages += [Running(style.anchors, poster), *rest]
    return [NextPageTemplate(POSTER), PageBreak(), *pages, *photo_pages(poster, style)]


def _frames(facts: PostersFacts, height: float) -> Frames:
    """Lay the page out from the template (which every poster repeats) and from whether any poster has notes."""
    first = facts.posters[0]
    notes = any(poster.notes for poster in facts.posters)
    below = _FOOT + (_NOTES + GUTTER if notes else 0.0)
    grid = poster_grid([len(part.fields) for part in first.parts], SHEET_WIDTH, height - _PART - below)
    cells = [Cell(c.x, c.y + below, c.width, c.height) for part in grid for c in part]
    if notes:
        cells.append(Cell(0.0, _FOOT, SHEET_WIDTH, _NOTES))
    spans = tuple(
        (part.label, min(c.x for c in own), max(c.x + c.width for c in own))
        for part, own in zip(first.parts, grid, strict=True)
        if own
    )
    return Frames(tuple(cells), spans, height)


def _goes_on(field: FieldFacts, filling: Filling) -> list[Paragraph]:
    if not filling.rest:
        return []
    label = type_style(
        "poster rest", 10.5, 13, SEMIBOLD.name, ACCENT, role="H3", spaceBefore=10, spaceAfter=2, keepWithNext=1
    )
    return [paragraph(label, _("{field}, continued").format(field=field.label)), *filling.rest]


class SheetsHead(Flowable):
    """The head of all sheets, in the margin above the first one: so that this one still compares with the others."""

    def __init__(self, head: Heading) -> None:
        """Show name and message."""
        super().__init__()
        self.width = self.height = 0
        self._head = head

    def draw(self) -> None:
        """Draw both on one line."""
        canvas: Canvas = self.canv
        said = ((self._head.name, "P", SEMIBOLD.name, ACCENT), (self._head.title, "H1", REGULAR.name, INK_2))
        x = 0.0
        for text, role, font, colour in said if self._head.message else said[1:]:
            line = shortened(text, font, _SHEETS_HEAD, SHEET_WIDTH - x)
            canvas.setFillColor(colour)
            with content(canvas, role, actual=text):
                draw_line(canvas, (x, _ABOVE), line, font, _SHEETS_HEAD)
            x += width(line, font, _SHEETS_HEAD) + 8


class Running(Flowable):
    """Says whose texts run on, for the head of the pages that follow."""

    def __init__(self, anchors: Anchors, poster: PosterFacts) -> None:
        """Name the poster."""
        super().__init__()
        self.width = self.height = 0
        self._anchors, self._poster = anchors, poster

    def draw(self) -> None:
        """Leave the name where the page looks for it."""
        title = _("{number} {title}, continued").format(number=self._poster.number, title=self._poster.title)
        self._anchors.running_poster = title


class PosterHead(Flowable):
    """Number, title, details and votes over a line."""

    def __init__(self, poster: PosterFacts, style: Style) -> None:
        """Set the title in the largest size that fits the head."""
        super().__init__()
        self._poster = poster
        self._number = paragraph(style.number, str(poster.number))
        self._votes_width = sum(_vote_width(vote) for vote in poster.votes)
        self._left = max(46.0, width(str(poster.number), style.number.fontName, 32) + 12)
        room = SHEET_WIDTH - self._left - self._votes_width - 12
        details = type_style("poster details", 8.5, 10.5, REGULAR.name, INK_2, spaceBefore=2)
        self._details = paragraph(details, poster.details) if poster.details else None
        details_height = self._details.wrap(room, SHEET_HEIGHT)[1] + 2 if self._details else 0.0
        for size in _TITLE_SIZES:
            self._title = paragraph(_title_style(size), poster.title)
            self._title_height = self._title.wrap(room, SHEET_HEIGHT)[1]
            self._text_height = self._title_height + details_height
            if self._text_height <= _HEAD - 12:
                break
        self.width, self.height = SHEET_WIDTH, max(_HEAD, self._text_height + 12)

    def draw(self) -> None:
        """Draw the head."""
        canvas: Canvas = self.canv
        top = self.height
        self._number.wrap(self._left, 40)
        with element(canvas, "H2"):
            self._number.drawOn(canvas, 0, top - 30)
            self._title.drawOn(canvas, self._left, top - self._title_height)
        if self._details:
            self._details.drawOn(canvas, self._left, top - self._text_height)
        x = self.width - self._votes_width
        for vote in self._poster.votes:
            x += _VOTE_GAP
            with content(canvas, "P", actual=f"{vote.criterion.label}: {vote.dots}"):
                draw_dot(canvas, vote.criterion, (x + _MARK / 2, top - 17), _MARK)
                canvas.setFillColor(INK)
                draw_line(canvas, (x + _MARK + 6, top - 23), vote.dots, SEMIBOLD.name, 18)
            x += _vote_width(vote) - _VOTE_GAP
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1)
        canvas.line(0, 5, self.width, 5)


def _vote_width(vote: VoteFacts) -> float:
    return _VOTE_GAP + _MARK + 6 + width(vote.dots, SEMIBOLD.name, 18)


def _title_style(size: float) -> ParagraphStyle:
    return type_style("poster title", size, round(size * 1.2, 1), SEMIBOLD.name, role="")


class PosterGrid(Flowable):
    """The fields in their cells, the parts named above, a note on domains below."""

    def __init__(self, frames: Frames, fillings: tuple[Filling, ...], note: str) -> None:
        """Take what the cells hold."""
        super().__init__()
        self._frames, self._fillings, self._note = frames, fillings, note
        self.width, self.height = SHEET_WIDTH, frames.height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take a hair less than all that is left, for a frame counts in binary fractions."""
        return self.width, self.height - 0.01

    def draw(self) -> None:
        """Draw parts, cells and the note."""
        canvas: Canvas = self.canv
        for label, left, right in self._frames.parts:
            canvas.setFillColor(INK_2)
            with content(canvas, "P"):
                draw_line(canvas, (left, self.height - 9), label, SEMIBOLD.name, 8)
            start = left + width(label, SEMIBOLD.name, 8) + 6
            if start < right:
                canvas.setStrokeColor(EDGE)
                canvas.setLineWidth(HAIRLINE)
                canvas.line(start, self.height - 6.5, right, self.height - 6.5)
        for cell, filling in zip(self._frames.cells, self._fillings, strict=True):
            self._draw_cell(canvas, cell, filling)
        if self._note:
            note = paragraph(type_style("poster note", 8, 9.5, colour=INK_2), self._note)
            note.wrap(SHEET_WIDTH, 2 * _FOOT)
            note.drawOn(canvas, 0, 0)

    def _draw_cell(self, canvas: Canvas, cell: Cell, filling: Filling) -> None:
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(HAIRLINE)
        canvas.roundRect(cell.x, cell.y, cell.width, cell.height, 3, stroke=1, fill=0)
        top = cell.y + cell.height - PADDING
        for piece in filling.pieces:
            piece.text.drawOn(canvas, cell.x + PADDING, top - piece.down - piece.text.height)
        if filling.rest:
            canvas.setFillColor(INK_2)
            words = _("continues on the next page")
            with content(canvas, "P"):
                draw_line(canvas, (cell.x + cell.width - PADDING, cell.y + 6), words, REGULAR.name, 8, align=1.0)
