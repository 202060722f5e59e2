"""Paper ballots: the posters in list order with a box for each dot, two to a page where they are short."""

import secrets
from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.ballot_form import BOX, NUMBER, STEP, TEXT, BallotForm, Column, Row, ballot_form
from workshop_tool.kit.lettering import Box, draw_words, height_of, middle_of_capitals
from workshop_tool.kit.pages import EDGE, INK, QUIET, Pages
from workshop_tool.language import _
from workshop_tool.look.fonts import BOLD, REGULAR, SEMIBOLD
from workshop_tool.paper.marks import draw_box, draw_dot
from workshop_tool.paper.text import draw_line, shortened

_MARGIN: Final = 28.0
_HEAD: Final = 86.0
_FOOT: Final = 26.0
_HEADINGS: Final = 36.0
_SLIP: Final = 96.0
"""Width of the corner with the slip number."""
_SLIPS: Final = range(100_000, 1_000_000)
"""Many more than are ever printed, so that a second print does not repeat a number of the first."""


@dataclass(frozen=True)
class _Leaf:
    """The paper of one ballot: a whole page upright, or half of one that lies across."""

    page: tuple[float, float]
    on_page: int

    @property
    def width(self) -> float:
        return self.page[0] / self.on_page

    @property
    def inner(self) -> Box:
        return Box(_MARGIN, self.page[1] - _MARGIN, self.width - 2 * _MARGIN, self.page[1] - 2 * _MARGIN)

    def pages(self, form: BallotForm) -> tuple[tuple[tuple[Row, float], ...], ...]:
        return form.pages(self.inner.width, self.inner.height - _HEAD - _HEADINGS - _FOOT)


_HALF: Final = _Leaf(landscape(A4), 2)
_WHOLE: Final = _Leaf(A4, 1)


def make_paper_ballots(workshop: Workshop, count: int) -> bytes:
    """Return so many ballots as PDF, each with a slip number of its own: six digits, at random.

    They are for the round that is open or else the one prepared last. Ballots that fit on half a page stand two to a
    page; longer ones take as many whole pages as their list needs, each with the slip number.
    """
    form = ballot_form(workshop)
    leaf = _HALF if len(_HALF.pages(form)) == 1 else _WHOLE
    listed = leaf.pages(form)
    pages = Pages(workshop, _("Paper ballots"), leaf.page)
    canvas = pages.canvas
    # What all ballots have in common is drawn once and then only named: five hundred of them are still a small file.
    for at, rows in enumerate(listed):
        canvas.beginForm(f"list{at}")
        _draw_common(canvas, workshop, form, leaf, rows)
        canvas.endForm()
    slips = secrets.SystemRandom().sample(_SLIPS, count)
    for drawn, (slip, at) in enumerate((slip, at) for slip in slips for at in range(len(listed))):
        place = drawn % leaf.on_page
        if drawn and not place:
            pages.turn()
        if leaf.on_page > 1 and not place:
            _draw_cut(canvas, leaf)
        canvas.saveState()
        canvas.translate(place * leaf.width, 0)
        canvas.doForm(f"list{at}")
        where = _("Page {n} of {pages}").format(n=at + 1, pages=len(listed)) if len(listed) > 1 else ""
        _draw_slip(canvas, leaf, str(slip), where)
        canvas.restoreState()
    return pages.done()


def _draw_slip(canvas: Canvas, leaf: _Leaf, slip: str, where: str) -> None:
    """Draw what is another on every ballot."""
    inner = leaf.inner
    right = inner.left + inner.width
    canvas.setFillColor(QUIET)
    draw_line(canvas, (right, inner.top - 10), _("Slip"), REGULAR.name, 10, align=1.0)
    draw_line(canvas, (right, inner.bottom), where, REGULAR.name, 9, align=1.0)
    canvas.setFillColor(INK)
    draw_line(canvas, (right, inner.top - 30), slip, BOLD.name, 20, align=1.0)


def _draw_cut(canvas: Canvas, leaf: _Leaf) -> None:
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 3)
    canvas.line(leaf.width, 0, leaf.width, leaf.page[1])
    canvas.setDash()


def _draw_common(
    canvas: Canvas, workshop: Workshop, form: BallotForm, leaf: _Leaf, rows: tuple[tuple[Row, float], ...]
) -> None:
    inner = leaf.inner
    words = inner._replace(width=inner.width - _SLIP, height=18)
    draw_words(canvas, workshop.plan.particulars.title, words, (10, 9), colour=QUIET)
    draw_words(canvas, form.name, words._replace(top=inner.top - 15, height=30), (20, 17, 14, 12, 10), BOLD)
    rules = inner._replace(top=inner.top - 48, height=_HEAD - 52)
    draw_words(canvas, form.rules, rules, (12, 11, 10, 9))
    y = inner.top - _HEAD
    _draw_headings(canvas, form, inner, y)
    y -= _HEADINGS
    for row, tall in rows:
        _draw_row(canvas, form, row, inner._replace(top=y, height=tall))
        y -= tall
    _draw_rule(canvas, inner, y)
    note = _("The slip number is for corrections only; it is not linked to you.")
    foot = Box(inner.left, inner.bottom + 10, inner.width - 70, 14)
    draw_words(canvas, note, foot, (9, 8), colour=QUIET)


def _columns(form: BallotForm, inner: Box) -> tuple[tuple[Column, float], ...]:
    """Return the columns of boxes, each with its left edge."""
    places, left = [], inner.left + inner.width - form.columns_width
    for column in form.columns:
        places.append((column, left))
        left += column.width
    return tuple(places)


def _draw_headings(canvas: Canvas, form: BallotForm, inner: Box, top: float) -> None:
    for column, left in _columns(form, inner):
        draw_dot(canvas, column.criterion, (left + column.width / 2, top - 9), 18)
        canvas.setFillColor(INK)
        label = shortened(column.criterion.label, SEMIBOLD.name, 9, column.width - 4)
        draw_line(canvas, (left + column.width / 2, top - 30), label, SEMIBOLD.name, 9, align=0.5)


def _draw_row(canvas: Canvas, form: BallotForm, row: Row, box: Box) -> None:
    _draw_rule(canvas, box, box.top)
    canvas.setFillColor(INK)
    middle = box.top - box.height / 2
    base = middle - middle_of_capitals(13)
    draw_line(canvas, (box.left + NUMBER - 9, base), str(row.number), BOLD.name, 13, align=1.0)
    room = box.width - NUMBER - form.columns_width - 10
    top = middle + height_of(row.title, TEXT, REGULAR, room) / 2 + 1.5
    draw_words(canvas, row.title, Box(box.left + NUMBER, top, room, box.height), (TEXT,))
    for column, left in _columns(form, box):
        centre = left + column.width / 2
        first = centre - (column.boxes - 1) * STEP / 2
        for at in range(column.boxes):
            draw_box(canvas, column.criterion, (first + at * STEP, middle), BOX)
        if not column.boxes:
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1)
            canvas.roundRect(centre - 20, middle - 9, 40, 18, 3, stroke=1, fill=0)


def _draw_rule(canvas: Canvas, inner: Box, y: float) -> None:
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(0.5)
    canvas.line(inner.left, y, inner.left + inner.width, y)
