"""The room's picture on the Run page: live and small, black, freeze, another view, and which screen it stands on."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from workshop_tool.desktop.dress.measures import NO_LIMIT
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.identify import identify_screens
from workshop_tool.desktop.projector.miniature import Miniature
from workshop_tool.desktop.projector.screens import IN_A_WINDOW
from workshop_tool.desktop.running import Running
from workshop_tool.desktop.widgets.buttons import IconButton, QuietButton
from workshop_tool.desktop.widgets.key_button import KeyButton
from workshop_tool.desktop.widgets.sheet import Label, Pill, Sheet
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_LOW: Final = 16 * GRID


class ProjectorSheet(Sheet):
    """Shows what the room sees, and chooses what it shall see."""

    def __init__(self, running: Running) -> None:
        super().__init__("run_projector", margin=2 * GRID)
        self._projector = projector = running.projector
        self._state = Pill("", "attention", name="run_projector_state")
        self._behind = Label("", "small", name="run_projector_behind", wraps=True)
        self._black = KeyButton(_("Black"), "B", "run_black", projector.toggle_black)
        self._freeze = KeyButton(_("Freeze"), "F", "run_freeze", projector.toggle_freeze)
        for button in (self._black, self._freeze):
            button.setCheckable(True)
        self._other = QuietButton(_("View…"), "run_view", self._choose_view)
        self._other.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._screen = IconButton("projector", _("Screens"), "run_screens", self._choose_screen)
        self._screen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.addWidget(Label(_("On the projector"), "caption", name="run_projector_title", wraps=True), 1)
        head.addWidget(self._state)
        head.addWidget(self._screen)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._black)
        row.addWidget(self._freeze)
        row.addStretch(1)
        shown = QHBoxLayout()
        shown.addWidget(self._behind, 1)
        shown.addWidget(self._other)
        self.body.addLayout(head)
        self._miniature = Miniature(projector)
        self.body.addWidget(self._miniature)
        self.body.addLayout(shown)
        self.body.addLayout(row)

    def show_state(self) -> None:
        """Say whether the room sees this picture, and what waits behind one that is kept."""
        projector = self._projector
        self._black.setChecked(projector.view.key == "black")
        self._freeze.setChecked(projector.is_frozen)
        state = _("frozen") if projector.is_frozen else "" if projector.isVisible() else _("not shown yet")
        self._state.setText(state)
        self._state.setVisible(bool(state))
        page = _("page {n} of {pages}").format(n=projector.page + 1, pages=projector.pages)
        said = f"{projector.view.label()} · {page}" if projector.pages > 1 else projector.view.label()
        self._behind.setText(_("Behind it: {view}").format(view=said) if projector.is_frozen else said)

    def make_room(self, *, wanted: bool) -> None:
        """Leave some height to what stands below, or take it back."""
        self._miniature.setMaximumHeight(_LOW if wanted else NO_LIMIT)

    def _choose_view(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("run_view_menu")
        for view in VIEWS:
            action = menu.addAction(view.label(), partial(self._projector.show_view, view.key))
            action.setObjectName(f"run_show_{view.key}")
            action.setCheckable(True)
            action.setChecked(view is self._projector.view)
        _open(menu, self._other)

    def _choose_screen(self) -> None:
        _open(self.screen_menu(), self._screen)

    def screen_menu(self) -> QMenu:
        """Return the choice of screens as they are plugged in now."""
        menu = QMenu(self)
        menu.setObjectName("run_screen_menu")
        standing = self._projector.standing
        for screen in standing.screens:
            action = menu.addAction(screen.said, partial(standing.choose, screen.name))
            action.setCheckable(True)
            action.setChecked(standing.place.screen == screen.name)
        window = menu.addAction(_("In a window"), partial(standing.choose, IN_A_WINDOW))
        window.setCheckable(True)
        window.setChecked(standing.place.screen is None)
        menu.addSeparator()
        dim = menu.addAction(_("Dark picture, for a dim room"))
        dim.setObjectName("run_dim")
        dim.setCheckable(True)
        dim.setChecked(self._projector.dark)
        dim.toggled.connect(lambda on: self._projector.wear(dark=on))
        menu.addSeparator()
        several = len(standing.screens) > 1
        menu.addAction(_("Swap screens"), lambda: standing.swap(self.window())).setEnabled(several)
        menu.addAction(_("Show a number on each screen"), lambda: identify_screens(self))
        return menu


def _open(menu: QMenu, button: QWidget) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
