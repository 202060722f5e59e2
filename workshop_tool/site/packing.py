"""Packs what is worth it: radio is what a full room is short of, and the laptop's processor comes next."""

import gzip
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

WORTH_PACKING: Final = 1024
"""Bytes from which an answer is packed."""
EFFORT: Final = 6
"""Of 9: beyond it a page of ours shrinks by some bytes more and takes half as long again."""


def pack(request: Request, response: Response) -> None:
    """Pack an answer for a browser that unpacks, where it is whole (no stream) and large enough."""
    body = getattr(response, "body", b"")
    if len(body) < WORTH_PACKING:
        return
    response.headers["Vary"] = "Accept-Encoding"
    if "gzip" in request.headers.get("accept-encoding", ""):
        response.body = gzip.compress(body, EFFORT, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.body))
