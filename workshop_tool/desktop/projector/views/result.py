"""The result of a published round: ranking with bars, matrix, voters by sector. Nothing shows before that."""

from PySide6.QtCore import QRectF, QSizeF

from workshop_tool.desktop.projector.field import Axis, Spot, write_field, write_spots
from workshop_tool.desktop.projector.ranking import Ranking
from workshop_tool.desktop.projector.sectors import sector_pages
from workshop_tool.desktop.projector.showing import Showing, notice, titled
from workshop_tool.desktop.projector.slide import Slide, numbered
from workshop_tool.desktop.projector.verdict import headline, terms
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.result import Point, Result
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT

_CRITERIA_OF_A_MATRIX = 2


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return ranking, matrix and voters by sector of the chosen round, or of the last one that is published."""
    book = showing.book_at_hand("published")
    if book is None or book.round.state != "published":
        return notice(size, _("Result"), _("The result shows here once the round is published."))
    result = book.result
    plan = showing.workshop.plan
    made = _ranking_pages(size, plan, result)
    if len(result.round.asked) >= _CRITERIA_OF_A_MATRIX and result.matrix():
        made.append(_matrix_page(size, plan, result))
    made += sector_pages(size, plan, book.round)
    return numbered(made)


def _ranking_pages(size: QSizeF, plan: Plan, result: Result) -> list[Slide]:
    rows = [row for row in result.ranked(result.round.asked[0].key) if row.poster in plan.posters]
    made: list[Slide] = []
    while rows or not made:
        slide, top = titled(size, headline(plan, result), terms(result))
        ranking = Ranking(slide, plan, result)
        y = ranking.write_head(top)
        written = 0
        while written < len(rows):
            if written and y + ranking.row_height(rows[written]) > slide.inside.bottom():
                break
            y = ranking.write_row(rows[written], y)
            written += 1
        made.append(slide)
        rows = rows[max(written, 1) :]
    return made


def _matrix_page(size: QSizeF, plan: Plan, result: Result) -> Slide:
    """Return the matrix: feasibility across, priority up; whoever lacks a count is named beneath the title."""
    first, second = result.round.asked[:2]
    points = [point for point in result.matrix() if point.poster in plan.posters]
    shown = {point.poster for point in points}
    missing = [str(_number(plan, row.poster)) for row in result.rows if row.poster not in shown]
    subtitle = _("Not entered, so not shown: {numbers}").format(numbers=", ".join(missing)) if missing else ""
    title = _("{first} and {second}").format(first=first.label, second=second.label.lower())
    slide, top = titled(size, title, subtitle)
    box = QRectF(slide.inside.left(), top, slide.inside.width(), slide.inside.bottom() - top)
    field = write_field(
        slide, box, Axis(second.label, _("few dots"), _("many dots")), Axis(first.label, _("few dots"), _("many dots"))
    )
    write_spots(slide, field, [_spot(plan, point) for point in points])
    return slide


def _spot(plan: Plan, point: Point) -> Spot:
    number, title = _number(plan, point.poster), plan.title_of(plan.posters[point.poster])
    colour = LIGHT.attention if point.wanted_but_hard else LIGHT.accent
    return Spot(point.poster, point.feasible, point.wanted, number, f"{number} {title}", colour)


def _number(plan: Plan, poster_id: str) -> int:
    return plan.area_of(plan.posters[poster_id]).number
