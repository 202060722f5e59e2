"""What every answer of the site starts from: the open workshop, the devices in the room, and one device's visit."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from workshop_tool.services.session import WorkshopSession
from workshop_tool.site.devices import COOKIE, Devices
from workshop_tool.site.refusals import NotJoined


@dataclass(frozen=True)
class Room:
    """The workshop that is being held, and who has joined it."""

    session: WorkshopSession
    devices: Devices


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


async def device_of(room: Room, visit: Visit) -> str:
    """Return the token of the device that visits.

    Raises:
        NotJoined: it has none, or one that was made up.
    """
    token = await room.devices.recognise(visit.cookie)
    if token is None:
        raise NotJoined
    return token
