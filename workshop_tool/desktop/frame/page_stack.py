"""The pages of one window: each is made while another one is read, part by part, or else on its first visit."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched
from workshop_tool.desktop.pages import PAGES
from workshop_tool.desktop.widgets.fields import TypedField
from workshop_tool.domain.workshop import Workshop

WARM_UP_MS: Final = 100
"""Between two parts, so that the window answers meanwhile."""


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
        """Those that are made, by key."""
        self._parts = {entry.key: self._made_in_parts(entry.key) for entry in PAGES}
        """What is still to be made of each page."""
        self._wanted = ""
        """The key of a page that comes up as soon as it is made."""
        self._then: Callable[[], object] = lambda: None
        """What is done on that page once it is up."""
        self.addWidget(_NoPageYet(bridge))
        self.warm_up = QTimer(self, interval=WARM_UP_MS)
        self.warm_up.timeout.connect(partial(self._go_on, self._all_in_parts()))
        self.hurry = QTimer(self, interval=0)
        self.hurry.timeout.connect(self._go_on_with_wanted)

    @property
    def page(self) -> Page:
        """The page that is up."""
        page = self.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - the stack holds nothing else
        return page

    def minimumSizeHint(self) -> QSize:
        """Ask for what the page that is up needs; the others are hidden."""
        return self.page.minimumSizeHint()

    def least_height(self, width: int) -> int:
        """Return what the page that is up needs of height at a width, in pixels: words break into more lines there."""
        layout = self.page.layout()
        return max(layout.minimumHeightForWidth(width), 0) if layout is not None else 0

    def bring_page(self, key: str, then: Callable[[], object] = lambda: None) -> None:
        """Bring a page up; one that is not made yet comes up a moment later, and the window answers meanwhile.

        Args:
            key: As in ``PAGES``.
            then: Called once the page is up; not at all where another page is wanted before.
        """
        self._wanted, self._then = key, then
        self._go_on_with_wanted()

    def bring_item(self, key: str, table: str, item_id: str) -> None:
        """Bring a page up and choose on it one thing of a table ("areas", "posters" ...)."""
        self.bring_page(key, lambda: self.page.show_item(table, item_id))

    def show_page(self, key: str) -> None:
        """Bring a page up at once; what is missing of it is made in one go."""
        self._wanted = ""
        self.hurry.stop()
        self.page.flush()
        if key not in self.pages:
            self._add(key)
        held = self.window().focusWidget()
        if held is not None and self.isAncestorOf(held) and self.currentWidget() is not self.pages[key]:
            self.setFocus()  # or Qt hands it to any control of the new page, even to one that is hidden then
        self.setCurrentWidget(self.pages[key])
        self.page.show_workshop(self._bridge.workshop, None)
        self.shown.emit(key)

    def rest(self) -> None:
        """Make no more pages: the window closes."""
        self.warm_up.stop()
        self.hurry.stop()

    def flush(self) -> None:
        """Save what was typed on any page and is not saved yet."""
        for page in self.pages.values():
            page.flush()

    def _add(self, key: str) -> None:
        entry = next(entry for entry in PAGES if entry.key == key)
        page = self.pages[key] = entry.load()(self._bridge)
        page.badge_changed.connect(partial(self.badge_changed.emit, key))
        page.present.connect(self.present)
        page.page_wanted.connect(self.bring_page)
        page.item_wanted.connect(self.bring_item)
        self.addWidget(page)

    def _all_in_parts(self) -> Iterator[None]:
        """Import all pages one by one, then make them."""
        for entry in PAGES:
            yield from entry.load_in_parts()
        for entry in PAGES:
            yield from self._parts[entry.key]
        gc.freeze()  # pages and modules stay: nothing among them is garbage that a collector need look for

    def _made_in_parts(self, key: str) -> Iterator[None]:
        """Make a page, a part before each yield that holds the window up no longer than a frame or three."""
        entry = next(entry for entry in PAGES if entry.key == key)
        yield from entry.load_in_parts()
        if key not in self.pages:
            self._add(key)
            yield
        page = self.pages[key]
        for _part in page.make_ahead():
            yield
        if page is not self.currentWidget():
            page.show_workshop(self._bridge.workshop, None)
            yield
            for widget in page.findChildren(QWidget):
                widget.ensurePolished()
            yield

    def _go_on(self, parts: Iterator[None]) -> None:
        """Make one part, unless somebody types just now; after the last one the timer rests."""
        field = QApplication.focusWidget()
        while field is not None and not isinstance(field, TypedField):
            field = field.parentWidget()
        if (field is None or not field.is_unsaved) and next(parts, True):  # each part gives None
            self.warm_up.stop()

    def _go_on_with_wanted(self) -> None:
        """Make one part of the page that is wanted; when there is none left, it comes up."""
        if next(self._parts[self._wanted], True):
            self.show_page(self._wanted)
            self._then()
        else:
            self.hurry.start()


class _NoPageYet(Page):
    """Stands in a window that is not shown yet, until its first page is made."""

    key: ClassVar[str] = ""

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show nothing."""
