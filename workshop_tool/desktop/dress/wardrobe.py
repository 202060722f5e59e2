"""What the app wears: light or dark, as the system or the facilitator wants it, and how large its text is."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.files.memory import Memory
from workshop_tool.language import _


class Wardrobe(QObject):
    """Dresses the app as it was last time, and remembers what is changed."""

    changed = Signal()
    zoomed = Signal(str)
    """How large text is now, in words."""

    def __init__(self, app: QApplication, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._memory = memory
        theme.wear(app, dark=self._wants_dark(), zoom=self._wanted_zoom())
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @Slot()
    def toggle_look(self) -> None:
        """Change between light and dark, and keep to it."""
        dark = not theme.is_dark()
        self._memory.remember_look(dark=dark)
        self._wear(dark=dark)

    @Slot(int)
    def zoom(self, by: int) -> None:
        """Make text a step larger (1) or smaller (-1); 0 goes back to the usual size."""
        at = theme.ZOOMS.index(self._wanted_zoom())
        to = theme.ZOOMS[max(0, min(at + by, len(theme.ZOOMS) - 1))] if by else 1.0
        self._memory.remember_zoom(to)
        theme.wear(self._app, dark=theme.is_dark(), zoom=to)
        self.changed.emit()
        self.zoomed.emit(_("Text is at {percent} %.").format(percent=round(to * 100)))

    def _wants_dark(self) -> bool:
        dark = self._memory.remembered.dark
        return theme.system_is_dark() if dark is None else dark

    def _wanted_zoom(self) -> float:
        """Return the remembered size of text, or the usual one where there is no such size."""
        zoom = self._memory.remembered.zoom
        return zoom if zoom in theme.ZOOMS else 1.0

    @Slot()
    def _follow_system(self) -> None:
        self._wear(dark=self._wants_dark())

    def _wear(self, *, dark: bool) -> None:
        if dark != theme.is_dark():
            theme.wear(self._app, dark=dark)
            self.changed.emit()
