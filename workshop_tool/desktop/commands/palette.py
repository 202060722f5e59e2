"""The command palette (Ctrl+K): type a few letters of anything, Enter goes there."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workshop_tool.desktop.commands.window import Command
from workshop_tool.desktop.dress.theme import colours, icon, zoomed
from workshop_tool.desktop.pages.picking import SearchLine
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.finding import Findable, findables, found, warm_up

WIDTH: Final = 80 * GRID
MOST_SHOWN: Final = 12
ROW: Final = 4 * GRID + 4
_ICON_SIDE: Final = 20
COMMAND: Final = "commands"
PAGE_OF: Final = {
    "programme": "prepare",
    "questions": "prepare",
    "participants": "prepare",
    "trends": "trends",
    "areas": "problem-areas",
    "groups": "groups",
    "posters": "posters",
    "minutes": "run",
}
"""Which page shows the things of a table."""
_THING, _KIND, _ICON = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class CommandPalette(QDialog):
    """A line and what it finds, over the upper part of the window."""

    def __init__(
        self,
        workshop: Workshop,
        commands: Sequence[Command],
        go: Callable[[str, str, str], object],
        parent: QWidget,
    ) -> None:
        """Make a palette for one moment of a workshop.

        Args:
            workshop: What is searched.
            commands: What can be done besides; shown first while nothing is typed.
            go: Called with the page, the table and the id of what was chosen.
            parent: The window.
        """
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(_("Search everything"))
        self._go, self._window = go, parent
        self._commands = tuple(commands)
        told = [Findable(command.words, COMMAND, str(at)) for at, command in enumerate(self._commands)]
        self._commands_told = told
        self._things = (*told, *findables(workshop))
        threading.Thread(target=warm_up, args=(self._things,), name="workshop-folding", daemon=True).start()
        self._poster_of = {minute.id: minute.poster for minute in workshop.plan.minutes}
        self._list = QListWidget()
        self._list.setObjectName("palette_list")
        self._list.setAccessibleName(_("What was found"))
        self._list.setItemDelegate(_RowDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._line = SearchLine("palette_line", _("Search everything, or type what you want to do"), self._list)
        self._nothing = Label(_("Nothing here is called that."), "secondary", name="palette_nothing")
        self._nothing.setContentsMargins(GRID, GRID, GRID, GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._line.textChanged.connect(self.search)
        self._line.returnPressed.connect(self._take)
        self._list.itemClicked.connect(lambda _item: self._take())
        self.resize(
            min(zoomed(WIDTH), parent.width() - 8 * GRID),
            min(MOST_SHOWN * zoomed(ROW) + 9 * GRID, parent.height() - 16 * GRID),
        )
        self.search("")
        self._line.setFocus()

    def search(self, sought: str) -> None:
        """Show what fits; while nothing is typed, what can be done."""
        hits = found(self._things, sought) if sought.strip() else self._commands_told
        self._list.clear()
        for thing in hits:
            item = QListWidgetItem(_called(thing))
            item.setToolTip(item.text())
            item.setData(_THING, thing)
            item.setData(_KIND, self._kind(thing))
            item.setData(_ICON, self._icon(thing))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._nothing.setVisible(not hits)

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        act = self._does(item.data(_THING))
        self.accept()
        # Behind the click: a dialog that comes up in the middle of it would outlive the list that was clicked.
        QTimer.singleShot(0, self._window, act)

    def _does(self, thing: Findable) -> Callable[[], object]:
        """Return what choosing something does."""
        if thing.table == COMMAND:
            return self._commands[int(thing.id)].run
        if thing.table == "minutes" and (poster := self._poster_of.get(thing.id)):
            return partial(self._go, "posters", "posters", poster)
        return partial(self._go, PAGE_OF[thing.table], thing.table, thing.id)

    def _kind(self, thing: Findable) -> str:
        if thing.table == COMMAND:
            keys = self._commands[int(thing.id)].keys
            return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        return _kinds()[thing.table]

    def _icon(self, thing: Findable) -> str:
        return self._commands[int(thing.id)].icon if thing.table == COMMAND else PAGE_OF[thing.table]


def show_palette(
    workshop: Workshop, commands: Sequence[Command], go: Callable[[str, str, str], object], parent: QWidget
) -> CommandPalette:
    """Open a palette over a window; what is chosen is done once it has gone."""
    palette = CommandPalette(workshop, commands, go, parent)
    palette.finished.connect(palette.deleteLater)
    at = parent.mapToGlobal(parent.rect().topLeft())
    palette.move(at.x() + (parent.width() - palette.width()) // 2, at.y() + 8 * GRID)
    palette.open()
    return palette


class _RowDelegate(QStyledItemDelegate):
    """Draws icon, name and kind on one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons: dict[tuple[str, str, int], QPixmap] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for one row."""
        return QSize(zoomed(WIDTH) // 2, zoomed(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row; the name gives way to the kind."""
        palette = colours()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent_soft))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        side = zoomed(_ICON_SIDE)
        if name := index.data(_ICON):
            at = rect.topLeft() + QRect(GRID, (rect.height() - side) // 2, side, side).topLeft()
            painter.drawPixmap(at, self._tinted(name, palette.ink_2, side))
        words = rect.adjusted(GRID + side + GRID + 2, 0, -GRID - 4, 0)
        kind = str(index.data(_KIND))
        painter.setPen(QColor(palette.ink_2))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        metrics = painter.fontMetrics()
        words.setRight(words.right() - metrics.horizontalAdvance(kind) - 2 * GRID)
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(QColor(palette.ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _tinted(self, name: str, colour: str, side: int) -> QPixmap:
        if (name, colour, side) not in self._icons:
            self._icons[name, colour, side] = icon(name, colour, side).pixmap(side, side)
        return self._icons[name, colour, side]


def _called(thing: Findable) -> str:
    name = " ".join(thing.name.split())
    return f"{thing.number}  {name}" if thing.number is not None else name


def _kinds() -> dict[str, str]:
    return {
        "programme": _("Programme"),
        "questions": _("Question"),
        "participants": _("Participant"),
        "trends": _("Trend"),
        "areas": _("Problem area"),
        "groups": _("Group"),
        "posters": _("Poster"),
        "minutes": _("Minutes"),
    }
