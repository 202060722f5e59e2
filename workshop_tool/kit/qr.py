"""QR codes on paper, as shapes that no printer blurs."""

from itertools import groupby

from reportlab.lib.colors import black, white
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.look.qr import QUIET_ZONE, qr_matrix


def draw_qr(canvas: Canvas, text: str, left: float, top: float, side: float) -> float:
    """Draw a QR code.

    Args:
        canvas: Of the page.
        text: What it says.
        left: Of its dark part; the quiet zone, four modules wide, lies outside and is painted white.
        top: As ``left``.
        side: Of its dark part, in points.

    Returns:
        The width of the quiet zone, in points.

    Raises:
        TextTooLongForQr: the text fits into no code.
    """
    matrix = qr_matrix(text)
    module = side / (len(matrix) - 2 * QUIET_ZONE)
    quiet = QUIET_ZONE * module
    canvas.setFillColor(white)
    canvas.rect(left - quiet, top - side - quiet, side + 2 * quiet, side + 2 * quiet, stroke=0, fill=1)
    canvas.setFillColor(black)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        column = 0
        for dark, run in groupby(modules):
            count = len(list(run))
            if dark:
                x = left - quiet + column * module
                path.rect(x, top + quiet - (row + 1) * module, count * module, module)
            column += count
    canvas.drawPath(path, stroke=0, fill=1)
    return quiet
