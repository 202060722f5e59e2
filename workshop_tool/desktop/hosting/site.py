"""The local site as the window sees it: started and stopped in a thread, heard of as signals."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workshop_tool.desktop.hosting.sleep import KeptAwake
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import sentence
from workshop_tool.services.session import WorkshopSession

if TYPE_CHECKING:
    from workshop_tool.look.wifi import Wifi
    from workshop_tool.site import Site
    from workshop_tool.site.addresses import Adapter

PORT: Final = 8080
"""Where the site is looked for unless another port is chosen: easy to read aloud, and open to any program."""
LOOK_MS: Final = 1_000
"""How often the phones are counted."""
NETWORKS_MS: Final = 3_000
"""How often a site that is on looks whether its network is still there."""
NO_USE: Final = "127.0.0.1"
"""The address of this computer that no phone reaches."""


def networks() -> "tuple[Adapter, ...]":
    """Return the networks of this computer, best first."""
    from workshop_tool.site.addresses import adapters  # noqa: PLC0415 - the web framework, when it is first wanted

    return tuple(adapters())


class Hosting(QObject):
    """Starts and stops one site for one session. Lives in Qt's thread; call ``close`` before the session closes."""

    changed = Signal()
    """On, off, another address, another number of phones, or other networks to choose from."""
    refused = Signal(str)
    """Why the site is not where it was wanted: a sentence."""
    noted = Signal(str)
    """Something worth saying that is no refusal."""
    _answered = Signal(object, object)

    def __init__(
        self,
        session: WorkshopSession,
        parent: QObject | None = None,
        *,
        find_networks: "Callable[[], tuple[Adapter, ...]]" = networks,
    ) -> None:
        super().__init__(parent)
        self.site: Site | None = None
        """The site that is on, or None."""
        self.adapters: tuple[Adapter, ...] = ()
        """The networks it could use, best first; empty until ``look_for_networks`` was answered."""
        self.devices = 0
        """How many phones have joined, as last counted."""
        self.port = PORT
        """The port that is wanted; a site that is on keeps its own until it starts anew."""
        self.friendly_name = ""
        """The host name that phones are sent to instead of the address; empty for none."""
        self.wifi: Wifi | None = None
        """The room's Wi-Fi as the facilitator typed it; None where nobody did."""
        self.taken_port: int | None = None
        """The port at which the site could not start because another program has it."""
        self._session = session
        self._find_networks = find_networks
        self._wanted_ip: str | None = None
        self._was_there = False
        self._running: Site | None = None  # belongs to the worker's thread, as does what keeps the computer awake
        self._awake = KeptAwake()
        self._asked = 0
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="workshop-hosting")
        self._watcher = ThreadPoolExecutor(max_workers=1, thread_name_prefix="workshop-networks")
        self._closed = False
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._count_devices)
        self._watch = QTimer(self, interval=NETWORKS_MS)
        self._watch.timeout.connect(self.look_for_networks)

    @property
    def busy(self) -> bool:
        """Whether the site is being started or stopped."""
        return self._asked > 0

    @property
    def address(self) -> str:
        """``http://IP:PORT``, or with the friendly name; empty while the site is off."""
        return self.site.address if self.site else ""

    @property
    def join_url(self) -> str:
        """What the QR code holds; empty while the site is off."""
        return self.site.join_url if self.site else ""

    @property
    def code(self) -> str:
        """The digits that let a phone in; empty while the site is off."""
        return self.site.code if self.site else ""

    @property
    def stays_awake(self) -> bool:
        """Whether the system agreed not to sleep while the site is on."""
        return self._awake.holds

    @property
    def is_lost(self) -> bool:
        """Whether the network that the site is on has gone: no phone reaches it there any more."""
        return self.site is not None and self._was_there and not self._has(self.site.host)

    @property
    def elsewhere(self) -> "Adapter | None":
        """The best network that the site is not on; None where there is none that phones could reach."""
        here = self.site.host if self.site else ""
        return next((adapter for adapter in self.adapters if adapter.ip not in {here, NO_USE}), None)

    def look_for_networks(self) -> None:
        """Ask which networks there are; nothing waits for it."""
        if not self._closed:
            self._tell(self._watcher.submit(self._find_networks), self._show_networks)

    def start(self, ip: str | None = None, port: int | None = None) -> None:
        """Ask for the site to be on. One that runs there already goes on; one that runs elsewhere moves.

        Args:
            ip: One of this computer's IPv4 addresses; None for the one that phones most likely reach.
            port: The port; 0 takes one that is free, None the one that is wanted.
        """
        self._wanted_ip, self.taken_port = ip, None
        wanted, name = self.port if port is None else port, self.friendly_name
        self._ask(lambda: self._start(ip, wanted, name), self._show_site)

    def start_at_free_port(self) -> None:
        """Ask for the site where it was wanted last, at any port that is free; it is wanted there from now on."""
        self.start(self._wanted_ip, 0)

    def stop(self) -> None:
        """Ask for the site to be off; a second time does nothing."""
        self._ask(self._stop, lambda _nothing: self._show_site(None))

    def serve(self, session: WorkshopSession) -> None:
        """Go on with another session; a site that is on starts anew for it, where it was."""
        self._session = session
        if self.site is not None:
            ip, port = self.site.host, self.site.port
            self.stop()
            self.start(ip, port)

    def close(self) -> None:
        """Stop the site and wait until it is; nothing is heard any more."""
        if not self._closed:
            self._closed = True
            self._look.stop()
            self._watch.stop()
            self._worker.submit(self._stop)
            self._worker.shutdown(wait=True)
            self._watcher.shutdown(wait=True)
            self.site = None

    def ask_site(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        """Do something slow with the site beside everything else; ``then`` gets the answer in Qt's thread."""
        if not self._closed:
            self._tell(self._watcher.submit(work), then)

    def _ask(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        if self._closed:
            return
        self._asked += 1
        self._tell(self._worker.submit(work), lambda answer: self._show_done(then, answer))
        self.changed.emit()

    def _show_done(self, then: Callable[..., object], answer: object) -> None:
        self._asked -= 1
        then(answer)
        self.changed.emit()

    def _tell(self, future: "Future[object]", then: Callable[..., object]) -> None:
        future.add_done_callback(lambda done: None if self._closed else self._answered.emit(then, done))

    @Slot(object, object)
    def _answer(self, then: Callable[..., object], done: "Future[object]") -> None:
        problem = done.exception()
        if problem is None:
            then(done.result())
        elif isinstance(problem, WorkshopProblem):
            self._asked -= 1
            self._show_site(self._running)
            self._note_taken(problem)
            self.refused.emit(sentence(problem))
            self.changed.emit()
        else:
            raise problem

    def _note_taken(self, problem: WorkshopProblem) -> None:
        from workshop_tool.site.refusals import PortInUse  # noqa: PLC0415 - loaded by whoever raised it

        if isinstance(problem, PortInUse):
            self.taken_port = int(str(problem.details["port"]))

    def _start(self, ip: str | None, port: int, friendly_name: str) -> "Site":
        """Start the site, in the worker's thread; a site that runs goes on where another cannot start."""
        import workshop_tool.look.qr  # noqa: F401, PLC0415 - so that the window need not wait for it when it shows the code
        from workshop_tool.site import Site  # noqa: PLC0415 - the web framework, when it is first wanted
        from workshop_tool.site.addresses import best_address  # noqa: PLC0415 - as above

        ip = ip or best_address()
        before = self._running
        wanted = (ip, port or (before.port if before else 0), friendly_name)
        if before is not None and (before.host, before.port, before.friendly_name or "") == wanted:
            return before
        site = Site(self._session, ip, wanted[1], friendly_name or None)
        if before is not None and (before.host, before.port) == wanted[:2]:
            before.stop()  # the new one takes its place
        site.start()
        if before is not None:
            before.stop()
        self._running = site
        self._awake.begin()
        return site

    def _stop(self) -> None:
        self._awake.end()
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _show_site(self, site: "Site | None") -> None:
        self._was_there = site is not None and self._has(site.host)
        self.site = site
        self.devices = site.devices if site else 0
        for timer in (self._look, self._watch):
            if site is None:
                timer.stop()
            else:
                timer.start()
        if site is not None:
            self.port = site.port
            self.look_for_networks()

    def _show_networks(self, adapters: "tuple[Adapter, ...]") -> None:
        before = (self.adapters, self.is_lost)
        self.adapters = adapters
        self._was_there = self._was_there or (self.site is not None and self._has(self.site.host))
        if before != (self.adapters, self.is_lost):
            self.changed.emit()

    def _has(self, ip: str) -> bool:
        return any(adapter.ip == ip for adapter in self.adapters)

    @Slot()
    def _count_devices(self) -> None:
        if self.site is not None and self.site.devices != self.devices:
            self.devices = self.site.devices
            self.changed.emit()
