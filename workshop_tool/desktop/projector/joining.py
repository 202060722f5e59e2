"""The way in: QR code, address and code, as large as a phone in the back row needs them."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF

from workshop_tool.desktop.projector.lettering import BODY, HEADING, STRONG, Style, width_of, wrap
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Code, Slide
from workshop_tool.language import _
from workshop_tool.look.qr import QUIET_ZONE, qr_matrix
from workshop_tool.look.tokens import LIGHT
from workshop_tool.look.wifi import Wifi

CODE_SHARE = 0.52
"""Side of the QR code as a share of the picture's height: without the quiet zone two fifths are left of it."""
_LEAST_SHARE: Final = 2 / 5
"""Least side of a code's modules, its quiet zone left out."""
_FINE: Final = 600
"""Pixels of height from which a module is rounded up to whole pixels; a smaller picture is looked at, not scanned."""
_STEP = HEADING._replace(share=1 / 18)


def column_left(slide: Slide) -> float:
    """Return where the column of the QR code begins, in pixels."""
    return slide.inside.right() - _width(slide)


def write_way_in(slide: Slide, showing: Showing) -> None:
    """Put the QR code with address and code beneath it into the right column."""
    box = slide.inside
    width = _width(slide)
    left = box.right() - width
    side = max(min(slide.height * CODE_SHARE, width), _least_side(showing.join_url, slide.height))
    wifi = _wifi_lines(showing.wifi, slide.height, width)
    lines = 2 * STRONG.leading(slide.height) + len(wifi) * BODY.leading(slide.height)
    top = box.top() + (box.height() - side - lines) / 2
    slide.put(Code(showing.join_url, QRectF(left + (width - side) / 2, top, side, side)))
    y = slide.write(showing.address, _fitting(showing.address, slide, width), left, top + side, width, align="centre")
    y = _write_code(slide, showing.code, left, y, width) + slide.height * 0.012
    slide.lines(wifi, BODY._replace(colour=LIGHT.ink_2), left, y, width, align="centre")


def write_both_ways(slide: Slide, showing: Showing, wifi: Wifi, top: float) -> None:
    """Put two steps side by side below ``top``: the Wi-Fi to join, then the page to open."""
    box = slide.inside
    gap = slide.height * 0.06
    width = (box.width() - gap) / 2
    side = max(_least_side(wifi.qr_text, slide.height), _least_side(showing.join_url, slide.height))
    for at, (name, text) in enumerate(((_("Wi-Fi"), wifi.qr_text), (_("Page"), showing.join_url))):
        left = box.left() + at * (width + gap)
        y = slide.write(f"{at + 1}  {name}", _STEP, left, top, width, align="centre", most=1) + slide.height * 0.008
        slide.put(Code(text, QRectF(left + (width - side) / 2, y, side, side)))
        y += side
        if at:
            y = slide.write(showing.address, _fitting(showing.address, slide, width), left, y, width, align="centre")
            _write_code(slide, showing.code, left, y, width)
        else:
            y = slide.write(wifi.network, STRONG, left, y, width, align="centre", most=1)
            slide.write(_password(wifi), BODY, left, y, width, align="centre", most=2)


def _least_side(text: str, height: float) -> float:
    """Return the side of a code, quiet zone included, whose modules are whole pixels and take two fifths at least."""
    across = len(qr_matrix(text))
    module = _LEAST_SHARE * height / (across - 2 * QUIET_ZONE)
    return (ceil(module) if height >= _FINE else module) * across


def _wifi_lines(wifi: Wifi | None, height: float, width: float) -> tuple[str, ...]:
    """Return name and password for those who are not on the Wi-Fi yet; nothing where it is not known."""
    if wifi is None:
        return ()
    said = _("Wi-Fi {network}").format(network=wifi.network)
    return (*wrap(said, BODY, height, width, most=1), *wrap(_password(wifi), BODY, height, width, most=2))


def _password(wifi: Wifi) -> str:
    return _("password {password}").format(password=wifi.password) if wifi.password else _("no password")


def _width(slide: Slide) -> float:
    return max(slide.height * CODE_SHARE, slide.inside.width() * 0.42)


def _fitting(address: str, slide: Slide, width: float) -> Style:
    """Return the largest style in which the address stands on one line."""
    large = Style(1 / 20, 600, LIGHT.ink)
    return large if width_of(address, large, slide.height) <= width else STRONG


def _write_code(slide: Slide, code: str, left: float, top: float, width: float) -> float:
    """Write "code K7Q2" in the middle, the code itself in bold; return where it ends."""
    word = _("code") + " "
    quiet, strong = BODY._replace(colour=LIGHT.ink_2), Style(1 / 20, 600, LIGHT.ink)
    first, second = width_of(word, quiet, slide.height), width_of(code, strong, slide.height)
    x = left + (width - first - second) / 2
    drop = (strong.leading(slide.height) - quiet.leading(slide.height)) / 2
    slide.lines((word,), quiet, x, top + drop)
    return slide.lines((code,), strong, x + first, top)
