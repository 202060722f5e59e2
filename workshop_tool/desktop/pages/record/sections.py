"""The sections of the record as a list: switched by a box, moved by dragging or Alt and an arrow, chosen by a click."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from workshop_tool.desktop.dress.theme import colours, zoomed
from workshop_tool.domain.record_choices import SectionChoice
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.record.sections import SECTIONS

_KEY: Final = Qt.ItemDataRole.UserRole
_BESIDE: Final = Qt.ItemDataRole.UserRole + 1
_ROW: Final = 3 * GRID + GRID // 2


class SectionList(QListWidget):
    """Shows the sections in the order of the record, and asks for changes."""

    switched = Signal(str, bool)
    """Key of a section, and whether it shall be in the record."""
    moved = Signal(str, int)
    """Key of a section, and its new place, from 0."""
    chosen = Signal(str)
    """Key of the section that became current."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("record_sections")
        self.setAccessibleName(_("Sections of the record"))
        self.setAccessibleDescription(_("Space switches a section on or off, Alt and an arrow move it."))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Line(self))
        self._fit()
        self._showing = False
        self.itemChanged.connect(self._tell_switched)
        self.currentItemChanged.connect(self._tell_chosen)
        self.model().rowsMoved.connect(self._tell_moved)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the order shown."""
        return tuple(str(self.item(row).data(_KEY)) for row in range(self.count()))

    @property
    def current_key(self) -> str:
        """The key of the current section; empty where none is."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def show_sections(self, choices: tuple[SectionChoice, ...], places: Mapping[str, int] | None) -> None:
        """Show the sections, with the page where each begins once the record was drawn."""
        names = {section.key: section.label() for section in SECTIONS}
        current = self.current_key or choices[0].key
        self._showing = True
        if self.keys != tuple(choice.key for choice in choices):
            self.clear()
            for choice in choices:
                self.addItem(_item(names[choice.key], choice.key))
        for row, choice in enumerate(choices):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if choice.shown else Qt.CheckState.Unchecked)
            item.setData(_BESIDE, _beside(choice, places))
            if choice.key == current:
                self.setCurrentRow(row)
        self._showing = False

    def choose(self, key: str) -> None:
        """Make a section current."""
        if key in self.keys:
            self.setCurrentRow(self.keys.index(key))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(len(SECTIONS) * zoomed(_ROW) + GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current section by Alt and an arrow."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif 0 <= self.currentRow() + step < self.count():
            self.moved.emit(self.current_key, self.currentRow() + step)

    def _tell_switched(self, item: QListWidgetItem) -> None:
        if not self._showing:
            self.switched.emit(str(item.data(_KEY)), item.checkState() == Qt.CheckState.Checked)

    def _tell_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._showing:
            self.chosen.emit(str(item.data(_KEY)))

    def _tell_moved(self, _parent: QModelIndex, first: int, _last: int, _to: QModelIndex, before: int) -> None:
        index = before - 1 if before > first else before
        if not self._showing:
            self.moved.emit(str(self.item(index).data(_KEY)), index)


def _item(name: str, key: str) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(_KEY, key)
    flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
    item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _beside(choice: SectionChoice, places: Mapping[str, int] | None) -> str:
    """Return the page, or why there is none."""
    if not choice.shown:
        return _("left out")
    if places is None:
        return ""
    page = places.get(choice.key)
    return _("page {n}").format(n=page) if page else _("nothing to say yet")


class _Line(QStyledItemDelegate):
    """A line with the page at its right end."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(colours().ink_3))
        rect = option.rect.adjusted(0, 0, -GRID, 0)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, flags, str(index.data(_BESIDE) or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), zoomed(_ROW))
