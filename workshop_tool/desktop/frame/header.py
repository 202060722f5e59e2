"""The bar at the top: what is open, whether it is saved, undo and redo, light and dark, Present."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import is_dark, set_icon
from workshop_tool.desktop.widgets.buttons import IconButton, PlainButton, PrimaryButton
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

HEIGHT = 7 * GRID


class Header(QFrame):
    """Shows and asks; the window decides."""

    home = Signal()
    undo = Signal()
    redo = Signal()
    look_toggled = Signal()
    present = Signal()
    menu = Signal()
    search = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel("strong", name="workshop_title")
        self._state = Label("", "small", name="save_state")
        self._undo = PlainButton(_("Undo"), "undo", self.undo.emit, icon="undo")
        self._redo = PlainButton(_("Redo"), "redo", self.redo.emit, icon="redo")
        self._look = IconButton("moon", _("Dark"), "look", self.look_toggled.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, 2 * GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(IconButton("back", _("All workshops"), "home", self.home.emit))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._state)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.menu_button = IconButton("more", _("Workshop menu (F10)"), "workshop_menu_button", self.menu.emit)
        self._search = IconButton("search", _("Search everything (Ctrl+K)"), "search", self.search.emit)
        for button in (self._search, self._undo, self._redo, self._look, self.menu_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the field that is being typed in alone
            row.addWidget(button)
        row.addSpacing(GRID)
        tip = _("Show the projector's picture (F5)")
        row.addWidget(PrimaryButton(_("Present"), "present", self.present.emit, icon="present", tip=tip))
        self.show_look()

    def show_title(self, title: str) -> None:
        """Show the workshop's title."""
        self._title.setText(title)

    def show_state(self, words: str, *, saved: bool) -> None:
        """Show that all is saved, or what is wrong."""
        self._state.setText(words)
        self._state.setToolTip("" if saved else words)
        self._state.setProperty("role", "small" if saved else "attention")
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)

    def show_steps(self, undoable: str | None, redoable: str | None) -> None:
        """Say in the tooltips what undo and redo would do; without anything to do they rest."""
        for button, label, nothing, step in (
            (self._undo, undoable, _("Nothing to undo"), _("Undo: {label} (Ctrl+Z)")),
            (self._redo, redoable, _("Nothing to redo"), _("Redo: {label} (Ctrl+Shift+Z)")),
        ):
            button.setEnabled(label is not None)
            button.setToolTip(nothing if label is None else step.format(label=label))

    def show_look(self) -> None:
        """Offer the look that is not worn."""
        says = _("Light look") if is_dark() else _("Dark look")
        set_icon(self._look, "sun" if is_dark() else "moon")
        self._look.setToolTip(says)
        self._look.setAccessibleName(says)
