"""Phones by the hundred in one process: real sockets that are kept alive, and what they send ready-made."""

import asyncio
import time
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlsplit

from workshop_tool.rehearsal.messages import Dots, Request, ballot

PATIENCE: Final = 30.0
"""Seconds that a phone waits for one answer, where nothing else is said."""
GONE: Final = (OSError, EOFError, TimeoutError)
"""What asking ends in where the site or the network is gone; an asyncio.IncompleteReadError is an EOFError."""


@dataclass(frozen=True)
class Answer:
    """What came back; ``took`` seconds from sending to the last byte."""

    status: int
    headers: dict[str, str]
    body: bytes
    took: float


class Phone:
    """One device: a cookie, and a connection that is opened again where the site has closed it."""

    def __init__(self, join_url: str, via: int | None = None) -> None:
        """Remember the address, and the port of a proxy if there is one; nothing is sent before ``join``."""
        parts = urlsplit(join_url)
        self.host, self._path = parts.netloc, parts.path
        self._name, self._port = parts.hostname or "", via or parts.port or 80
        self._line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.cookie = ""
        self.revision = 0

    async def join(self) -> Self:
        """Open the address in the QR code and keep the cookie."""
        answer = await self.ask(Request("GET", self._path))
        if answer.status != 303:
            raise ConnectionError(f"joining was answered with {answer.status}")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return self

    @property
    def token(self) -> str:
        """What tells this device from others at the site."""
        return self.cookie.partition("=")[2].partition(".")[0]

    async def cast(self, round_id: str, dots: Dots, patience: float = PATIENCE) -> Answer:
        """Send a complete ballot with the next revision."""
        self.revision += 1
        return await self.ask(ballot(self.host, round_id, self.revision, dots), patience)

    async def ask(self, request: Request, patience: float = PATIENCE) -> Answer:
        """Send a request and return the whole answer; an idle connection that was closed meanwhile is no matter."""
        kept = self._line is not None
        try:
            return await asyncio.wait_for(self._ask(request), patience)
        except GONE:
            self.hang_up()
            if not kept:
                raise
        return await asyncio.wait_for(self._ask(request), patience)

    async def listen(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Open an event stream on a connection of its own, and return it once it has begun."""
        reader, writer = await asyncio.open_connection(self._name, self._port)
        writer.write(self._bytes(Request("GET", "/api/live", {"Accept": "text/event-stream"})))
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
        if b" 200 " not in head.partition(b"\r\n")[0]:
            writer.close()
            raise ConnectionError(f"the event stream was answered with {head[:40]!r}")
        return reader, writer

    def hang_up(self) -> None:
        """Close the connection; the next request opens another."""
        if self._line is not None:
            self._line[1].transport.abort()
            self._line = None

    async def _ask(self, request: Request) -> Answer:
        started = time.perf_counter()
        if self._line is None:
            self._line = await asyncio.open_connection(self._name, self._port)
        reader, writer = self._line
        writer.write(self._bytes(request))
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines if line)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection") == "close":
            self.hang_up()
        return Answer(int(first.split(" ")[1]), headers, body, time.perf_counter() - started)

    def _bytes(self, request: Request) -> bytes:
        body = (request.body or "").encode()
        headers = {"Host": self.host, **request.headers}
        if self.cookie:
            headers["Cookie"] = self.cookie
        if request.body is not None:
            headers["Content-Length"] = str(len(body))
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"{request.method} {request.path} HTTP/1.1\r\n{lines}\r\n".encode() + body
