"""Server-sent events: what changed in the room reaches every open page, without a page asking again and again."""

import asyncio
import contextlib
import json
import random
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from workshop_tool.site.prompt_protocol import places

HEARTBEAT: Final = 15.0
"""Seconds after which a silent stream says that it is still there."""
GATHERED: Final = 0.1
"""Seconds during which changes are gathered before all streams hear of them at once."""
MOST_STREAMS: Final = 600
"""Of all pages together; and never more than half of the connections that there can be."""
LASTS: Final = 900.0
"""Seconds after which a stream ends and the page opens the next: what went wrong with one cannot stay for ever."""

HEART: Final = b"event: beat\ndata:\n\n"

Tell = Callable[[], Mapping[str, Any]]


class Line(Protocol):
    """The connection under an answer, as ``PromptProtocol`` gives it."""

    def hold(self, lost: Callable[[], None]) -> None:
        """Let the answer last beyond the deadline; ``lost`` is called when the device has gone."""


class Live:
    """Hands out what happens to all streams. A stream holds at most one unsent message of each kind."""

    def __init__(self, tell: Mapping[str, Tell]) -> None:
        """Know for each kind how its message is made; a page that connects gets these at once.

        A message with the same words as the last one of its kind is not sent again; ``at`` does not count as words.
        """
        self._tell = tell
        self._told: dict[str, Mapping[str, Any]] = {}
        self._streams: set[EventStream] = set()
        self._pending: set[str] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = False

    def __len__(self) -> int:
        return len(self._streams)

    @property
    def full(self) -> bool:
        """Whether there are as many streams as there may be; the next page asks again and again instead."""
        return self._ending or len(self._streams) >= min(MOST_STREAMS, places() // 2)

    def publish(self, kind: str) -> None:
        """Say, from any thread, that something of this kind changed; known to every stream a moment later."""
        self._in_loop(self._note, kind)

    def end(self) -> None:
        """End all streams, from any thread; further ones are refused."""
        self._ending = True
        self._in_loop(self._end)

    def stream(self) -> "EventStream":
        """Return the answer that is one page's stream."""
        self._loop = asyncio.get_running_loop()
        return EventStream(self)

    def enter(self, stream: "EventStream") -> None:
        """Let a stream hear from now on; it gets the present state of every kind that has one."""
        self._streams.add(stream)
        for kind in self._tell:
            stream.hand(kind, self._message(kind, self._tell[kind]()))

    def leave(self, stream: "EventStream") -> None:
        """Forget a stream."""
        self._streams.discard(stream)

    def _in_loop(self, call: Callable[..., None], *arguments: str) -> None:
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has just ended, and with it all streams
                self._loop.call_soon_threadsafe(call, *arguments)

    def _note(self, kind: str) -> None:
        if not self._pending and self._loop is not None:
            self._loop.call_later(GATHERED, self._hand_out)
        self._pending.add(kind)

    def _hand_out(self) -> None:
        kinds, self._pending = self._pending, set()
        for kind in sorted(kinds):
            told = self._tell[kind]() if kind in self._tell else {}
            words = {name: value for name, value in told.items() if name != "at"}
            if kind in self._tell and self._told.get(kind) == words:
                continue
            self._told[kind] = words
            message = self._message(kind, told)
            for stream in self._streams:
                stream.hand(kind, message)

    def _end(self) -> None:
        for stream in self._streams:
            stream.end()

    @staticmethod
    def _message(kind: str, told: Mapping[str, Any]) -> bytes:
        return f"event: {kind}\ndata: {json.dumps(told, separators=(',', ':'))}\n\n".encode()


class EventStream(Response):
    """One page's stream, in one task: waits for messages, sends them, and ends when the page goes."""

    media_type = "text/event-stream"

    def __init__(self, live: Live) -> None:
        """Prepare a stream that begins when it is sent."""
        super().__init__()
        del self.headers["content-length"]
        self._live = live
        self._wake = asyncio.Event()
        self._messages: dict[str, bytes] = {}
        self._over = False

    def hand(self, kind: str, message: bytes) -> None:
        """Give the stream a message, in the place of an unsent one of its kind."""
        self._messages[kind] = message
        self._wake.set()

    def end(self) -> None:
        """Let the stream end."""
        self._over = True
        self._wake.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI has it
        """Send what comes until the page or the site ends."""
        line: Line = scope["line"]
        line.hold(self.end)
        self._live.enter(self)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            # Spread out, so that a room of phones does not come back in one moment.
            self.hand("", f"retry: {random.randint(1500, 4500)}\n\n".encode())
            await self._send_on(send, until=time.monotonic() + LASTS)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._live.leave(self)

    async def _send_on(self, send: Send, until: float) -> None:
        while not self._over and time.monotonic() < until:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), HEARTBEAT)
            self._wake.clear()
            messages, self._messages = self._messages, {}
            body = b"".join(messages.values()) or HEART
            if not self._over:
                await send({"type": "http.response.body", "body": body, "more_body": True})
