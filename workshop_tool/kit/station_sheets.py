"""Station sheets: a page for each group's table, with the way to its own page and what to do there."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.people import Group
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.lettering import Box, draw_words, middle_of_capitals
from workshop_tool.kit.pages import EDGE, HEIGHT, INK, INNER, MARGIN, QUIET, WIDTH, Pages
from workshop_tool.kit.qr import draw_qr
from workshop_tool.language import _
from workshop_tool.look.fonts import BOLD, SEMIBOLD
from workshop_tool.paper.text import draw_line
from workshop_tool.services.stations import station_key

_SIDE = 92 * mm


def make_station_sheets(workshop: Workshop, address: str, *, names: bool = False) -> bytes:
    """Return a page for each group as PDF.

    Args:
        workshop: With its groups, and a room key from which theirs are made.
        address: ``http://IP:PORT`` of the site.
        names: Print who is in the group, where that is known.

    Raises:
        NoRoomKey: the workshop has no room key yet.
    """
    pages = Pages(workshop, _("Group stations"))
    for at, group in enumerate(workshop.plan.groups):
        if at:
            pages.turn()
        _draw_station(pages.canvas, workshop, group, address)
        if names:
            _draw_members(pages.canvas, workshop.plan, group)
    return pages.done()


def _draw_station(canvas: Canvas, workshop: Workshop, group: Group, address: str) -> None:
    head = Box(MARGIN, HEIGHT - MARGIN + 4, INNER, 130)
    draw_words(canvas, workshop.plan.particulars.title, head._replace(height=18), (13, 11), colour=QUIET)
    draw_words(canvas, group.name, head._replace(top=head.top - 20, height=108), (64, 52, 42, 34, 28, 22, 18), BOLD)
    key = station_key(workshop, group.id)
    top = head.bottom - 36
    quiet = draw_qr(canvas, f"{address}/g/{key}", MARGIN + 4, top, _SIDE)
    left = MARGIN + 4 + _SIDE + quiet + 4
    _draw_steps(canvas, left, top)
    y = top - _SIDE - quiet
    y -= draw_words(canvas, _("Or type this into the browser"), Box(MARGIN, y, INNER, 20), (14,), colour=QUIET)
    typed = f"{address.removeprefix('http://')}/g/{key}"
    draw_words(canvas, typed, Box(MARGIN, y, INNER, 60), (36, 32, 28, 24, 20), BOLD)


def _draw_steps(canvas: Canvas, left: float, top: float) -> None:
    y = top
    for number, words in enumerate(_steps(), 1):
        canvas.setFillColor(INK)
        canvas.circle(left + 10, y - 10, 10, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        draw_line(canvas, (left + 10, y - 10 - middle_of_capitals(13)), str(number), BOLD.name, 13, align=0.5)
        text = Box(left + 28, y - 1, WIDTH - MARGIN - left - 28, _SIDE / 4)
        y -= max(draw_words(canvas, words, text, (16, 15, 14, 13, 12, 11)), 20) + 14


def _steps() -> tuple[str, ...]:
    return (
        _("Open your group's page on a tablet, a laptop or a phone."),
        _("Choose a problem area that is still free, or add one that is missing."),
        _("Fill in the poster together; it is saved while you type."),
        _("Done? Say so on the page, and take the next one."),
    )


def _draw_members(canvas: Canvas, plan: Plan, group: Group) -> None:
    """Draw who is in the group in each part of the day, in the lower part of the page."""
    columns = list(_members(plan, group))
    if not columns:
        return
    gap, top = 18.0, 268.0
    wide = (INNER - gap * (len(columns) - 1)) / len(columns)
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(1)
    canvas.line(MARGIN, top + 12, WIDTH - MARGIN, top + 12)
    for at, (label, people) in enumerate(columns):
        column = Box(MARGIN + at * (wide + gap), top, wide, 20)
        height = draw_words(canvas, label, column, (14, 12, 10), SEMIBOLD, colour=QUIET)
        listed = column._replace(top=top - height - 4, height=top - height - 4 - MARGIN)
        draw_words(canvas, " · ".join(people), listed, (16, 14, 12, 10, 8))


def _members(plan: Plan, group: Group) -> Iterator[tuple[str, list[str]]]:
    for part in plan.template.parts:
        people = [person.name for person in plan.participants if person.groups.get(part.key) == group.id]
        if people:
            yield part.label, people
