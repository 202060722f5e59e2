"""The members of one group as chips that can be dragged to another, or moved there by keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workshop_tool.desktop.dress.theme import colours, font, icon, zoomed
from workshop_tool.domain.people import Participant
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID, RADIUS_BUTTON, Type

MIME: Final = "application/x-workshop-participants"
_ID: Final = Qt.ItemDataRole.UserRole
_SECTOR: Final = Qt.ItemDataRole.UserRole + 1
_HELD: Final = Qt.ItemDataRole.UserRole + 2
_CHIP_HEIGHT: Final = 4 * GRID + 4
_ROOM: Final = 3
"""Chips' worth of room in a group that is still empty, to drop people on."""
_LOCK: Final = 16


class MemberList(QListWidget):
    """Shows members and asks for moves: by dropping, or with Alt and the arrow keys."""

    dropped = Signal(object)
    """tuple[str, ...]: participants that were dropped here."""
    stepped = Signal(object, int)
    """tuple[str, ...] and -1 or 1: participants that shall go to the column before or behind."""

    def __init__(self, name: str, says: str, *, fits: bool) -> None:
        """Make a list; one that ``fits`` is as tall as its members, another one scrolls."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._fits = fits
        self._shown: tuple[str, list[Participant]] | None = None
        self.setItemDelegate(_Chips(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected members."""
        return tuple(str(item.data(_ID)) for item in self.selectedItems())

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of all members, in order."""
        return tuple(str(self.item(row).data(_ID)) for row in range(self.count()))

    def show_members(self, people: Sequence[Participant], part: str) -> None:
        """Show who is in the group; whoever was selected and still is here stays selected."""
        if self._shown == (part, list(people)):
            return
        self._shown = part, list(people)
        chosen = set(self.chosen)
        self.clear()
        for person in people:
            item = QListWidgetItem(person.name)
            item.setData(_ID, person.id)
            item.setData(_SECTOR, person.sector)
            held = _("kept in place") if part in person.held else ""
            item.setData(_HELD, bool(held))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, " · ".join(filter(None, (person.name, person.sector, held)))
            )
            item.setToolTip(" · ".join(filter(None, (person.name, person.organisation, person.sector, held))))
            self.addItem(item)
            item.setSelected(person.id in chosen)
        self.fit_to_text()

    def fit_to_text(self) -> None:
        """Be as high as the members need at the size of text there is now."""
        if self._fits:
            people = self._shown[1] if self._shown else []
            self.setFixedHeight(max(len(people), _ROOM) * zoomed(_CHIP_HEIGHT) + 2 * self.frameWidth() + GRID // 2)

    def choose(self, ids: Sequence[str]) -> None:
        """Select these members and take the keyboard, so that a move can go on."""
        for row in range(self.count()):
            item = self.item(row)
            item.setSelected(str(item.data(_ID)) in ids)
            if item.isSelected():
                self.setCurrentRow(row, self.selectionModel().SelectionFlag.NoUpdate)
        self.setFocus()

    def mimeTypes(self) -> list[str]:
        """Name what can be dropped here."""
        return [MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Carry the ids of what is dragged."""
        data = QMimeData()
        data.setData(MIME, "\n".join(str(item.data(_ID)) for item in items).encode())
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take participants only."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take participants anywhere in the column."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the list itself follows the workshop."""
        if event.mimeData().hasFormat(MIME) and event.source() is not self:
            # a copy as far as Qt knows, so that it takes nothing out of the list dragged from
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(tuple(bytes(event.mimeData().data(MIME).data()).decode().split("\n")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the selected members to the next column."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step and self.chosen:
            self.stepped.emit(self.chosen, step)
            return
        super().keyPressEvent(event)


class _Chips(QStyledItemDelegate):
    """Draws a member as a chip: the name, and the sector in quiet letters at its right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), zoomed(_CHIP_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        palette = colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = option.rect.adjusted(1, 2, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent if focused else palette.line), 2 if focused else 1))
        painter.setBrush(QColor(palette.accent_soft if chosen else palette.sheet))
        painter.drawRoundedRect(box, RADIUS_BUTTON, RADIUS_BUTTON)
        inner = box.adjusted(GRID + 2, 0, -GRID - 2, 0)
        if index.data(_HELD):
            icon("lock", palette.ink_2, _LOCK).paint(
                painter, QRect(inner.right() - _LOCK, inner.center().y() - _LOCK // 2, _LOCK, _LOCK)
            )
            inner.adjust(0, 0, -_LOCK - GRID // 2, 0)
        _write(painter, inner, str(index.data(_SECTOR)), palette.ink_2, Type.small.size, right=True)
        taken = painter.fontMetrics().horizontalAdvance(str(index.data(_SECTOR))) if index.data(_SECTOR) else 0
        taken = min(taken + GRID, inner.width() // 2) if taken else 0
        name = inner.adjusted(0, 0, -taken, 0)
        _write(painter, name, str(index.data(Qt.ItemDataRole.DisplayRole)), palette.ink, Type.text.size, right=False)
        painter.restore()


def _write(painter: QPainter, box: QRect, text: str, colour: str, size: int, *, right: bool) -> None:
    """Write one line, cut with an ellipsis where the room ends; what stands at the right takes half of it at most."""
    painter.setFont(font(size))
    painter.setPen(QColor(colour))
    room = box.width() // 2 if right else box.width()
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
