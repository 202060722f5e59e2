"""HTTP with a deadline for the whole request, headers included: who is slower is hung up on."""

import asyncio
from typing import Final

from uvicorn.protocols.http.h11_impl import H11Protocol

DEADLINE: Final = 5.0
"""Seconds from the first byte of a request (or from connecting) to the last one of its answer."""


class PromptProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, which by itself waits for a request's bytes as long as they trickle."""

    _hang_up: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Start the clock for the first request."""
        super().connection_made(transport)
        self._start_clock()

    def data_received(self, data: bytes) -> None:
        """Start the clock with the first byte of a further request."""
        self._start_clock()
        super().data_received(data)

    def on_response_complete(self) -> None:
        """Stop the clock; a request that was waiting behind this one has a clock of its own."""
        answered = self.cycle
        self._stop_clock()
        super().on_response_complete()
        if self.cycle is not answered:
            self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        super().connection_lost(exc)

    def _start_clock(self) -> None:
        if self._hang_up is None:
            self._hang_up = self.loop.call_later(DEADLINE, self.transport.abort)

    def _stop_clock(self) -> None:
        if self._hang_up is not None:
            self._hang_up.cancel()
            self._hang_up = None
