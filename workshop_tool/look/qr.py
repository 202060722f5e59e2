"""QR codes as plain modules: drawn by the projector, the window and print alike, read by any phone."""

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
