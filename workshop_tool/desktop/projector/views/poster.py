"""One poster as the sheet the group filled in; what was left blank is shown as blank."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from workshop_tool.desktop.projector.cards import NOT_ENTERED, group_names
from workshop_tool.desktop.projector.columns import (
    Piece,
    column_count,
    column_width,
    entry,
    even_columns,
    heading,
    pages_of,
    write_columns,
)
from workshop_tool.desktop.projector.lettering import BANNER, QUIET, STRONG, Style, width_of, wrap
from workshop_tool.desktop.projector.showing import Showing, notice
from workshop_tool.desktop.projector.slide import Slide, Stroke, numbered
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Action, Poster, PosterField
from workshop_tool.language import _
from workshop_tool.look.clock import said_seconds
from workshop_tool.look.tokens import LIGHT

_TITLE = Style(1 / 20, 600, LIGHT.ink)
_CLOCK = Style(1 / 20, 600, LIGHT.ink_2)


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return the chosen poster, or the first one, in as many pages as its texts take."""
    plan = showing.workshop.plan
    poster = plan.posters.get(showing.item) or next(iter(plan.posters_in_list_order()), None)
    if poster is None:
        return notice(size, _("Posters"), _("No group has picked a problem area yet."))
    first, top = _headed(size, plan, poster, showing.turns_in)
    box = QRectF(first.inside.left(), top, first.inside.width(), first.inside.bottom() - top)
    count = column_count(size.width(), size.height())
    width, _gutter = column_width(box.width(), size.height(), count)
    pieces = [piece for field in plan.template.fields for piece in _field(plan, poster, field, size.height(), width)]
    made = []
    for page in pages_of(even_columns(pieces, size.height(), box.height(), count), count):
        slide, _top = _headed(size, plan, poster, showing.turns_in)
        write_columns(slide, box, page, count)
        made.append(slide)
    return numbered(made)


def _headed(size: QSizeF, plan: Plan, poster: Poster, turns_in: int | None) -> tuple[Slide, float]:
    """Return a slide with number, title, groups and the time that is left, and where the room below begins."""
    slide = Slide(size)
    box, number = slide.inside, str(plan.area_of(poster).number)
    if turns_in is not None:
        said = said_seconds(turns_in)
        right, room = box.right(), max(width_of(words, _CLOCK, slide.height) for words in (said, "00:00"))
        slide.lines((said,), _CLOCK, right - width_of(said, _CLOCK, slide.height), box.top() - slide.height * 0.008)
        box = box.adjusted(0, 0, -room - slide.height * 0.03, 0)  # the same at each second: no line breaks anew
    aside = width_of(number, BANNER, slide.height) + slide.height * 0.03
    top = box.top() - slide.height * 0.02
    end = slide.lines((number,), BANNER, box.left(), top)
    title, who = plan.title_of(poster), group_names(plan, poster)
    lines = wrap(title, _TITLE, slide.height, box.width() - aside)
    style = _TITLE if len(lines) <= 2 else STRONG  # noqa: PLR2004 - a title of more lines than that is a paragraph
    y = slide.write(title, style, box.left() + aside, top + slide.height * 0.012, box.width() - aside, most=5)
    if who:
        y = slide.write(who, QUIET, box.left() + aside, y, box.width() - aside, most=1)
    y = max(y, end) + slide.height * 0.015
    slide.put(
        Stroke(QPointF(box.left(), y), QPointF(slide.inside.right(), y), LIGHT.accent, max(2.0, slide.height / 300))
    )
    return slide, y + slide.height * 0.03


def _field(plan: Plan, poster: Poster, field: PosterField, height: float, width: float) -> list[Piece]:
    """Return a field's heading, its domain, what it links to and its points."""
    pieces = [heading(field.label, height, width)]
    if domain := poster.domains.get(field.key):
        pieces.append(_aside(domain, height, width, keeps=True))
    linked = _linked(plan, poster, field)
    pieces.extend(entry(text, height, width, mark=mark, style=STRONG) for mark, text in linked)
    points = [*(row_said(row) for row in poster.actions.get(field.key, ())), *poster.points(field.key)]
    pieces.extend(entry(point, height, width) for point in points)
    if not points and not linked:
        pieces.append(_aside(NOT_ENTERED, height, width, keeps=False))
    return pieces


def row_said(row: Action) -> str:
    """Return one row of a solution as a sentence: who does what, and who follows it up."""
    said = ": ".join(filter(None, (row.actor, row.action)))
    return f"{said} ({_('followed up by {owner}').format(owner=row.owner)})" if row.owner else said


def _aside(text: str, height: float, width: float, *, keeps: bool) -> Piece:
    return Piece(wrap(text, QUIET, height, width), QUIET, 0.0, keeps=keeps)


def _linked(plan: Plan, poster: Poster, field: PosterField) -> list[tuple[str, str]]:
    """Return (number or bullet, text) of the trends or problem areas that the field refers to."""
    if field.kind == "trends":
        return [("•", trend.label) for trend in map(plan.trends.get, poster.trends) if trend]
    if field.kind == "issues":
        return [(str(area.number), area.text) for area in map(plan.areas.get, poster.links) if area]
    return []
