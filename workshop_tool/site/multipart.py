"""Takes a form with a file in it apart: the one thing that a browser without script can send a photo with."""

import re
from typing import Final

from workshop_tool.site.refusals import UnreadableForm

MULTIPART: Final = "multipart/form-data"
FRAMING: Final = 4096
"""Bytes that such a form needs at most beside its file."""

_BOUNDARY: Final = re.compile(r"""boundary=("?)([A-Za-z0-9'()+_,./:=? -]{0,69}[A-Za-z0-9'()+_,./:=?-])\1\Z""")
_NAME: Final = re.compile(rb"""(?im)^content-disposition: *form-data;(?:.*;)? *name="([^"\r\n]{1,60})\"""")
_MOST_PARTS: Final = 8


def boundary_in(parameter: str) -> str | None:
    """Return what parts the parts, from the parameter of the content type; None where it is not said."""
    found = _BOUNDARY.fullmatch(parameter.strip())
    return found[2] if found else None


def read_parts(body: bytes, parameter: str) -> dict[str, bytes]:
    """Return the contents of a form by name, the last of each; ``parameter`` is that of its content type.

    Raises:
        UnreadableForm: it is none, or is cut short.
    """
    boundary = boundary_in(parameter)
    if boundary is None:
        raise UnreadableForm
    before, *pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode(), _MOST_PARTS + 1)
    if before or not pieces or not pieces[-1].startswith(b"--"):
        raise UnreadableForm
    parts: dict[str, bytes] = {}
    for piece in pieces[:-1]:
        head, _blank, content = piece.partition(b"\r\n\r\n")
        named = _NAME.search(head.lstrip())
        if named is None or not _blank:
            raise UnreadableForm
        parts[named[1].decode("utf-8", "replace")] = content
    return parts
