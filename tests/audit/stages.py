"""Windows to look at: every page, empty, typical and full, in each look and size; a page may have several faces."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.full_workshop import empty_workshop, full_workshop
from tests.worded_workshop import worded_workshop
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages import PAGES
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.now import start_part
from workshop_tool.services.opening import open_workshop, read_workshop, save_new
from workshop_tool.services.sample import SAMPLE

STATES: Final[dict[str, Callable[[], Workshop]]] = {
    "empty": empty_workshop,
    "typical": lambda: read_workshop(SAMPLE),
    "full": full_workshop,
    "full-prepared": lambda: full_workshop("prepared"),
    "full-open": lambda: full_workshop("open"),
    "full-closed": lambda: full_workshop("closed"),
    "worded-prepared": lambda: worded_workshop("prepared"),
    "worded-open": lambda: worded_workshop("open"),
    "worded": lambda: worded_workshop("published"),
}
"""How much there is; from the third on they differ only where the vote is shown: in its state, and in the criteria."""
SIZES: Final = (QSize(1280, 800), QSize(2560, 1440))
LOOKS: Final = ("light", "dark")

BEGUN: Final = dt.datetime(2018, 6, 19, 11, 27).astimezone()
"""When the part runs that pictures show: three minutes ahead in the sample's day."""

SETTLED: Final = 0.05
"""Seconds without work in the background after which a page counts as drawn."""
LONGEST: Final = 60.0


@dataclass(frozen=True)
class Face:
    """One way a page looks: what is done to it once it is up."""

    page: str
    name: str = ""
    show: Callable[[MainWindow], object] = lambda _window: None
    states: tuple[str, ...] = ("empty", "typical", "full")
    edits: bool = False
    """Whether it takes a change of the workshop to look so."""

    def __str__(self) -> str:
        return f"{self.page}-{self.name}" if self.name else self.page


def _open_poster(at: int) -> Callable[[MainWindow], object]:
    def show(window: MainWindow) -> None:
        posters = window.bridge.workshop.plan.posters_in_list_order()
        assert isinstance(window.page, PostersPage)
        window.page.open_poster(posters[at].id)

    return show


def _choose(table: str, item_id: str, window: MainWindow) -> None:
    window.page.show_item(table, item_id)


def _open_inbox(window: MainWindow) -> None:
    button = window.page.findChild(QAbstractButton, "inbox_open")
    assert isinstance(button, QAbstractButton)
    if not button.isChecked():
        button.click()


def _begin_part(at: int, window: MainWindow) -> None:
    """Let a part of the day run, with a third of its time gone, and the clock standing still."""
    bridge, part = window.bridge, list(window.bridge.workshop.plan.programme)[at]
    bridge.session.clock = lambda: BEGUN
    bridge.session.edit("Begin", partial(start_part, part_id=part.id, now=BEGUN)).result()
    bridge.session.clock = lambda: BEGUN + dt.timedelta(minutes=(part.minutes or 0) / 3)
    bridge.running.projector.show_view(part.shows or "programme")
    lay_out()


def _faces() -> Iterator[Face]:
    voting = tuple(state for state in STATES if "-" in state or state == "worded")
    for entry in PAGES:
        extra = voting if entry.key == "vote" else ()
        yield Face(entry.key, states=("empty", "typical", "full", *extra))
        if entry.key == "posters":
            yield Face("posters", "opened", _open_poster(0), ("typical", "full"))
            yield Face("posters", "last", _open_poster(-1), ("full",))
        if entry.key == "run":
            yield Face("run", "plenary", partial(_begin_part, 3), ("typical", "full"), edits=True)
        if entry.key == "prepare":
            yield Face("prepare", "part", partial(_choose, "programme", "d1"), ("full",))


FACES: Final = tuple(_faces())
"""Every page there is, as the window lists them, and what else a page can show."""

MORE_FACES: Final = (
    Face("prepare", "questions", partial(_choose, "questions", "q1"), ("full",)),
    Face("prepare", "participants", partial(_choose, "participants", "n1"), ("full",)),
    Face("trends", "chosen", partial(_choose, "trends", "t7"), ("full",)),
    Face("trends", "inbox", _open_inbox, ("full",)),
    Face("problem-areas", "chosen", partial(_choose, "areas", "a7"), ("full",)),
)
"""What only the pictures show: one more thing on a page that is looked at otherwise already."""


def window_on(workshop: Workshop, path: Path) -> MainWindow:
    """Save a workshop, open it and show its window; whoever asks closes window, bridge and session."""
    save_new(workshop, path)
    window = MainWindow(Bridge(open_workshop(path)))
    window.show_page("prepare")
    window.show()
    window.activateWindow()
    return window


@contextmanager
def staged(state: str, folder: Path) -> Iterator[MainWindow]:
    """Give the main window on a workshop in one of the states; it closes as it does for a facilitator."""
    with staged_workshop(STATES[state](), folder) as window:
        yield window


@contextmanager
def staged_workshop(workshop: Workshop, folder: Path) -> Iterator[MainWindow]:
    """Give the main window on a workshop, saved into a folder."""
    window = window_on(workshop, Path(mkdtemp(dir=folder)) / "stage.workshop.json")
    try:
        yield window
    finally:
        window.close()
        window.bridge.close()
        window.bridge.session.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pose(window: MainWindow, face: Face, look: str, size: QSize) -> None:
    """Bring up one face in a look and a size, laid out."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if theme.is_dark() != (look == "dark"):
        theme.wear(app, dark=look == "dark")
        window.refresh_look()
    window.resize(size)
    if isinstance(posters := window.pages.get("posters"), PostersPage):
        posters.show_wall()
    window.show_page(face.page)
    face.show(window)
    lay_out()


def lay_out() -> None:
    """Let every layout that was asked for happen; what comes from the worker process comes when it comes."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: MainWindow, quiet: float = SETTLED) -> None:
    """Wait until nothing was under way for so many seconds, at most for ``LONGEST``."""
    started = quiet_since = time.monotonic()
    while (now := time.monotonic()) - quiet_since < quiet and now - started < LONGEST:
        lay_out()
        if window.bridge.background.busy:
            quiet_since = now
        time.sleep(0.005)
