"""Welcome: what today is about, and the way in for phones; the Wi-Fi's code steps back once most are in."""

from PySide6.QtCore import QSizeF

from workshop_tool.desktop.dress.dates import said_date
from workshop_tool.desktop.projector.crowd import expected, most_are_in
from workshop_tool.desktop.projector.joining import column_left, write_both_ways, write_way_in
from workshop_tool.desktop.projector.lettering import BANNER, BODY, STRONG, TITLE, wrap
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Slide
from workshop_tool.domain.particulars import Particulars
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import LIGHT
from workshop_tool.look.wifi import Wifi

_TITLE_LINES = 4
_LOWER_TITLE = TITLE._replace(share=1 / 21)
"""For a title of two lines over the two codes, which need the height."""


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return one page: the title, the QR code while the site is on, and the Wi-Fi's where it is known."""
    slide = Slide(size)
    plan = showing.workshop.plan
    if showing.join_url and showing.wifi is not None and not most_are_in(showing.devices, expected(plan)):
        _write_steps(slide, showing, showing.wifi)
        return [slide]
    box = slide.inside
    width = box.width() * 0.85
    if showing.join_url:
        write_way_in(slide, showing)
        width = column_left(slide) - box.left() - slide.height * 0.05
    facts = plan.particulars
    style = BANNER
    if len(wrap(facts.title, style, slide.height, width)) > _TITLE_LINES:
        style = TITLE
    lines = wrap(facts.title, style, slide.height, width, most=_TITLE_LINES + 2)
    quiet = BODY._replace(colour=LIGHT.ink_2)
    below = [line for text in _about(facts) for line in wrap(text, quiet, slide.height, width, most=2)]
    tall = len(lines) * style.leading(slide.height) + (len(below) + 4) * quiet.leading(slide.height)
    y = max(box.top(), (slide.height - tall) / 2)
    y = slide.lines(lines, style, box.left(), y) + slide.height * 0.03
    y = slide.lines(below, quiet, box.left(), y) + slide.height * 0.04
    if showing.join_url:
        y = slide.write(_("Point your phone's camera at the code to join."), BODY, box.left(), y, width, most=2)
        if showing.devices:
            here = ngettext("{n} phone is here", "{n} phones are here", showing.devices).format(n=showing.devices)
            slide.write(here, STRONG, box.left(), y, width, most=1)
    return [slide]


def _write_steps(slide: Slide, showing: Showing, wifi: Wifi) -> None:
    """Write the title across, and the two steps below it."""
    box = slide.inside
    title = showing.workshop.plan.particulars.title
    style = TITLE if len(wrap(title, TITLE, slide.height, box.width())) == 1 else _LOWER_TITLE
    slide.write(title, style, box.left(), box.top() - slide.height * 0.02, box.width(), most=2)
    write_both_ways(slide, showing, wifi, slide.height * 0.19)
    if showing.devices:
        here = ngettext("{n} phone is here", "{n} phones are here", showing.devices).format(n=showing.devices)
        slide.write(
            here, STRONG, box.left(), slide.height * 0.968 - STRONG.leading(slide.height), box.width(), align="centre"
        )


def _about(facts: Particulars) -> list[str]:
    when = " · ".join(filter(None, (said_date(facts.date), facts.place)))
    return list(filter(None, (facts.subtitle or facts.project, when)))
