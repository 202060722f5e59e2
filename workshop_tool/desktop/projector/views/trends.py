"""The trend map: certainty across, importance up; labels that find no room are numbered and listed on the next page."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF

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
from workshop_tool.desktop.projector.field import Axis, Spot, write_field, write_spots
from workshop_tool.desktop.projector.lettering import QUIET, width_of
from workshop_tool.desktop.projector.showing import Showing, notice, titled
from workshop_tool.desktop.projector.slide import Disc, Slide, numbered
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.trends import Trend
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT

_MOVED = 0.02
"""Share of the field from which a trend counts as moved since it was presented."""


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return the map, then in columns what it could not hold or what is not placed yet."""
    plan = showing.workshop.plan
    if not plan.trends:
        return notice(size, _("Trends"), _("The list of trends is still empty."))
    return list(_map(plan.trends, plan.particulars.horizon or "…", size.width(), size.height()))


@lru_cache(maxsize=4)
def _map(trends: Keyed[Trend], horizon: str, width: float, height: float) -> tuple[Slide, ...]:
    """Lay the map out; kept, for the search for places takes long and other changes of the workshop are many."""
    size = QSizeF(width, height)
    slide, top = titled(size, _("Trends"))
    box = QRectF(slide.inside.left(), top, slide.inside.width(), slide.inside.bottom() - top)
    up = Axis(_("Importance"), _("High"), _("Very high"))
    across = Axis(_("Development towards {year}").format(year=horizon), _("Uncertain"), _("Certain"))
    field = write_field(slide, box, across, up)
    numbers = {trend.id: number for number, trend in enumerate(trends, start=1)}
    spots = [_spot(trend, numbers[trend.id]) for trend in trends if trend.placed]
    _write_legend(slide, spots)
    by_number = write_spots(slide, field, spots)
    listed = {
        _("On the map by number"): [trend for trend in trends if trend.id in by_number],
        _("Not on the map yet"): [trend for trend in trends if not trend.placed],
    }
    return tuple(numbered([slide, *_list_pages(size, box, listed, numbers)]))


def _write_legend(slide: Slide, spots: Sequence[Spot]) -> None:
    """Say at the top right what the other colour and the rings mean, where there are such trends."""
    says: list[tuple[str, str, bool]] = []
    if any(spot.colour == LIGHT.new for spot in spots):
        says.append((_("added in the workshop"), LIGHT.new, False))
    if any(spot.was for spot in spots):
        says.append((_("moved in the workshop"), LIGHT.ink_2, True))
    box, radius = slide.inside, slide.height * 0.011
    x, top = box.right(), box.top() + slide.height * 0.012
    for text, colour, is_ring in says:
        style = QUIET._replace(colour=colour)
        x -= width_of(text, style, slide.height)
        slide.lines((text,), style, x, top)
        x -= 2 * radius
        centre = QPointF(x, top + style.leading(slide.height) / 2)
        slide.put(Disc(centre, radius, LIGHT.control_line if is_ring else colour))
        if is_ring:
            slide.put(Disc(centre, radius * 0.6, LIGHT.sheet))
        x -= radius + slide.height * 0.03


def _spot(trend: Trend, number: int) -> Spot:
    colour = LIGHT.new if trend.origin == "workshop" else LIGHT.accent
    certainty, importance = trend.certainty or 0.0, trend.importance or 0.0
    was = None
    if trend.presented_certainty is not None and trend.presented_importance is not None:
        was = (trend.presented_certainty, trend.presented_importance)
    moved = was is not None and max(abs(was[0] - certainty), abs(was[1] - importance)) >= _MOVED
    return Spot(trend.id, certainty, importance, number, trend.label, colour, was if moved else None)


def _list_pages(size: QSizeF, box: QRectF, listed: dict[str, list[Trend]], numbers: dict[str, int]) -> Sequence[Slide]:
    count = column_count(size.width(), size.height())
    width, _gutter = column_width(box.width(), size.height(), count)
    pieces: list[Piece] = []
    for title, trends in listed.items():
        if trends:
            pieces.append(heading(title, size.height(), width))
            pieces.extend(entry(t.label, size.height(), width, mark=str(numbers[t.id])) for t in trends)
    if not pieces:
        return []
    made = []
    for page in pages_of(even_columns(pieces, size.height(), box.height(), count), count):
        slide, _top = titled(size, _("Trends"))
        write_columns(slide, box, page, count)
        made.append(slide)
    return made
