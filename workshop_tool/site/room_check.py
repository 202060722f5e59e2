"""The room check: what one's own phone can do with the site before the guests come, as far as the site has seen."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from workshop_tool.site.refusals import NoSuchPage, UnreadableCheck
from workshop_tool.site.rendering import page

if TYPE_CHECKING:
    from workshop_tool.site.room import Room, Visit

REPORT_CAP: Final = 256
"""Most bytes of a report."""
BEATS: Final = 3
BEAT_SECONDS: Final = 0.4
"""A stream that arrives in one piece at its end was held back on the way."""


@dataclass(frozen=True)
class Findings:
    """What was seen since the check began; None where nothing is known yet."""

    called: bool = False
    """Another device than this computer has sent a request, of whatever kind."""
    opened: bool = False
    """The page of the check was asked for."""
    writes: bool | None = None
    live: bool | None = None


class RoomCheck:
    """One check at a time. Changed in the site's thread, begun and read in any: each change is one assignment."""

    def __init__(self) -> None:
        self.token = ""
        """What the address of the check's page ends with; empty while none is under way."""
        self.findings = Findings()

    def begin(self) -> str:
        """Begin a check from nothing; return its token."""
        self.findings = Findings()
        self.token = secrets.token_hex(6)
        return self.token

    def end(self) -> None:
        """Answer the check's page no longer."""
        self.token = ""

    def expect(self, token: str) -> None:
        """Let a request pass that names the check under way.

        Raises:
            NoSuchPage: there is no such check.
        """
        if not self.token or not secrets.compare_digest(self.token.encode(), token.encode()):
            raise NoSuchPage

    def note_call(self) -> None:
        """Note that another device called."""
        self.findings = replace(self.findings, called=True)

    def note_page(self) -> None:
        """Note that the page of the check was asked for."""
        self.findings = replace(self.findings, called=True, opened=True)

    def note_report(self, *, live: bool | None) -> None:
        """Note what the phone says; it came in a write."""
        self.findings = replace(self.findings, writes=True, live=live)


class Doorbell:
    """Notes that another device called, before anything looks at what it asks for."""

    def __init__(self, application: ASGIApp, check: RoomCheck, host: str) -> None:
        """Ring for whoever calls from another address than this computer's own."""
        self._application, self._check, self._own = application, check, host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        caller = (scope.get("client") or ("",))[0]
        if self._check.token and caller != self._own and not caller.startswith("127."):
            self._check.note_call()
        await self._application(scope, receive, send)


class _Report(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    live: bool | None


async def show_check(room: "Room", visit: "Visit") -> Response:
    """Show the page that tries everything out by itself."""
    token = visit.names["token"]
    room.check.expect(token)
    room.check.note_page()
    return page("room_check.html", room.session.current, token=token)


async def put_check(room: "Room", visit: "Visit") -> Response:
    """Take what the phone found; that it arrives shows that writes do."""
    room.check.expect(visit.names["token"])
    try:
        report = _Report.model_validate(json.loads(visit.body))
    except (ValueError, ValidationError) as error:
        raise UnreadableCheck from error
    room.check.note_report(live=report.live)
    return JSONResponse({"taken": True})


async def stream_check(room: "Room", visit: "Visit") -> Response:
    """Send a few events with a pause between them, as the live page does all day."""
    room.check.expect(visit.names["token"])
    return StreamingResponse(_beats(), media_type="text/event-stream")


async def _beats() -> AsyncIterator[str]:
    for beat in range(BEATS):
        yield f"data: {beat}\n\n"
        await asyncio.sleep(BEAT_SECONDS)
