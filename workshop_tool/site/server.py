"""The site as the rest of the house knows it: started and stopped, with an address that a phone can open."""

import errno
import socket
import sys
import threading
from dataclasses import dataclass
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from workshop_tool.services.joining import ensure_join_code, ensure_room_key
from workshop_tool.services.moment import Announcement
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site.collecting import collect_as_usual, collect_seldom
from workshop_tool.site.devices import Devices
from workshop_tool.site.front_door import FrontDoor
from workshop_tool.site.live import Live
from workshop_tool.site.presence import Presence
from workshop_tool.site.prompt_protocol import ACCEPTED_AT_ONCE, PromptProtocol, ask_for_places
from workshop_tool.site.refusals import AddressGone, PortInUse, PortNotAllowed, SiteDidNotStart
from workshop_tool.site.rendering import prepare_pages
from workshop_tool.site.room import Room
from workshop_tool.site.room_check import Doorbell, RoomCheck
from workshop_tool.site.standing import STANDING, kinds_of, standing

PLAIN_HTTP: Final = 80
KEEP_ALIVE: Final = 5
"""Seconds that an idle connection is kept: phones come back every few seconds, and sockets are few."""
GRACE: Final = 1
"""Seconds that answers under way get when the site stops."""
WAITING_CONNECTIONS: Final = 2048
STARTING: Final = 10.0


class Site:
    """Serves one open workshop to phones, in a thread of its own; leaves the session open when it stops."""

    def __init__(
        self, session: WorkshopSession, host: str = "127.0.0.1", port: int = 0, friendly_name: str | None = None
    ) -> None:
        """Prepare to serve on one of this computer's own IPv4 addresses.

        Args:
            session: The open workshop.
            host: The address.
            port: 0 takes any that is free.
            friendly_name: A host name such as ``workshop.local`` under which the network knows that address; phones
                are then sent there, and the address goes on working.
        """
        self.check = RoomCheck()
        """What a phone has tried out before the guests come."""
        self._session = session
        self._host = host
        self._port = port
        self.friendly_name = friendly_name
        """The host name that phones are sent to; None for the address."""
        self._devices = Devices(lambda: self.code)
        self.presence = Presence()
        """Who is writing on which poster, as the group stations say it."""
        self.live = self._new_live()
        self._listens = False
        self._serving: _Serving | None = None

    def start(self) -> None:
        """Listen, and return once phones are answered; a site that runs already goes on.

        Raises:
            PortInUse, PortNotAllowed, AddressGone: it cannot listen there.
            SiteDidNotStart: it takes too long.
        """
        if self._serving is not None:
            return
        prepare_pages()
        ask_for_places()
        listener = _listener(self._host, self._port)
        try:
            self._session.act(ensure_join_code).result()
            self._session.act(ensure_room_key).result()
            self._port = listener.getsockname()[1]
            self._serving = _serve(self._application(), listener)
        except BaseException:
            listener.close()
            raise
        if not self._listens:
            self._session.listen(self._hear)
            self._listens = True
        collect_seldom()

    def stop(self) -> None:
        """Stop listening, let answers under way finish, and return when all is closed. A second call does nothing."""
        if self._serving is not None:
            self.live.end()
            self._serving.server.should_exit = True
            self._serving.thread.join()
            self._serving = None
            collect_as_usual()

    @property
    def host(self) -> str:
        """The IPv4 address that it listens on."""
        return self._host

    @property
    def port(self) -> int:
        """The port that it listens on, once it has started."""
        return self._port

    @property
    def address(self) -> str:
        """Where the site is, such as ``http://192.168.1.7:8000``; the port is known once it has started."""
        return f"http://{self.friendly_name or self._host}:{self._port}"

    @property
    def join_url(self) -> str:
        """What the QR code holds."""
        return f"{self.address}/j/{self.code}"

    @property
    def code(self) -> str:
        """The five digits that let a phone in; empty before the site was started for the first time."""
        return self._session.current.plan.particulars.join_code or ""

    @property
    def devices(self) -> int:
        """How many devices have joined since the site started."""
        return len(self._devices)

    def _application(self) -> Doorbell:
        room = Room(self._session, self._devices, self.presence, self.live, self.check)
        return Doorbell(FrontDoor(room, self._names()), self.check, self._host)

    def _new_live(self) -> Live:
        return Live({STANDING: lambda: standing(self._session.current, self._session.clock())})

    def _hear(self, announcement: Announcement) -> None:
        for kind in kinds_of(announcement.touched):
            self.live.publish(kind)

    def _names(self) -> frozenset[str]:
        hosts = {self._host, "127.0.0.1", "localhost"} | ({self.friendly_name} if self.friendly_name else set())
        # Browsers leave out the port that they take for granted.
        return frozenset(f"{host}:{self._port}" for host in hosts) | (hosts if self._port == PLAIN_HTTP else set())


@dataclass(frozen=True)
class _Serving:
    server: uvicorn.Server
    thread: threading.Thread


class _Server(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listener in sockets or ():  # asyncio took the number it accepts at once for the length of the queue, too
            listener.listen(WAITING_CONNECTIONS)
        self.listening.set()


def _serve(application: ASGIApp, listener: socket.socket) -> _Serving:
    config = uvicorn.Config(
        application,
        http=PromptProtocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=ACCEPTED_AT_ONCE,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
    )
    server = _Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), name="workshop-site", daemon=True)
    thread.start()
    if not server.listening.wait(STARTING):
        server.should_exit = True
        raise SiteDidNotStart
    return _Serving(server, thread)


def _listener(host: str, port: int) -> socket.socket:
    # Named as TCP: asyncio switches Nagle's delay off only then, and with it every answer takes 44 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two programs share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(WAITING_CONNECTIONS)
    except OSError as error:
        listener.close()
        match error.errno:
            case errno.EADDRINUSE:
                raise PortInUse(port=port) from error
            case errno.EACCES | errno.EPERM:
                raise PortNotAllowed(port=port) from error
            case _:
                raise AddressGone(host=host) from error
    return listener
