"""The join sheet: a page for the wall with the two steps that bring a phone in, readable from two metres."""

from urllib.parse import urlsplit

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.lettering import Box, draw_words, middle_of_capitals
from workshop_tool.kit.pages import EDGE, HEIGHT, INK, INNER, MARGIN, QUIET, WIDTH, Pages
from workshop_tool.kit.qr import draw_qr
from workshop_tool.language import _
from workshop_tool.look.fonts import BOLD, REGULAR, SEMIBOLD, Face
from workshop_tool.look.wifi import Wifi
from workshop_tool.paper.text import draw_line

SIDE = 80 * mm
"""Of a code's dark part: a tenth of the two metres from which it is scanned."""
SIDE_ALONE = 130 * mm
"""Where there is no network to tell, and so only one code."""
_BESIDE = INNER - SIDE - 46
"""Width of the words beside a code."""
_RIGHT = WIDTH - MARGIN - _BESIDE
_DISC = 17.0


def make_join_sheet(workshop: Workshop, join_url: str, wifi: Wifi | None = None) -> bytes:
    """Return the join sheet as PDF: one A4 page.

    Args:
        workshop: Its title stands at the top.
        join_url: ``http://IP:PORT/j/CODE``, as the site gives it.
        wifi: The network that phones should join first; without it the page has its own code only.
    """
    pages = Pages(workshop, _("Join sheet"))
    canvas = pages.canvas
    head = Box(MARGIN, HEIGHT - MARGIN + 8, INNER, 44)
    draw_words(canvas, _("Join with your phone"), head, (36, 30, 24), BOLD)
    title = Box(MARGIN, head.bottom - 2, INNER, 27)
    draw_words(canvas, workshop.plan.particulars.title, title, (15, 13, 11), colour=QUIET)
    top = title.bottom - 32
    if wifi is None:
        draw_qr(canvas, join_url, (WIDTH - SIDE_ALONE) / 2, top - 28, SIDE_ALONE)
        top -= SIDE_ALONE + 92
    else:
        _draw_network(canvas, wifi, top)
        top -= SIDE + 33
        _draw_page(canvas, join_url, top)
        top -= SIDE + 31
    _draw_address(canvas, join_url, top)
    _draw_help(canvas, 84 if wifi else 116)
    return pages.done()


def _draw_network(canvas: Canvas, wifi: Wifi, top: float) -> None:
    draw_qr(canvas, wifi.qr_text, MARGIN + 4, top, SIDE)
    y = _draw_step(canvas, "1", _("Join the Wi-Fi"), top)
    y = _draw_fact(canvas, _("Network"), wifi.network, y)
    if wifi.password:
        _draw_fact(canvas, _("Password"), wifi.password, y)
    else:
        _draw_fact(canvas, _("Password"), _("none needed"), y, REGULAR)


def _draw_page(canvas: Canvas, join_url: str, top: float) -> None:
    draw_qr(canvas, join_url, MARGIN + 4, top, SIDE)
    y = _draw_step(canvas, "2", _("Open the page"), top)
    words = _("Scan the code with the camera, or type the address and the code below into the browser.")
    draw_words(canvas, words, Box(_RIGHT, y, _BESIDE, 130), (18, 16, 14))


def _draw_step(canvas: Canvas, number: str, words: str, top: float) -> float:
    """Draw what to do beside a code with its number in a disc; return where it ends."""
    canvas.setFillColor(INK)
    canvas.circle(_RIGHT + _DISC, top - _DISC, _DISC, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    draw_line(canvas, (_RIGHT + _DISC, top - _DISC - middle_of_capitals(24)), number, BOLD.name, 24, align=0.5)
    left = _RIGHT + 2 * _DISC + 10
    height = draw_words(canvas, words, Box(left, top + 1, WIDTH - MARGIN - left, 70), (27, 24, 20, 16), BOLD)
    return top - max(height, 2 * _DISC) - 14


def _draw_fact(canvas: Canvas, label: str, text: str, y: float, face: Face = SEMIBOLD) -> float:
    y -= draw_words(canvas, label, Box(_RIGHT, y, _BESIDE, 20), (14,), colour=QUIET)
    y -= draw_words(canvas, text, Box(_RIGHT, y, _BESIDE, 62), (30, 26, 22, 18, 15, 12, 10), face)
    return y - 8


def _draw_address(canvas: Canvas, join_url: str, top: float) -> None:
    """Draw the address and the code across the page, for who types."""
    parts = urlsplit(join_url)
    code = parts.path.rpartition("/")[2]
    wide = INNER - 158
    draw_words(canvas, _("Address"), Box(MARGIN, top, wide, 18), (14,), colour=QUIET)
    draw_words(canvas, parts.netloc, Box(MARGIN, top - 17, wide, 52), (40, 36, 32, 28, 24, 20), BOLD)
    left = MARGIN + wide + 12
    draw_words(canvas, _("Code"), Box(left, top, 146, 18), (14,), colour=QUIET)
    draw_words(canvas, code, Box(left, top - 17, 146, 52), (40, 34, 28), BOLD)


def _draw_help(canvas: Canvas, height: float) -> None:
    """Draw at the foot what keeps a phone in, and what helps one that is not."""
    top = MARGIN + height - 12
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(1)
    canvas.line(MARGIN, top, WIDTH - MARGIN, top)
    y = top - 8
    says = _("Stay connected, and turn mobile data off: the Wi-Fi here may say that it has no internet. That is fine.")
    y -= draw_words(canvas, says, Box(MARGIN, y, INNER, 44), (15, 14, 13), SEMIBOLD) + 6
    for words in (
        _("The page does not load? Stay on this Wi-Fi, turn a VPN off, and type http:// before the address."),
        _("No phone, or no luck? Ask us: there are other ways to take part."),
    ):
        y -= draw_words(canvas, words, Box(MARGIN, y, INNER, 34), (13, 12)) + 2
