"""Where the projector's window stands: it follows screens that come and go, and what the facilitator chose."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.projector.screens import (
    SECOND,
    Place,
    ScreenFact,
    facts_of,
    place_for,
    screen_called,
    screen_name,
    swapped,
)
from workshop_tool.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

_WINDOW: Final = (960, 540)


class Standing(QObject):
    """Moves one window. ``noted`` is heard when a screen that was in use goes, and when it is back."""

    noted = Signal(str)
    moved = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.own_screen: Callable[[], QScreen | None] = QGuiApplication.primaryScreen
        """The screen that the facilitator's window is on."""
        self.wanted = SECOND
        self.place = Place(None, "window")
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._look)
            app.screenRemoved.connect(self._look)
        self._stand(place_for(self.screens, self._own_name(), self.wanted))

    @property
    def screens(self) -> tuple[ScreenFact, ...]:
        """What is plugged in now."""
        return facts_of(QGuiApplication.screens())

    def choose(self, wanted: str) -> None:
        """Stand on a screen by name, in a window (IN_A_WINDOW), or on whichever is the second (SECOND)."""
        self.wanted = wanted
        self.follow(self.screens, self._own_name())

    def swap(self, own_window: QWidget) -> None:
        """Let the facilitator's window and the picture change places; with a single screen nothing happens."""
        places = swapped(self.screens, self._own_name(), self.place.screen)
        if places is None:
            return
        ours, picture = places
        screen = screen_called(ours)
        if screen is not None:
            is_wide = own_window.isMaximized()
            own_window.showNormal()
            own_window.setScreen(screen)
            own_window.move(screen.availableGeometry().topLeft())
            if is_wide:
                own_window.showMaximized()
        self.choose(picture)

    def follow(self, screens: tuple[ScreenFact, ...], own: str) -> None:
        """Go where the picture belongs with these screens; say so where that was not the facilitator's doing."""
        before, wanted = self.place, self.wanted
        if wanted == SECOND and before.screen is not None and before.screen != own:
            wanted = before.screen  # the one that the room looks at, not whichever is the second now
        after = place_for(screens, own, wanted)
        if after == before:
            return
        if after.standing == "fallen back":
            self.wanted = wanted
            self.noted.emit(_("The projector's screen is gone. Its picture is in a window until the screen is back."))
        elif before.standing == "fallen back" and after.screen is not None:
            self.noted.emit(_("The projector's screen is back, and so is its picture."))
        self._stand(after)

    def _own_name(self) -> str:
        screens = QGuiApplication.screens()
        own = self.own_screen()
        return screen_name(own, screens) if own in screens and own is not None else ""

    def _look(self, _screen: QScreen) -> None:
        self.follow(self.screens, self._own_name())

    def _stand(self, place: Place) -> None:
        self.place = place
        window, screen = self._window, screen_called(place.screen) if place.screen else None
        if screen is None:
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.resize(*_WINDOW)
            if (own := self.own_screen()) is not None and place.standing == "fallen back":
                window.move(own.availableGeometry().center() - window.rect().center())
        else:
            window.setWindowState(Qt.WindowState.WindowNoState)  # a full window does not change its screen
            window.setScreen(screen)
            window.setGeometry(screen.geometry())
            window.setWindowState(Qt.WindowState.WindowFullScreen)
        self.moved.emit()
