"""HTTP with a deadline for the whole request, headers included: who is slower is hung up on."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from typing import Final

from starlette.types import Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

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


MOST_FILES: Final = 8192


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


def crowded(scope: Scope) -> bool:
    """Tell whether a request came over one connection too many, so that it is better sent away than left waiting."""
    line = scope.get("line")
    return isinstance(line, PromptProtocol) and len(line.connections) > places()


class PromptProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, which by itself waits for a request's bytes as long as they trickle."""

    _hang_up: asyncio.TimerHandle | None = None
    _lost: Callable[[], None] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Start the clock for the first request."""
        super().connection_made(transport)
        if len(self.connections) > places() + ROOM_TO_SAY_SO:
            transport.abort()  # the last files belong to the workshop
            return
        self._start_clock()

    def data_received(self, data: bytes) -> None:
        """Start the clock with the first byte of a further request."""
        self._start_clock()
        super().data_received(data)

    def handle_events(self) -> None:
        """Let an answer know the connection it goes out on."""
        super().handle_events()
        if self.cycle is not None:
            self.cycle.scope["line"] = self  # type: ignore[typeddict-unknown-key]  # ours, beside those of ASGI

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
        answered = self.cycle
        self._lost = None
        self._stop_clock()
        super().on_response_complete()
        if self.cycle is not answered:
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
