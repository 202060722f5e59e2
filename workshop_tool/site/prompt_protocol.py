"""HTTP with a deadline for the whole request, headers included: who is slower is hung up on."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from functools import cache
from typing import Final

from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from workshop_tool.site.guarding_headers import RAW_HEADERS

if sys.platform != "win32":
    import resource

DEADLINE: Final = 5.0
"""Seconds from the first byte of a request (or from connecting) to the last one of its answer."""

OWN_FILES: Final = 96
"""Files that the program itself may have open beside its connections: workshop, backups, those just accepted."""
ACCEPTED_AT_ONCE: Final = 16
"""Connections that are accepted before any of them is looked at."""
ROOM_TO_SAY_SO: Final = 48
"""Connections beyond the last place that are still told with a sentence that there is none."""
MOST_FRAMING: Final = 64 * 1024
"""Most bytes of one request that are not its body: first line, headers, the frames of its chunks."""

MOST_FILES: Final = 8192
_GO_ON: Final = b"HTTP/1.1 100 "
_NO_HTTP: Final = b"This is no request that can be read. Nothing was saved."


@cache  # asked with every request
def places() -> int:
    """Return how many connections this computer lets the program have at once."""
    if sys.platform == "win32":
        return 5000
    files, _most = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(16, files - OWN_FILES)


def ask_for_places() -> None:
    """Take as many files as the system gives; by default it gives far fewer."""
    if sys.platform != "win32":
        _now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST_FILES if most == resource.RLIM_INFINITY else min(most, MOST_FILES)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (max(_now, wanted), most))
    places.cache_clear()


def crowded(scope: Scope) -> bool:
    """Tell whether a request came over one connection too many, so that it is better sent away than left waiting."""
    line = scope.get("line")
    return isinstance(line, PromptProtocol) and len(line.connections) > places()


class _Whole:
    """Sends the head of an answer together with what follows: one packet on the air instead of two."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._head = b""
        self._begun = False

    def write(self, data: bytes) -> None:
        """Keep the head, which is written first, and send it in front of what is written next."""
        if not self._begun and not data.startswith(_GO_ON):
            self._begun, self._head = True, data
            return
        self._transport.write(self._head + data)
        self._head = b""

    def close(self) -> None:
        """Send what is kept, and close."""
        if self._head:
            self.write(b"")
        self._transport.close()

    def is_closing(self) -> bool:
        """Tell whether the connection is being closed."""
        return self._transport.is_closing()


class PromptProtocol(HttpToolsProtocol):
    """uvicorn's HTTP/1.1, which by itself waits as long as a request trickles and takes as many headers as come."""

    _hang_up: asyncio.TimerHandle | None = None
    _lost: Callable[[], None] | None = None
    _framing = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Start the clock for the first request."""
        super().connection_made(transport)
        if len(self.connections) > places() + ROOM_TO_SAY_SO:
            transport.abort()  # the last files belong to the workshop
            return
        self._start_clock()

    def data_received(self, data: bytes) -> None:
        """Start the clock with the first byte of a further request; hang up on endless headers."""
        if self._hang_up is None:
            self._start_clock()
        super().data_received(data)
        self._framing += len(data)
        if self._framing > MOST_FRAMING:
            self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, a made-up method too, as guarded as any other answer; ``msg`` is the parser's."""
        del msg  # it speaks to programmers
        head = (*RAW_HEADERS, (b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close"))
        lines = (b"HTTP/1.1 400 Bad Request", *(name + b": " + value for name, value in head))
        self.transport.write(b"\r\n".join((*lines, b"content-length: %d" % len(_NO_HTTP), b"", _NO_HTTP)))
        self.transport.close()

    def on_message_begin(self) -> None:
        """Count the bytes of each request for itself."""
        super().on_message_begin()
        self._framing = 0

    def on_body(self, body: bytes) -> None:
        """Leave the body out of that count: its route says how much it takes."""
        super().on_body(body)
        self._framing -= len(body)

    def on_headers_complete(self) -> None:
        """Let an answer know the connection it goes out on."""
        super().on_headers_complete()
        self.scope["line"] = self  # type: ignore[typeddict-unknown-key]  # ours, beside those of ASGI
        if self.scope["method"] != "HEAD":  # whose answer ends with its head
            self.cycle.transport = _Whole(self.transport)  # type: ignore[assignment]  # all of it that an answer uses

    def hold(self, lost: Callable[[], None]) -> None:
        """Let the answer under way last as long as it likes; ``lost`` is called when the device has gone."""
        self._stop_clock()
        self._lost = lost

    def allow(self, seconds: float) -> None:
        """Give the request under way so many seconds from now."""
        self._stop_clock()
        self._hang_up = self.loop.call_later(seconds, self.transport.abort)

    def on_response_complete(self) -> None:
        """Stop the clock; a request that was waiting behind this one has a clock of its own."""
        waiting = bool(self.pipeline)
        self._lost = None
        self._stop_clock()
        super().on_response_complete()
        if waiting:
            self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        if self._lost is not None:
            self._lost()
        super().connection_lost(exc)

    def _start_clock(self) -> None:
        if self._hang_up is None:
            self._hang_up = self.loop.call_later(DEADLINE, self.transport.abort)

    def _stop_clock(self) -> None:
        if self._hang_up is not None:
            self._hang_up.cancel()
            self._hang_up = None
