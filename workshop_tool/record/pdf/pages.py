"""The kinds of page there are, and what stands on each besides the text: hairline, title, section, page number."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from workshop_tool.look.fonts import REGULAR, SEMIBOLD
from workshop_tool.paper.tagging import sayable
from workshop_tool.paper.text import draw_line, register_fonts, shortened
from workshop_tool.record.facts import DocumentFacts
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.style import (
    ACCENT,
    BOTTOM,
    EDGE,
    HAIRLINE,
    INK,
    INK_3,
    LANDSCAPE,
    LEFT,
    PORTRAIT,
    RIGHT,
    SHEET_BOTTOM,
    SHEET_HEIGHT,
    SHEET_MARGIN,
    SHEET_WIDTH,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)

TOOL = "Workshop Tool"
"""What made the file."""

COVER, PAGE, POSTER, POSTER_GOES_ON = "cover", "page", "poster", "poster goes on"
_FOOT = 8.0
_COLUMNS = 3
_COLUMN_GAP = 18.0
_RUNNING_HEAD = 34.0


class RecordDocument(BaseDocTemplate):
    """A record under way; with ``invariant`` the same story gives the same bytes."""

    def __init__(self, out: BytesIO, facts: DocumentFacts, anchors: Anchors, *, first: str = COVER) -> None:
        """Write to ``out`` when it is built, beginning with a page of the kind ``first``."""
        register_fonts()
        super().__init__(
            out,
            pagesize=PORTRAIT,
            title=sayable(facts.title),
            author=sayable(facts.author),
            subject=sayable(facts.subject),
            creator=TOOL,
            lang=facts.language,
            invariant=1,
            pageCompression=1,
            displayDocTitle=True,
            # otherwise every page names Helvetica, which is not embedded
            initialFontName=REGULAR.name,
        )
        self._facts = facts
        self._anchors = anchors
        self._firstPageTemplateIndex = (COVER, PAGE, POSTER, POSTER_GOES_ON).index(first)
        self.addPageTemplates(
            [
                PageTemplate(COVER, [_frame(0, 0, *PORTRAIT)], pagesize=PORTRAIT),
                PageTemplate(
                    PAGE,
                    [_frame(LEFT, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT)],
                    onPageEnd=self._furnish_page,
                    pagesize=PORTRAIT,
                ),
                PageTemplate(
                    POSTER,
                    [_frame(SHEET_MARGIN, SHEET_BOTTOM, SHEET_WIDTH, SHEET_HEIGHT)],
                    onPageEnd=self._furnish_sheet,
                    pagesize=LANDSCAPE,
                ),
                PageTemplate(POSTER_GOES_ON, _columns(), onPageEnd=self._furnish_second_sheet, pagesize=LANDSCAPE),
            ]
        )

    def _furnish_page(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        self._foot(canvas, LEFT, PORTRAIT[0] - RIGHT, BOTTOM - 24)

    def _furnish_sheet(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        self._foot(canvas, SHEET_MARGIN, LANDSCAPE[0] - SHEET_MARGIN, SHEET_BOTTOM - 18)

    def _furnish_second_sheet(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        self._furnish_sheet(canvas, document)
        top = SHEET_BOTTOM + SHEET_HEIGHT
        canvas.setFillColor(INK)
        head = shortened(self._anchors.running_poster, SEMIBOLD.name, 13, SHEET_WIDTH)
        draw_line(canvas, (SHEET_MARGIN, top - 14), head, SEMIBOLD.name, 13)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1)
        canvas.line(SHEET_MARGIN, top - 22, LANDSCAPE[0] - SHEET_MARGIN, top - 22)

    def _foot(self, canvas: Canvas, left: float, right: float, y: float) -> None:
        """Draw the hairline with the title to the left, the section in the middle and the page to the right."""
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(HAIRLINE)
        canvas.line(left, y, right, y)
        canvas.setFillColor(INK_3)
        page = canvas.getPageNumber()
        title = shortened(self._facts.title, REGULAR.name, _FOOT, 0.4 * (right - left))
        for x, text, align in (
            (left, title, 0.0),
            ((left + right) / 2, self._anchors.section_on(page), 0.5),
            (right, str(page), 1.0),
        ):
            draw_line(canvas, (x, y - 12), text, REGULAR.name, _FOOT, align=align)


def _columns() -> list[Frame]:
    width = (SHEET_WIDTH - (_COLUMNS - 1) * _COLUMN_GAP) / _COLUMNS
    height = SHEET_HEIGHT - _RUNNING_HEAD
    return [_frame(SHEET_MARGIN + at * (width + _COLUMN_GAP), SHEET_BOTTOM, width, height) for at in range(_COLUMNS)]


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
