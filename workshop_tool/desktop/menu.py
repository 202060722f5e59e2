"""The workshop's menu: what is done with the file as a whole."""

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workshop_tool.language import _


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
