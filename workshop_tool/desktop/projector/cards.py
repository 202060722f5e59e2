"""A poster as a card: number, title, group, how much is filled in, and its dots once they are published."""

from PySide6.QtCore import QRectF

from workshop_tool.desktop.projector.lettering import NUMBER, QUIET, STRONG, width_of
from workshop_tool.desktop.projector.slide import Panel, Slide
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.voting.result import Result, Row
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT

TITLE_LINES = 3
NOT_ENTERED = "\N{EN DASH}"
"""Stands where nothing was entered, which is not zero."""


def card_height(height: float) -> float:
    """Return how tall a card has to be, in pixels, on a picture of a height."""
    return height * 0.052 + NUMBER.leading(height) + TITLE_LINES * STRONG.leading(height) + height * 0.085


def group_names(plan: Plan, poster: Poster) -> str:
    """Name the groups that made a poster, each once, in the order of the day."""
    ids = (poster.groups.get(part.key) for part in plan.template.parts)
    return " + ".join(dict.fromkeys(group.name for group in map(plan.groups.get, ids) if group))


def write_card(slide: Slide, box: QRectF, plan: Plan, poster: Poster, result: Result | None) -> None:
    """Put one poster's card into a box."""
    height, air = slide.height, slide.height * 0.026
    slide.put(Panel(box, LIGHT.sheet, LIGHT.line, height * 0.016))
    left, width, top = box.left() + air, box.width() - 2 * air, box.top() + air * 0.8
    area = plan.area_of(poster)
    number = str(area.number)
    taken = width_of(number, NUMBER, height) + air
    slide.lines((number,), NUMBER, left, top)
    if area.new:
        slide.lines((_("new"),), QUIET._replace(colour=LIGHT.new), left + taken, top)
        taken += width_of(_("new"), QUIET, height) + air
    slide.write(group_names(plan, poster), QUIET, left + taken, top, width - taken, most=1, align="right")
    slide.write(plan.title_of(poster), STRONG, left, top + NUMBER.leading(height), width, most=TITLE_LINES)
    middle = box.bottom() - air - height * 0.028
    row = next((row for row in result.rows if row.poster == poster.id), None) if result else None
    dots = _write_dots(slide, result, row, box.right() - air, middle) if result and row else 0.0
    _write_bars(slide, QRectF(left, middle, width - dots, 0.0), plan, poster)


def _write_bars(slide: Slide, line: QRectF, plan: Plan, poster: Poster) -> None:
    """Draw a short bar for each field of the template: dark where something is written."""
    fields = plan.template.fields
    thick, air = slide.height * 0.011, slide.height * 0.007
    length = min(slide.height * 0.04, line.width() / len(fields) - air)
    for at, field in enumerate(fields):
        box = QRectF(line.left() + at * (length + air), line.top() - thick / 2, length, thick)
        fill = LIGHT.accent if poster.text(field.key) else LIGHT.line
        slide.put(Panel(box, fill, radius=thick / 2))


def _write_dots(slide: Slide, result: Result, row: Row, right: float, middle: float) -> float:
    """Put mark and count of each criterion at the right; return the width they take."""
    x, top = right, middle - STRONG.leading(slide.height) / 2
    for criterion in reversed(result.round.asked):
        dots = row.dots[criterion.key]
        text = NOT_ENTERED if dots is None else str(dots)
        x -= width_of(text, STRONG, slide.height)
        slide.lines((text,), STRONG, x, top)
        x -= slide.dot_side(criterion) + slide.height * 0.012
        slide.dot(criterion, x, middle)
        x -= slide.height * 0.025
    return right - x
