"""QR codes as plain modules and as crisp SVG: shown on the projector, printed on the kit, read by any phone."""

from html import escape
from itertools import groupby

from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

from workshop_tool.domain.refusals import WorkshopProblem

QUIET_ZONE = 4
"""Empty modules on each side; ISO/IEC 18004 asks for four, and phones miss codes that have fewer."""

Matrix = tuple[tuple[bool, ...], ...]


class TextTooLongForQr(WorkshopProblem):
    """This text of {length} characters does not fit into a QR code. Nothing was changed; use a shorter one."""


def qr_matrix(text: str) -> Matrix:
    """Return the rows of a QR code, True for dark, quiet zone included; error level M (survives 15 % damage).

    Letters beyond ASCII go in as UTF-8, which readers only guess: percent-encode them in addresses.

    Raises:
        TextTooLongForQr: more than the largest code holds (2,331 bytes).
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as overflow:  # the library raises one or the other, by version
        raise TextTooLongForQr(length=len(text)) from overflow
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def qr_svg(text: str, *, title: str = "") -> str:
    """Return the QR code as an SVG that fills its place: one path, dark on white in light and dark themes alike.

    Args:
        text: What a phone reads.
        title: What a screen reader says; without one the picture is hidden from it.

    Raises:
        TextTooLongForQr: see qr_matrix.
    """
    matrix = qr_matrix(text)
    side = len(matrix)
    spoken = f'role="img"><title>{escape(title)}</title>' if title else 'aria-hidden="true">'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" {spoken}'
        f'<rect width="{side}" height="{side}" fill="#FFFFFF"/><path fill="#000000" d="{_path(matrix)}"/></svg>'
    )


def _path(matrix: Matrix) -> str:
    runs: list[str] = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, modules in groupby(row):
            width = len(list(modules))
            if dark:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return "".join(runs)
