"""The projector's window: full screen on a second screen where there is one, else a window of 16 to 9."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.painting import paint_slide
from workshop_tool.desktop.projector.showing import Showing, View
from workshop_tool.desktop.projector.slide import Slide
from workshop_tool.desktop.theme import load_fonts
from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting import Hosting

_WINDOW: Final = (960, 540)
_TALLEST: Final = 3 / 4
"""Height to width of the tallest picture: the oldest projectors'."""
_FORWARD: Final = {Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down}
_BACK: Final = {Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace}


class ProjectorWindow(QWidget):
    """Shows one view, page by page, and follows the workshop; which view is chosen by the facilitator alone."""

    shown = Signal()
    """The picture changed: another view, another page, or another state of the workshop."""

    def __init__(self, bridge: Bridge, hosting: "Hosting") -> None:
        super().__init__()
        load_fonts()
        self.setObjectName("projector")
        self.setWindowTitle(_("Projector"))
        self.setMinimumSize(320, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bridge, self._hosting = bridge, hosting
        self._view, self._before_black = VIEWS[0], VIEWS[0]
        self._item = ""
        self._page = 0
        self._slides: list[Slide] = []
        bridge.changed.connect(self._refresh)
        hosting.changed.connect(self._refresh)
        self._stand_on(self._second_screen())
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._lose_screen)

    @property
    def view(self) -> View:
        """The view that is up."""
        return self._view

    @property
    def pages(self) -> int:
        """How many pages the view has now."""
        return len(self._laid_out())

    @property
    def page(self) -> int:
        """The page that is up, from 0."""
        return min(self._page, self.pages - 1)

    @property
    def slide(self) -> Slide:
        """What is on the screen, in the window's own pixels."""
        return self._laid_out()[self.page]

    def show_view(self, key: str, item: str = "") -> None:
        """Show another view from its first page.

        Args:
            key: Of one of VIEWS; KeyError for another.
            item: Id of the poster or round to show; empty for the one at hand.
        """
        self._view = {view.key: view for view in VIEWS}[key]
        if key != "black":
            self._before_black = self._view
            self._item = item
        self._page = 0
        self._refresh()

    def show_page(self, page: int) -> None:
        """Go to a page of the view, 0 to the last; what lies outside comes to the end."""
        self._page = max(0, min(page, self.pages - 1))
        self._announce()

    def toggle_black(self) -> None:
        """Make the picture black, or bring back the page that was up."""
        if self._view.key == "black":
            self._view = self._before_black
        else:
            self._view = next(view for view in VIEWS if view.key == "black")
        self._refresh()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the slide, in the middle of a window that is taller than it."""
        slide = self.slide
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(slide.ground))
        painter.translate(0, (self.height() - slide.height) / 2)
        paint_slide(painter, slide)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew: text keeps its share of the height."""
        super().resizeEvent(event)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages as a clicker does; no key reaches a round of voting."""
        key = event.key()
        if key in _FORWARD:
            self.show_page(self.page + 1)
        elif key in _BACK:
            self.show_page(self.page - 1)
        elif key in {Qt.Key.Key_B, Qt.Key.Key_Period}:
            self.toggle_black()
        elif key == Qt.Key.Key_F:
            self.toggle_full_screen()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _laid_out(self) -> list[Slide]:
        if not self._slides:
            self._slides = self._view.slides(self._showing(), self._picture())
        return self._slides

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
        )

    def _refresh(self) -> None:
        self._slides = []
        self._announce()

    def _announce(self) -> None:
        self.setAccessibleName(_("Projector: {view}").format(view=self._view.label()))
        self.update()
        self.shown.emit()

    def _second_screen(self) -> QScreen | None:
        first = QGuiApplication.primaryScreen()
        return next((screen for screen in QGuiApplication.screens() if screen is not first), None)

    def _stand_on(self, screen: QScreen | None) -> None:
        if screen is None:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.resize(*_WINDOW)
        else:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.setWindowState(Qt.WindowState.WindowFullScreen)

    def _lose_screen(self, _screen: QScreen) -> None:
        """Come back as a window when the projector is unplugged."""
        if self._second_screen() is None:
            self._stand_on(None)
