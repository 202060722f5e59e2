"""A list of the plan as a table with a line to add to it, buttons to move and remove, and what to do while empty."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.add_line import AddLine
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Changes, Column
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.domain.fact import Item
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.lists import move_item, remove_item, revise_item


@dataclass(frozen=True)
class ListWords:
    """What the edits of one list are called in Undo."""

    add: str
    edit: str
    move: str
    remove: str
    removed: str
    """Said in the message bar, beside Undo."""


class ItemEditor(QWidget):
    """Edits one list; ``make`` turns an added line into an edit of the plan."""

    def __init__(
        self,
        bridge: Bridge,
        table: str,
        says: str,
        columns: Sequence[Column],
        words: ListWords,
        *,
        add_hint: str,
        make: Callable[[Plan, str], Plan],
        empty: EmptyState,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{table}_editor")
        self._bridge, self._table, self._words, self._make = bridge, table, words, make
        self.items = ItemTable(f"{table}_table", says, columns)
        self.items.edited.connect(self._revise)
        self.items.removed.connect(self._remove)
        self.items.moved.connect(self._move)
        self._add_line = AddLine(f"{table}_add", add_hint)
        self._add_line.added.connect(lambda line: bridge.edit(words.add, lambda plan: make(plan, line)))
        self._stack = QStackedWidget()
        self._stack.setObjectName(f"{table}_stack")
        self._stack.addWidget(empty)
        self._stack.addWidget(self.items)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())

    def show_items(self, items: Iterable[Item]) -> None:
        """Show the list."""
        listed = tuple(items)
        self.items.show_items(listed)
        self._stack.setCurrentIndex(1 if listed else 0)
        for button in self._row_buttons:
            button.setVisible(bool(listed))

    def _foot(self) -> QHBoxLayout:
        table, items = self._table, self.items
        self._row_buttons = (
            IconButton("chevron-up", _("Move up (Alt+Up)"), f"{table}_up", partial(items.move_current, -1)),
            IconButton("chevron-down", _("Move down (Alt+Down)"), f"{table}_down", partial(items.move_current, 1)),
            IconButton("delete", _("Remove (Delete)"), f"{table}_remove", items.remove_selected),
        )
        foot = QHBoxLayout()
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._add_line, 1)
        foot.addSpacing(GRID)
        for button in self._row_buttons:
            foot.addWidget(button)
        return foot

    def _revise(self, item_id: str, changes: Changes) -> None:
        self._bridge.edit(self._words.edit, lambda plan: revise_item(plan, self._table, item_id, **changes))

    def _move(self, item_id: str, row: int) -> None:
        self._bridge.edit(self._words.move, partial(move_item, table=self._table, item_id=item_id, index=row))

    def _remove(self, item_ids: tuple[str, ...]) -> None:
        def change(plan: Plan) -> Plan:
            for item_id in item_ids:
                plan = remove_item(plan, self._table, item_id)
            return plan

        said = self._words.removed.format(count=len(item_ids))
        self._bridge.edit(self._words.remove, change, then=lambda: self._bridge.undo_offered.emit(said))
