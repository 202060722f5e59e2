"""The blank poster: the template's fields with what they ask, on the grid of the record, to be filled in by hand."""

from typing import Final, Literal

from reportlab.lib.pagesizes import A1, A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.posters import PosterField, PosterTemplate
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.lettering import Box, draw_words
from workshop_tool.kit.pages import EDGE, INK, QUIET, Pages
from workshop_tool.language import _
from workshop_tool.look.fonts import BOLD, REGULAR, SEMIBOLD
from workshop_tool.paper.grid import Cell, poster_grid
from workshop_tool.paper.text import draw_line, width

PosterSize = Literal["A3", "A1"]

_SIZES: Final = {"A3": landscape(A3), "A1": landscape(A1)}
_WIDTH, _HEIGHT = _SIZES["A3"]
_MARGIN = 14 * mm
_INNER = _WIDTH - 2 * _MARGIN
_HEAD = 96.0
_PART = 26.0
_FOOT = 26.0
_PADDING = 10.0


def make_blank_poster(workshop: Workshop, size: PosterSize = "A3") -> bytes:
    """Return a blank poster of the workshop's template as PDF: one page across; A1 is A3, twice as large."""
    pages = Pages(workshop, _("Blank poster {size}").format(size=size), _SIZES[size])
    canvas = pages.canvas
    canvas.scale(_SIZES[size][0] / _WIDTH, _SIZES[size][1] / _HEIGHT)
    _draw_head(canvas)
    _draw_fields(canvas, workshop.plan.template)
    _draw_foot(canvas, workshop)
    return pages.done()


def _draw_head(canvas: Canvas) -> None:
    """Draw places for the number, the title and the group."""
    top = _HEIGHT - _MARGIN
    group_left = _WIDTH - _MARGIN - 230
    for left, right, label in (
        (_MARGIN, _MARGIN + 120, _("Number")),
        (_MARGIN + 136, group_left - 16, _("Problem area")),
        (group_left, _WIDTH - _MARGIN, _("Group")),
    ):
        draw_words(canvas, label, Box(left, top, right - left, 22), (16, 14, 12), SEMIBOLD)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.2)
        canvas.line(left, top - 78, right, top - 78)


def _draw_fields(canvas: Canvas, template: PosterTemplate) -> None:
    by_part = [(part, [field for field in template.fields if field.part == part.key]) for part in template.parts]
    height = _HEIGHT - 2 * _MARGIN - _HEAD - _PART - _FOOT
    grid = poster_grid([len(fields) for _part, fields in by_part], _INNER, height)
    for (part, fields), cells in zip(by_part, grid, strict=True):
        if fields:
            _draw_part(canvas, part.label, cells, height)
        for field, cell in zip(fields, cells, strict=True):
            _draw_field(canvas, template, field, cell)


def _draw_part(canvas: Canvas, label: str, cells: tuple[Cell, ...], height: float) -> None:
    left, right = _MARGIN + min(c.x for c in cells), _MARGIN + max(c.x + c.width for c in cells)
    base = _MARGIN + _FOOT + height
    draw_words(canvas, label, Box(left, base + 21, right - left, 18), (14, 12, 10), SEMIBOLD, colour=QUIET)
    start = left + width(label, SEMIBOLD.name, 14) + 10
    if start < right:
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.8)
        canvas.line(start, base + 12, right, base + 12)


def _draw_field(canvas: Canvas, template: PosterTemplate, field: PosterField, cell: Cell) -> None:
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.8)
    canvas.roundRect(_MARGIN + cell.x, _MARGIN + _FOOT + cell.y, cell.width, cell.height, 5, stroke=1, fill=0)
    top = _MARGIN + _FOOT + cell.y + cell.height - _PADDING + 2
    inner = Box(_MARGIN + cell.x + _PADDING, top, cell.width - 2 * _PADDING, cell.height / 4)
    down = draw_words(canvas, field.label, inner, (19, 17, 15, 13, 11, 9), BOLD) + 2
    if field.prompt:
        prompt = inner._replace(top=top - down)
        down += draw_words(canvas, field.prompt, prompt, (13, 12, 11, 10, 9), colour=QUIET) + 2
    if field.kind == "solution" and template.domains:
        y = top - down - 22
        canvas.setFillColor(QUIET)
        draw_line(canvas, (inner.left, y), _("Domain:"), REGULAR.name, 13)
        canvas.setLineWidth(0.6)
        canvas.line(inner.left + width(_("Domain:"), REGULAR.name, 13) + 6, y - 2, inner.left + inner.width, y - 2)


def _draw_foot(canvas: Canvas, workshop: Workshop) -> None:
    template, title = workshop.plan.template, workshop.plan.particulars.title
    box = Box(_MARGIN, _MARGIN + 14, _INNER * 0.34, 16)
    draw_words(canvas, title, box, (13, 11, 9), colour=QUIET)
    if template.domains and any(field.kind == "solution" for field in template.fields):
        words = _("Each solution from a different domain: {domains}").format(domains=", ".join(template.domains))
        draw_words(
            canvas, words, Box(_MARGIN + _INNER * 0.36, box.top, _INNER * 0.64, 28), (13, 12, 11, 10, 9), colour=QUIET
        )
