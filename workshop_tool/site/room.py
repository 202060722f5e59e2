"""What every answer of the site starts from: the open workshop, the devices in the room, and one device's visit."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from workshop_tool.services.session import WorkshopSession
from workshop_tool.site.codes import Codes
from workshop_tool.site.devices import COOKIE, Devices
from workshop_tool.site.landing import Landing
from workshop_tool.site.live import Live
from workshop_tool.site.presence import Presence
from workshop_tool.site.refusals import NotJoined
from workshop_tool.site.room_check import RoomCheck
from workshop_tool.site.stations.devices import Stations


@dataclass(frozen=True)
class Room:
    """The workshop that is being held, who has joined it, who is writing, and the pages that hear of changes."""

    session: WorkshopSession
    devices: Devices
    presence: Presence
    live: Live
    check: RoomCheck = field(default_factory=RoomCheck)
    codes: Codes = field(default_factory=Codes)
    stations: Stations = field(default_factory=Stations)
    landing: Landing = field(default_factory=Landing)


@dataclass(frozen=True)
class Visit:
    """One request that passed the guards, with the whole of its body."""

    request: Request
    body: bytes = b""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the path names, such as ``code``."""

    @property
    def cookie(self) -> str | None:
        """The device's cookie as it came, which may be anything."""
        return self.request.cookies.get(COOKIE)


Answer = Callable[[Room, Visit], Awaitable[Response]]
Gate = Callable[[Room, Visit], Awaitable[None]]
Method = Literal["GET", "POST", "PUT"]


@dataclass(frozen=True)
class Route:
    """One thing that can be asked of the site, and what a request for it must look like."""

    method: Method
    path: str
    answer: Answer
    content_type: str | None = None
    cap: int = 0
    """Most bytes of a body."""
    custom_header: bool = False
    """Whether the request must carry the header that only our own script can set."""
    other_types: tuple[str, ...] = ()
    """Further types that its body may have."""
    first: Gate | None = None
    """Asked before the body is read, where that is large; may refuse."""


async def device_of(room: Room, visit: Visit) -> str:
    """Return the token of the device that visits.

    Raises:
        NotJoined: it has none, or one that was made up.
    """
    token = await room.devices.recognise(visit.cookie)
    if token is None:
        raise NotJoined
    return token
