"""The projector as the window's business: opened when it is first wanted, with a panel beside the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.desktop.projector.window import ProjectorWindow


class Presenting(QObject):
    """Opens the projector's window and brings it back; ``place`` lays the panel that is made with it over the page."""

    def __init__(self, bridge: Bridge, place: Callable[[QWidget], object], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._place = place
        self._projector: ProjectorWindow | None = None
        self._panel: QWidget | None = None

    def present(self, *, panel: bool = True) -> None:
        """Open the projector's window, and beside the page the panel that says what it shows, where that is wanted."""
        self.opened_projector().show()
        if self._panel is not None and panel:
            self._panel.show()
            self._panel.raise_()

    def show_to_room(self, view: str, item: str) -> None:
        """Show one view on the projector, which is opened where it is not yet; a panel that was closed stays so."""
        is_first = self._projector is None
        projector = self.opened_projector()
        projector.show_view(view, item)
        projector.show()
        if is_first:
            self.present()

    def opened_projector(self) -> "ProjectorWindow":
        """Return the projector's window, made when it is first wanted."""
        if self._projector is None:
            self._projector = self._bridge.running.projector
            standing, window = self._projector.standing, self.parent()
            if isinstance(window, QWidget):
                self._bridge.running.window_wanted.connect(window.activateWindow)
                standing.own_screen = window.screen
                standing.choose(standing.wanted)
            self._panel = _panel(self._projector)
            self._panel.hide()
            self._place(self._panel)
        return self._projector

    def put_panel_away(self) -> None:
        """Hide the panel: the page that comes up says what the room sees by itself."""
        if self._panel is not None:
            self._panel.hide()

    def close(self) -> None:
        """Take the projector's window away."""
        if self._projector is not None:
            self._projector.close()


def _panel(projector: "ProjectorWindow") -> QWidget:
    """Return the choice of views; it is closed and brought back with Present."""
    from workshop_tool.desktop.projector.control import ProjectorControl  # noqa: PLC0415 - as above

    panel = Sheet("projector_panel", margin=2 * GRID)
    panel.setProperty("floating", True)
    head = QHBoxLayout()
    head.addWidget(Label(_("On the projector"), "caption"), 1)
    head.addWidget(IconButton("close", _("Close this panel"), "projector_panel_close", panel.hide))
    panel.body.addLayout(head)
    panel.body.addWidget(ProjectorControl(projector))
    return panel
