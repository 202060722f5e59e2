"""Choosing one thing out of a long list: type a number or a word, Enter takes it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_SIZE = (72 * GRID, 60 * GRID)
_TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchLine(QLineEdit):
    """A line to search a list with: the arrow keys move in the list while one types."""

    def __init__(self, name: str, says: str, watched: QObject | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setPlaceholderText(says)
        self.setClearButtonEnabled(True)
        self._list = watched

    def event(self, event: QEvent) -> bool:
        """Hand the keys that move in a list over to it."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST
        if pressed and self._list is not None:
            QApplication.sendEvent(self._list, event)
            return True
        return super().event(event)


def matches(sought: str, text: str) -> bool:
    """Tell whether every word that is sought stands somewhere in a text, in capitals or not."""
    there = text.casefold()
    return all(word in there for word in sought.casefold().split())


class PickDialog(Dialog):
    """Lists what there is as (id, text)."""

    def __init__(
        self, title: str, hint: str, choices: Iterable[tuple[str, str]], yes: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("pick", title, parent)
        self.resize(*_SIZE)
        self._items = QListWidget()
        self._items.setObjectName("pick_list")
        self._items.setAccessibleName(title)
        self._items.setWordWrap(True)
        self._items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._find = SearchLine("pick_find", _("Find by number or word"), self._items)
        for item_id, text in choices:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, item_id)
            item.setToolTip(text)
            self._items.addItem(item)
        if hint:
            self.body.addWidget(Label(hint, "secondary", name="pick_hint", wraps=True))
        self.body.addWidget(self._find)
        self.body.addWidget(self._items, 1)
        self._yes = self.add_buttons(yes, _("Cancel"))
        self._find.textChanged.connect(self._narrow)
        self._items.itemActivated.connect(lambda _item: self.accept())
        self._items.currentItemChanged.connect(lambda *_rows: self._yes.setEnabled(bool(self.picked)))
        self._narrow("")
        self._find.setFocus()

    @property
    def picked(self) -> str:
        """The id that is chosen; "" for none."""
        item = self._items.currentItem()
        return "" if item is None or item.isHidden() else str(item.data(Qt.ItemDataRole.UserRole))

    def _narrow(self, sought: str) -> None:
        first: QListWidgetItem | None = None
        for row in range(self._items.count()):
            item = self._items.item(row)
            item.setHidden(not matches(sought, item.text()))
            first = first or (None if item.isHidden() else item)
        if not self.picked:
            self._items.setCurrentItem(first)  # type: ignore[arg-type]
        self._yes.setEnabled(bool(self.picked))


def pick(title: str, hint: str, choices: Iterable[tuple[str, str]], yes: str, parent: QWidget) -> str:
    """Let one be chosen and return its id; "" where it was left."""
    dialog = PickDialog(title, hint, choices, yes, parent)
    picked = dialog.picked if dialog.exec() == QDialog.DialogCode.Accepted else ""
    dialog.deleteLater()
    return picked
