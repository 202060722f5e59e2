"""The result of a published round: ranking with bars, matrix, voters by sector. Nothing shows before that."""

from PySide6.QtCore import QRectF, QSizeF

from workshop_tool.desktop.projector.field import Axis, Spot, write_field, write_spots
from workshop_tool.desktop.projector.ranking import Ranking
from workshop_tool.desktop.projector.sectors import sector_pages
from workshop_tool.desktop.projector.showing import Showing, notice, titled
from workshop_tool.desktop.projector.slide import Slide, numbered
from workshop_tool.desktop.projector.verdict import headline, terms
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.result import Point, Result, Row
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT

_CRITERIA_OF_A_MATRIX = 2


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return the chosen round, or the last one that is published: its ranking is revealed from the bottom.

    The lower pages of a long ranking come first and whole, then the top page place by place; those who share a place
    come up together. Matrix and voters by sector follow.
    """
    book = showing.book_at_hand("published")
    if book is None or book.round.state != "published":
        return notice(size, _("Result"), _("The result shows here once the round is published."))
    result = book.result
    plan = showing.workshop.plan
    after: list[Slide] = []
    if len(result.round.asked) >= _CRITERIA_OF_A_MATRIX and result.matrix():
        after.append(_matrix_page(size, plan, result))
    after += sector_pages(size, plan, book.round)
    return [*_revealed(size, plan, result), *numbered(after)]


def _revealed(size: QSizeF, plan: Plan, result: Result) -> list[Slide]:
    """Return the ranking's pages from the last to the first, the first one step by step."""
    rows = [row for row in result.ranked(result.round.asked[0].key) if row.poster in plan.posters]
    pages = _dealt(size, plan, result, rows)
    made = [_page(size, plan, result, page, len(page), number=at) for at, page in enumerate(pages, start=1)]
    for at, slide in enumerate(made, start=1):
        slide.number_pages(at, len(made))
    first = pages[0]
    steps = [_page(size, plan, result, first, shown) for shown in _steps(result, first)]
    for slide in steps:
        slide.number_pages(1, len(pages))
    before = [*reversed(made[1:]), *steps]
    for slide in before:
        slide.is_step = True
    return [*before, made[0]]


def _steps(result: Result, rows: list[Row]) -> list[int]:
    """Return how many rows show at each step, counted from the bottom; the last step, all of them, is left out."""
    key = result.round.asked[0].key
    return [
        len(rows) - at
        for at in range(len(rows) - 1, 0, -1)
        if rows[at].ranks[key] is None or rows[at].ranks[key] != rows[at - 1].ranks[key]
    ]


def _dealt(size: QSizeF, plan: Plan, result: Result, rows: list[Row]) -> list[list[Row]]:
    """Return the rows page by page, as many as fit below the longest title they may stand under."""
    pages: list[list[Row]] = []
    while rows or not pages:
        slide, top = titled(size, headline(plan, result), terms(result))
        ranking = Ranking(slide, plan, result)
        y = ranking.write_head(top)
        taken = 0
        while taken < len(rows) and (not taken or y + ranking.row_height(rows[taken]) <= slide.inside.bottom()):
            y += ranking.row_height(rows[taken])
            taken += 1
        pages.append(rows[:taken])
        rows = rows[taken:]
    return pages


def _page(size: QSizeF, plan: Plan, result: Result, rows: list[Row], shown: int, *, number: int = 0) -> Slide:
    """Return one page of the ranking with its lowest rows; the title says who leads once the top is shown."""
    told = headline(plan, result) if number == 1 else _("Result")
    slide, _top = titled(size, told, terms(result))
    _slide, top = titled(size, headline(plan, result), terms(result))  # rows stand still when the title comes up
    ranking = Ranking(slide, plan, result)
    y = ranking.write_head(top)
    for at, row in enumerate(rows):
        y = ranking.write_row(row, y) if at >= len(rows) - shown else y + ranking.row_height(row)
    return slide


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
