"""The programme of the day: times and parts; while one runs it is marked, and its timer stands above the list."""

from PySide6.QtCore import QRectF, QSizeF

from workshop_tool.desktop.projector.lettering import BODY, FIGURE, TITLE, Style, width_of, wrap
from workshop_tool.desktop.projector.showing import Showing, notice, titled
from workshop_tool.desktop.projector.slide import Panel, Slide, numbered
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.clock import said_timer
from workshop_tool.look.tokens import LIGHT
from workshop_tool.services.running import Timer, running_part, timer_at

_SHARE = 1 / 24
_TITLE = Style(_SHARE, 400, LIGHT.ink)
_TIME = Style(_SHARE, 600, LIGHT.accent)
_LENGTH = Style(_SHARE, 400, LIGHT.ink_2)
_TONES = {"calm": LIGHT.ink, "low": LIGHT.attention, "last": LIGHT.danger, "over": LIGHT.danger}
_AIR = 0.014


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return the parts in order, as many to a page as fit."""
    plan = showing.workshop.plan
    parts = list(plan.programme)
    timer = timer_at(plan, showing.at) if showing.at is not None else None
    if not parts and timer is None:
        return notice(size, _("Programme"), _("The programme is not written yet."))
    made: list[Slide] = []
    while parts or not made:
        slide, top = _headed(size, plan, timer)
        box = slide.inside
        parts = _fill(slide, QRectF(box.left(), top, box.width(), box.bottom() - top), parts, plan)
        made.append(slide)
    return numbered(made)


def _headed(size: QSizeF, plan: Plan, timer: Timer | None) -> tuple[Slide, float]:
    """Return a slide with what runs, and its timer at the right; and where the list begins."""
    part = running_part(plan)
    if part is None and timer is None:
        return titled(size, _("Programme"))
    slide = Slide(size)
    box, height = slide.inside, slide.height
    top, width = box.top() - height * 0.015, box.width()
    end = top
    if timer is not None:
        said = said_timer(timer.left)
        style = FIGURE._replace(colour=LIGHT.ink_3 if timer.paused else _TONES[timer.tone])
        wide = width_of(said, style, height)
        slide.lines((said,), style, box.right() - wide, top - height * 0.02)
        width -= max(wide, width_of("00:00", style, height)) + height * 0.04
        end = top + style.leading(height) - height * 0.02
    y = slide.write(part.title if part else _("Programme"), TITLE, box.left(), top, width, most=2)
    said = plan.now.message or (_("paused") if timer is not None and timer.paused else "")
    if said:
        y = slide.write(said, BODY._replace(colour=LIGHT.ink_2), box.left(), y, width, most=2)
    return slide, max(y, end) + height * 0.025


def _fill(slide: Slide, box: QRectF, parts: list[ProgrammePart], plan: Plan) -> list[ProgrammePart]:
    """Write the parts that fit; return the others."""
    height = slide.height
    times = width_of("00:00", _TIME, height) + height * 0.04
    lengths = width_of(_("{n} min").format(n=120), _TITLE, height) + height * 0.03
    order = [part.id for part in plan.programme]
    running = order.index(plan.now.part) if plan.now.part in order else -1
    y, air = box.top(), height * _AIR
    for at, part in enumerate(parts):
        runs, is_past = part.id == plan.now.part, order.index(part.id) < running
        title = _TITLE._replace(weight=600 if runs else 400, colour=LIGHT.ink_3 if is_past else LIGHT.ink)
        lines = wrap(part.title, title, height, box.width() - times - lengths, most=4)
        tall = len(lines) * title.leading(height)
        if at and y + tall > box.bottom():
            return parts[at:]
        if runs:
            edge = height * 0.018
            slide.put(
                Panel(
                    QRectF(box.left() - edge, y - air / 2, box.width() + 2 * edge, tall + air),
                    LIGHT.accent_soft,
                    radius=air,
                )
            )
        if part.starts is not None:
            time = _TIME._replace(colour=LIGHT.ink_3) if is_past else _TIME
            slide.lines((part.starts.strftime("%H:%M"),), time, box.left(), y)
        if part.minutes is not None:
            text = _("{n} min").format(n=part.minutes)
            slide.write(text, _LENGTH, box.left(), y, box.width(), align="right")
        y = slide.lines(lines, title, box.left() + times, y) + air
    return []
