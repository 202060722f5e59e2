"""The workshop's menu: what is done with the file as a whole."""

from functools import partial

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workshop_tool.language import ENGLISH, LANGUAGES, _, spoken


class LanguageMenu(QMenu):
    """The languages of the screen, each under its own name; the one in use is ticked."""

    def __init__(self, parent: QWidget, chosen: SignalInstance) -> None:
        # Who cannot read the language in use finds the word all the same.
        word = _("Language")
        super().__init__(word if spoken() == ENGLISH else f"{word} (Language)", parent)
        self.setObjectName("language_menu")
        self.setAccessibleName(word)
        group = QActionGroup(self)
        for code, name in LANGUAGES.items():
            action = group.addAction(QAction(name, self))
            action.setObjectName(f"language_{code}")
            action.setCheckable(True)
            action.setChecked(code == spoken())
            action.triggered.connect(partial(_emit, chosen, code))
            self.addAction(action)


class WorkshopMenu(QMenu):
    """Signals what was chosen; Open and Save a copy have keys that work without the menu too."""

    open_wanted = Signal()
    copy_wanted = Signal()
    template_wanted = Signal()
    restore_wanted = Signal()
    forget_wanted = Signal()
    since_wanted = Signal()
    phone_wanted = Signal()
    keys_wanted = Signal()
    about_wanted = Signal()
    home_wanted = Signal()
    language_wanted = Signal(str)
    """Code of the language that windows opened from now on shall speak."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Workshop"), parent)
        self.setObjectName("workshop_menu")
        self.setAccessibleName(_("Workshop"))
        self._add(_("Open…"), "menu_open", self.open_wanted, "Ctrl+O")
        self._add(_("Save a copy…"), "menu_copy", self.copy_wanted, "Ctrl+Shift+S")
        self._add(_("Save as a template…"), "menu_template", self.template_wanted)
        self._restore = self._add(_("Go back to an earlier state…"), "menu_restore", self.restore_wanted)
        self.addSeparator()
        self._forget = self._add(_("Forget names…"), "menu_forget", self.forget_wanted)
        self.addSeparator()
        self._add(_("Before and after…"), "menu_since", self.since_wanted)
        self._add(_("See what phones see"), "menu_phone", self.phone_wanted)
        self._add(_("Keys…"), "menu_keys", self.keys_wanted)
        self._add(_("About…"), "menu_about", self.about_wanted)
        self.addSeparator()
        self.languages = LanguageMenu(self, self.language_wanted)
        self.addMenu(self.languages)
        self._add(_("All workshops"), "menu_home", self.home_wanted)

    def show_below(self, widget: QWidget, *, for_reading: bool) -> None:
        """Open it under a button; what would change the file rests while it is only read."""
        self._restore.setEnabled(not for_reading)
        self._forget.setEnabled(not for_reading)
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))

    def _add(self, text: str, name: str, chosen: SignalInstance, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(chosen)
        if keys:
            action.setShortcut(QKeySequence(keys))
            window = self.parentWidget()
            if window is not None:
                window.addAction(action)
        self.addAction(action)
        return action


def _emit(chosen: SignalInstance, code: str, _is_on: bool = False) -> None:
    chosen.emit(code)
