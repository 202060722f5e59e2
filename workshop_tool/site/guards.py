"""What a request must be before anything looks into it: addressed to us, known, from our own page, and small."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from starlette.requests import Request
from starlette.routing import compile_path
from starlette.types import Receive

from workshop_tool.site.refusals import (
    NoSuchPage,
    NotFromOurPage,
    TooMuchSent,
    WrongContentType,
    WrongHost,
    WrongMethod,
)
from workshop_tool.site.room import Route

OWN_HEADER: Final = "x-workshop"
DRAINED: Final = 256 * 1024
"""Most bytes of a refused body that are read and dropped: hanging up at once would lose the refusal on its way."""


class DeviceLeft(Exception):
    """The device went away in the middle of its request; nobody is left to tell."""


def checked_route(request: Request, hosts: frozenset[str], routes: Sequence[Route]) -> tuple[Route, dict[str, str]]:
    """Return the route that a request takes and what its path names, or refuse what its headers say.

    Raises:
        WrongHost (421), NoSuchPage (404), WrongMethod (405), NotFromOurPage (403), WrongContentType (415).
    """
    host = request.headers.get("host", "").lower()
    if host not in hosts:
        raise WrongHost
    there = [(route, match) for route in routes if (match := _pattern(route.path).match(request.scope["path"]))]
    if not there:
        raise NoSuchPage
    chosen = next(((route, match) for route, match in there if route.method == request.method), None)
    if chosen is None:
        raise WrongMethod(allowed=", ".join(sorted(route.method for route, _ in there)))
    route, match = chosen
    if route.method != "GET" and request.headers.get("origin") != f"http://{host}":
        raise NotFromOurPage
    if route.custom_header and OWN_HEADER not in request.headers:
        raise NotFromOurPage
    if route.content_type is not None and _content_type(request) not in {route.content_type, *route.other_types}:
        raise WrongContentType
    return route, match.groupdict()


def has_body(request: Request) -> bool:
    """Tell whether bytes follow the headers."""
    return "transfer-encoding" in request.headers or _announced(request) > 0


async def read_body(request: Request, receive: Receive, cap: int) -> bytes:
    """Return the whole body; a longer one is read on for a while and dropped.

    Raises:
        TooMuchSent: it is longer than ``cap`` bytes.
        DeviceLeft: it never ended.
    """
    most = max(cap, DRAINED)
    if _announced(request) > most:
        raise TooMuchSent
    body, size, more = bytearray(), 0, has_body(request)
    while more and size <= most:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise DeviceLeft
        size += len(message["body"])
        if size <= cap:
            body += message["body"]
        more = message["more_body"]
    if size > cap:
        raise TooMuchSent
    return bytes(body)


def _announced(request: Request) -> int:
    return int(request.headers.get("content-length", "0"))


def _content_type(request: Request) -> str:
    kind, _, parameter = request.headers.get("content-type", "").lower().partition(";")
    return kind.strip() if parameter.strip() in {"", "charset=utf-8"} else ""


@cache
def _pattern(path: str) -> re.Pattern[str]:
    return compile_path(path)[0]
