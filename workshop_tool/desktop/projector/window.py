"""The projector's window: full screen on a second screen where there is one, else a window of 16 to 9."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.theme import load_fonts
from workshop_tool.desktop.projector import BLACK, VIEWS
from workshop_tool.desktop.projector.keys import action_of
from workshop_tool.desktop.projector.painting import paint_slide, shade
from workshop_tool.desktop.projector.placing import NotPlacedYet, leaving_long_searches
from workshop_tool.desktop.projector.showing import Showing, View, notice
from workshop_tool.desktop.projector.slide import Slide
from workshop_tool.desktop.projector.standing import Standing
from workshop_tool.language import _
from workshop_tool.look.map_layout import Layout

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting.site import Hosting

_TALLEST: Final = 3 / 4
"""Height to width of the tallest picture: the oldest projectors'."""


class _Held(NamedTuple):
    """A picture that is kept: what it was made of, so that it can be laid out anew for another screen."""

    view: View
    showing: Showing
    page: int


class ProjectorWindow(QWidget):
    """Shows one view, page by page, and follows the workshop; which view is chosen by the facilitator alone."""

    shown = Signal()
    """The picture changed: another view, another page, or another state of the workshop."""
    ticked = Signal()
    """Only the time in the picture changed."""
    pressed = Signal(str)
    """A presenter's key: one of ``keys.Action``."""

    def __init__(self, bridge: Bridge, hosting: "Hosting") -> None:
        super().__init__()
        load_fonts()
        self.setObjectName("projector")
        self.setWindowTitle(_("Projector"))
        self.setMinimumSize(320, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.singles = True
        """Whether letters and signs by themselves do something."""
        self.dark = False
        """Whether the picture wears the colours for a dim room."""
        self._bridge, self._hosting = bridge, hosting
        self._view = VIEWS[0]
        self._black = False
        self._held: _Held | None = None
        self._item = ""
        self._page = 0
        self._slides: list[Slide] = []
        self._held_slides: list[Slide] = []
        self._drawn: tuple[View, list[Slide]] = (VIEWS[0], [])
        self._is_searching = False
        self._turns_in: int | None = None
        bridge.changed.connect(self._refresh)
        hosting.changed.connect(self._refresh)
        self.standing = Standing(self)

    @property
    def view(self) -> View:
        """The view that is up, or behind the picture that is kept."""
        return BLACK if self._black else self._view

    @property
    def item(self) -> str:
        """Id of the poster or round that was chosen; empty for the one at hand."""
        return self._item

    @property
    def pages(self) -> int:
        """How many pages the view has now."""
        return len(self._laid_out())

    @property
    def page(self) -> int:
        """The page that is up, from 0."""
        return min(self._page, self.pages - 1)

    @property
    def is_frozen(self) -> bool:
        """Whether the room keeps its picture, whatever is chosen meanwhile."""
        return self._held is not None

    @property
    def slide(self) -> Slide:
        """What the room sees, in the window's own pixels."""
        if self._black:
            return BLACK.slides(self._showing(), self._picture())[0]
        if self._held is None:
            return self._laid_out()[self.page]
        if not self._held_slides:
            self._held_slides = self._held.view.slides(self._held.showing, self._picture())
        return self._held_slides[min(self._held.page, len(self._held_slides) - 1)]

    def show_view(self, key: str, item: str = "") -> None:
        """Show another view from its first page; a picture that is kept stays before it.

        Args:
            key: Of one of VIEWS; KeyError for another.
            item: Id of the poster or round to show; empty for the one at hand.
        """
        view = {view.key: view for view in VIEWS}[key]
        self._black = view is BLACK
        if not self._black:
            self._view, self._item, self._page = view, item, 0
        self._refresh()

    def show_page(self, page: int) -> None:
        """Go to a page of the view, 0 to the last; what lies outside comes to the end."""
        self._page = max(0, min(page, self.pages - 1))
        self._announce()

    def show_end(self) -> None:
        """Turn to the page on which a reveal is whole; behind it, or without one, to the last page."""
        laid = self._laid_out()
        ahead = range(self.page, len(laid))
        if laid[self.page].is_step:
            self.show_page(next((at for at in ahead if not laid[at].is_step), len(laid) - 1))
        else:
            self.show_page(len(laid) - 1)

    def toggle_black(self) -> None:
        """Make the picture black, or bring back the page that was up."""
        self._black = not self._black
        self._announce()

    def wear(self, *, dark: bool) -> None:
        """Show the picture on paper, or in the colours for a dim room."""
        self.dark = dark
        self._announce()

    def toggle_freeze(self) -> None:
        """Keep the room's picture as it is, or show what was chosen meanwhile."""
        kept = replace(self._showing(), turns_in=None)  # no clock that stands still
        self._held = None if self._held else _Held(self._view, kept, self.page)
        self._held_slides = []
        self._announce()

    def follow_time(self) -> None:
        """Show the timer as it stands, where the room sees one."""
        if self._view.key == "programme":
            self._redraw_time()

    def show_turning(self, left: int | None) -> None:
        """Show the room for how many seconds the poster that is up still stays; None where no clock turns it."""
        if left != self._turns_in:
            self._turns_in = left
            if self._view.key == "poster":
                self._redraw_time()

    def _redraw_time(self) -> None:
        self._slides = []  # behind a picture that is dark or kept, too: it comes back
        if not self._black and self._held is None:
            self.update()
            self.ticked.emit()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the slide, in the middle of a window that is taller than it."""
        slide = self.slide
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shade(slide.ground, dark=self.dark)))
        painter.translate(0, (self.height() - slide.height) / 2)
        paint_slide(painter, slide, dark=self.dark)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew: text keeps its share of the height."""
        super().resizeEvent(event)
        self._held_slides = []
        self._refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the room sees nothing any more."""
        super().closeEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on a presenter's key; no key reaches a round of voting. A key that is held down counts once."""
        action = action_of(event, singles=self.singles)
        if action is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.pressed.emit(action)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Give the keyboard back to the window on Tab: there is nothing here to go on to."""
        self.pressed.emit("window")
        return True

    def _laid_out(self) -> list[Slide]:
        if not self._slides:
            try:
                with leaving_long_searches():
                    self._slides = self._view.slides(self._showing(), self._picture())
            except NotPlacedYet as open_search:
                self._slides = self._meanwhile()
                self._search(open_search)
            else:
                self._drawn = (self._view, self._slides)
        return self._slides

    def _meanwhile(self) -> list[Slide]:
        """Return what stands until places are found: the same view as it was, or that it comes."""
        view, slides = self._drawn
        if view is self._view and slides and slides[0].size == self._picture():
            return slides
        return notice(self._picture(), self._view.label(), _("The map is being drawn."))

    def _search(self, open_search: NotPlacedYet) -> None:
        """Let the worker look for the places, one search at a time; the picture is laid out anew with the answer."""
        if self._is_searching:
            return
        self._is_searching = True

        def keep(layout: Layout) -> None:
            self._is_searching = False
            open_search.keep(layout)
            self._refresh()

        def fail(_words: str) -> None:
            self._is_searching = False

        self._bridge.in_background(open_search.search, then=keep, failed=fail)

    def _picture(self) -> QSizeF:
        """Return the size to lay out for: the window's, but never taller than 3 to 4."""
        return QSizeF(self.width(), min(self.height(), self.width() * _TALLEST))

    def _showing(self) -> Showing:
        hosting = self._hosting
        return Showing(
            self._bridge.workshop,
            hosting.address,
            hosting.join_url,
            hosting.code,
            hosting.devices,
            self._item,
            hosting.wifi,
            self._bridge.session.clock(),
            self._turns_in,
        )

    def _refresh(self) -> None:
        self._slides = []
        self._announce()

    def _announce(self) -> None:
        self.setAccessibleName(_("Projector: {view}").format(view=self.view.label()))
        self.update()
        self.shown.emit()
