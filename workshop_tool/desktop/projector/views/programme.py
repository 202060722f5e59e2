"""The programme of the day: times and parts."""

from PySide6.QtCore import QRectF, QSizeF

from workshop_tool.desktop.projector.lettering import Style, width_of, wrap
from workshop_tool.desktop.projector.showing import Showing, notice, titled
from workshop_tool.desktop.projector.slide import Slide, numbered
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT

_TITLE = Style(1 / 21, 400, LIGHT.ink)
_TIME = Style(1 / 21, 600, LIGHT.accent)
_LENGTH = Style(1 / 21, 400, LIGHT.ink_2)


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return the parts in order, as many to a page as fit."""
    parts = list(showing.workshop.plan.programme)
    if not parts:
        return notice(size, _("Programme"), _("The programme is not written yet."))
    made: list[Slide] = []
    while parts:
        slide, top = titled(size, _("Programme"))
        box = slide.inside
        parts = _fill(slide, QRectF(box.left(), top, box.width(), box.bottom() - top), parts)
        made.append(slide)
    return numbered(made)


def _fill(slide: Slide, box: QRectF, parts: list[ProgrammePart]) -> list[ProgrammePart]:
    """Write the parts that fit; return the others."""
    times = width_of("00:00", _TIME, slide.height) + slide.height * 0.04
    lengths = width_of(_("{n} min").format(n=120), _TITLE, slide.height) + slide.height * 0.03
    y, air = box.top(), slide.height * 0.018
    for at, part in enumerate(parts):
        lines = wrap(part.title, _TITLE, slide.height, box.width() - times - lengths, most=4)
        tall = len(lines) * _TITLE.leading(slide.height)
        if at and y + tall > box.bottom():
            return parts[at:]
        if part.starts is not None:
            slide.lines((part.starts.strftime("%H:%M"),), _TIME, box.left(), y)
        if part.minutes is not None:
            text = _("{n} min").format(n=part.minutes)
            slide.write(text, _LENGTH, box.left(), y, box.width(), align="right")
        y = slide.lines(lines, _TITLE, box.left() + times, y) + air
    return []
