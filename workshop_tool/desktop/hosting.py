"""The local site as the window sees it: started and stopped in a thread, heard of as signals."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence
from workshop_tool.services.session import WorkshopSession

if TYPE_CHECKING:
    from workshop_tool.site import Site
    from workshop_tool.site.addresses import Adapter

PORT: Final = 8080
"""Where the site is looked for first: easy to read aloud, and open to any program."""
PORTS_TRIED: Final = 10
LOOK_MS: Final = 1_000
"""How often the phones are counted."""


class Hosting(QObject):
    """Starts and stops one site for one session. Lives in Qt's thread; call ``close`` before the session closes."""

    changed = Signal()
    """On, off, another address, another number of phones, or other networks to choose from."""
    refused = Signal(str)
    """Why the site is not where it was wanted: a sentence."""
    noted = Signal(str)
    """It runs, but elsewhere than asked."""
    _answered = Signal(object, object)

    def __init__(self, session: WorkshopSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.site: Site | None = None
        """The site that is on, or None."""
        self.adapters: tuple[Adapter, ...] = ()
        """The networks it could use, best first; empty until ``look_for_networks`` was answered."""
        self.devices = 0
        """How many phones have joined, as last counted."""
        self._session = session
        self._running: Site | None = None  # belongs to the worker's thread
        self._asked = 0
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="workshop-hosting")
        self._closed = False
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._count_devices)

    @property
    def busy(self) -> bool:
        """Whether the site is being started or stopped."""
        return self._asked > 0

    @property
    def address(self) -> str:
        """``http://IP:PORT``; empty while the site is off."""
        return self.site.address if self.site else ""

    @property
    def join_url(self) -> str:
        """What the QR code holds; empty while the site is off."""
        return self.site.join_url if self.site else ""

    @property
    def code(self) -> str:
        """The digits that let a phone in; empty while the site is off."""
        return self.site.code if self.site else ""

    def look_for_networks(self) -> None:
        """Ask which networks there are."""
        self._ask(_networks, self._show_networks)

    def start(self, ip: str | None = None, port: int = PORT) -> None:
        """Ask for the site to be on. One that runs there already goes on; one that runs elsewhere moves.

        Args:
            ip: One of this computer's IPv4 addresses; None for the one that phones most likely reach.
            port: The first port to try; where it is taken, the next free one.
        """
        self._ask(lambda: self._start(ip, port), lambda site: self._show_site(site, port))

    def stop(self) -> None:
        """Ask for the site to be off; a second time does nothing."""
        self._ask(self._stop, lambda _nothing: self._show_site(None, 0))

    def close(self) -> None:
        """Stop the site and wait until it is; nothing is heard any more."""
        if not self._closed:
            self._closed = True
            self._look.stop()
            self._worker.submit(self._stop)
            self._worker.shutdown(wait=True)
            self.site = None

    def _ask(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        if self._closed:
            return
        self._asked += 1
        future = self._worker.submit(work)
        future.add_done_callback(lambda done: None if self._closed else self._answered.emit(then, done))
        self.changed.emit()

    @Slot(object, object)
    def _answer(self, then: Callable[..., object], done: "Future[object]") -> None:
        self._asked -= 1
        problem = done.exception()
        if isinstance(problem, WorkshopProblem):
            self.refused.emit(sentence(problem))
        elif problem is not None:
            raise problem
        else:
            then(done.result())
        if isinstance(problem, WorkshopProblem):
            self._show_site(self._running, 0)
        self.changed.emit()

    def _start(self, ip: str | None, port: int) -> "Site":
        """Start the site on the first port that is free, in the worker's thread."""
        import workshop_tool.look.qr  # noqa: F401, PLC0415 - so that the window need not wait for it when it shows the code
        from workshop_tool.site import Site  # noqa: PLC0415 - the web framework, when it is first wanted
        from workshop_tool.site.addresses import best_address  # noqa: PLC0415 - as above
        from workshop_tool.site.refusals import PortInUse  # noqa: PLC0415 - as above

        ip = ip or best_address()
        if self._running is not None and _ip_of(self._running) == ip:
            return self._running
        self._stop()
        for tried in range(port, port + PORTS_TRIED):
            site = Site(self._session, ip, tried)
            try:
                site.start()
            except PortInUse:
                if tried == port + PORTS_TRIED - 1:
                    raise
            else:
                self._running = site
                break
        assert self._running is not None  # noqa: S101 - the last port that is taken raises
        return self._running

    def _stop(self) -> None:
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _show_site(self, site: "Site | None", port: int) -> None:
        is_new = site is not self.site
        self.site = site
        self.devices = site.devices if site else 0
        if site is None:
            self._look.stop()
        else:
            self._look.start()
            taken = site.address.rpartition(":")[2]
            if is_new and port and taken != str(port):
                words = _("Port {port} is in use by another program, so the site uses port {taken}.")
                self.noted.emit(words.format(port=port, taken=taken))

    def _show_networks(self, adapters: "tuple[Adapter, ...]") -> None:
        self.adapters = adapters

    @Slot()
    def _count_devices(self) -> None:
        if self.site is not None and self.site.devices != self.devices:
            self.devices = self.site.devices
            self.changed.emit()


def _ip_of(site: "Site") -> str:
    return site.address.removeprefix("http://").rpartition(":")[0]


def _networks() -> "tuple[Adapter, ...]":
    from workshop_tool.site.addresses import adapters  # noqa: PLC0415 - the web framework, when it is first wanted

    return tuple(adapters())
