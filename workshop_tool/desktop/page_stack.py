"""The pages of one window: each is made on its first visit, and its module is imported while another one is read."""

import gc
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page
from workshop_tool.desktop.pages import PAGES, PageEntry

WARM_UP_MS = 150
"""Between two imports, so that the window answers meanwhile."""


class PageStack(QStackedWidget):
    """Shows one page at a time; what was typed on the page before is saved."""

    shown = Signal(str)
    """The key of the page that has come up."""
    badge_changed = Signal(str, str)
    """A page's key, and the note behind its title in the rail."""
    present = Signal(str, str)
    """A view of the projector, and the id of what it shows."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._bridge = bridge
        self.pages: dict[str, Page] = {}
        """Those that were visited, by key."""
        self.warm_up = QTimer(self, interval=WARM_UP_MS)
        self.warm_up.timeout.connect(partial(_load_next, iter(PAGES), self.warm_up))

    @property
    def page(self) -> Page:
        """The page that is up."""
        page = self.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - the stack holds nothing else
        return page

    def minimumSizeHint(self) -> QSize:
        """Ask for what the page that is up needs; the others are hidden."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def least_height(self, width: int) -> int:
        """Return what the page that is up needs of height at a width, in pixels: words break into more lines there."""
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        return max(layout.minimumHeightForWidth(width), 0) if layout is not None else 0

    def show_page(self, key: str) -> None:
        """Bring a page up."""
        if self.count():
            self.page.flush()
        if key not in self.pages:
            self._add(key)
        self.setCurrentWidget(self.pages[key])
        self.page.show_workshop(self._bridge.workshop, None)
        self.shown.emit(key)

    def show_item(self, key: str, table: str, item_id: str) -> None:
        """Bring a page up and choose on it one thing of a table ("areas", "posters" ...)."""
        self.show_page(key)
        self.page.show_item(table, item_id)

    def flush(self) -> None:
        """Save what was typed on any page and is not saved yet."""
        for page in self.pages.values():
            page.flush()

    def _add(self, key: str) -> None:
        entry = next(entry for entry in PAGES if entry.key == key)
        page = self.pages[key] = entry.load()(self._bridge)
        page.badge_changed.connect(partial(self.badge_changed.emit, key))
        page.present.connect(self.present)
        page.page_wanted.connect(self.show_page)
        page.item_wanted.connect(self.show_item)
        self.addWidget(page)


def _load_next(entries: Iterator[PageEntry], timer: QTimer) -> None:
    """Import one page's module; after the last one the timer rests."""
    entry = next(entries, None)
    if entry is None:
        timer.stop()
        gc.freeze()  # modules stay: nothing among them is garbage that a collector need look for
    else:
        entry.load()
