"""The problem areas by theme, in columns; what a group has picked stands out and says by whom."""

from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QRectF, QSizeF

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
from workshop_tool.desktop.projector.lettering import BODY, QUIET, STRONG, wrap
from workshop_tool.desktop.projector.showing import Showing, notice, titled
from workshop_tool.desktop.projector.slide import Slide, numbered
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import LIGHT


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return the list in as many pages as it takes."""
    plan = showing.workshop.plan
    if not plan.shown_areas:
        return notice(size, _("Problem areas"), _("The list of problem areas is still empty."))
    first, top = titled(size, _("Problem areas"), _picked_line(plan))
    box = QRectF(first.inside.left(), top, first.inside.width(), first.inside.bottom() - top)
    count = column_count(size.width(), size.height())
    width, _gutter = column_width(box.width(), size.height(), count)
    columns = even_columns(_pieces(plan, size.height(), width), size.height(), box.height(), count)
    made = []
    for page in pages_of(columns, count):
        slide, _top = titled(size, _("Problem areas"), _picked_line(plan))
        write_columns(slide, box, page, count)
        made.append(slide)
    return numbered(made)


def _picked_line(plan: Plan) -> str:
    picked = len(plan.posters)
    if not picked:
        return ngettext(
            "{n} problem area; none is picked yet", "{n} problem areas; none is picked yet", len(plan.areas)
        ).format(n=len(plan.areas))
    return _("{picked} of {n} picked by the groups").format(picked=picked, n=len(plan.areas))


def _pieces(plan: Plan, height: float, width: float) -> list[Piece]:
    pieces: list[Piece] = []
    for theme, areas in groupby(plan.shown_areas, key=lambda area: area.theme):
        if theme:
            pieces.append(heading(theme, height, width))
        for area in areas:
            pieces.extend(_area(plan, area, height, width))
    return pieces


def _area(plan: Plan, area: ProblemArea, height: float, width: float) -> list[Piece]:
    poster = plan.poster_on(area.id)
    item = entry(area.text, height, width, mark=str(area.number), style=STRONG if poster else BODY)
    names = [group.name for group in map(plan.groups.get, poster.groups.values()) if group] if poster else []
    says = [_("new")] * area.new + ([" + ".join(dict.fromkeys(names)) or _("picked")] if poster else [])
    if not says:
        return [item]
    style = QUIET._replace(colour=LIGHT.new if area.new else LIGHT.accent)
    lines = wrap(" · ".join(says), style, height, width - item.indent, most=2)
    return [replace(item, keeps=True), Piece(lines, style, 0.0, indent=item.indent)]
