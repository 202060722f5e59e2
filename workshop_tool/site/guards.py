"""What a request must be before anything looks into it: addressed to us, known, from our own page, and small."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.routing import compile_path
from starlette.types import Receive

from workshop_tool.site.multipart import MULTIPART, boundary_in
from workshop_tool.site.refusals import (
    NoSuchPage,
    NotFromOurPage,
    TooMuchSent,
    WrongContentType,
    WrongHost,
    WrongMethod,
)
from workshop_tool.site.room import Route

if TYPE_CHECKING:
    import re

OWN_HEADER: Final = "x-workshop"
DRAINED: Final = 256 * 1024
"""Most bytes of a refused body that are read and dropped: hanging up at once would lose the refusal on its way."""


class DeviceLeft(Exception):
    """The device went away in the middle of its request; nobody is left to tell."""


class RouteTable:
    """The routes, found by a path: at once where it names nothing."""

    def __init__(self, routes: Iterable[Route]) -> None:
        """Know these routes."""
        self._fixed: dict[str, list[tuple[Route, Mapping[str, str]]]] = {}
        self._open: list[tuple[Route, re.Pattern[str]]] = []
        for route in routes:
            if "{" in route.path:
                self._open.append((route, compile_path(route.path)[0]))
            else:
                self._fixed.setdefault(route.path, []).append((route, {}))

    def at(self, path: str) -> list[tuple[Route, Mapping[str, str]]]:
        """Return the routes of a path with what it names for each; a fixed path fits none of the others."""
        return self._fixed.get(path) or [
            (route, match.groupdict()) for route, pattern in self._open if (match := pattern.match(path))
        ]


def checked_route(request: Request, hosts: frozenset[str], routes: RouteTable) -> tuple[Route, Mapping[str, str]]:
    """Return the route that a request takes and what its path names, or refuse what its headers say.

    Raises:
        WrongHost (421), NoSuchPage (404), WrongMethod (405), NotFromOurPage (403), WrongContentType (415).
    """
    host = request.headers.get("host", "").lower()
    if host not in hosts:
        raise WrongHost
    there = routes.at(request.scope["path"])
    if not there:
        raise NoSuchPage
    chosen = next(((route, names) for route, names in there if route.method == request.method), None)
    if chosen is None:
        raise WrongMethod(allowed=", ".join(sorted(route.method for route, _ in there)))
    route, names = chosen
    if route.method != "GET" and request.headers.get("origin") != f"http://{host}":
        raise NotFromOurPage
    if route.custom_header and OWN_HEADER not in request.headers:
        raise NotFromOurPage
    if route.content_type is not None and _content_type(request) not in {route.content_type, *route.other_types}:
        raise WrongContentType
    return route, names


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
    kind, _, parameter = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == MULTIPART:
        return kind if boundary_in(parameter) else ""
    return kind if parameter.strip().lower() in {"", "charset=utf-8"} else ""
