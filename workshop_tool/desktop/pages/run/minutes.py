"""The minutes on the Run page: a line for what is said about the poster that is shown or the day, and the list."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.widgets.buttons import IconButton, QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.editors import TypedLine
from workshop_tool.desktop.widgets.item_model import Changes, Column
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.minutes import Minute, MinuteKind
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.lists import move_item, remove_item, revise_item
from workshop_tool.services.edits.minutes import add_minute, change_kind

KINDS: Final[tuple[MinuteKind, ...]] = ("comment", "decision", "next step")


def said_kind(kind: MinuteKind) -> str:
    """Return what a kind is called on the screen."""
    return {"comment": _("Comment"), "decision": _("Decision"), "next step": _("Next step")}[kind]


class MinutesSheet(Sheet):
    """Writes and lists; each line is one step of undo, and so is each change."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("run_minutes", margin=2 * GRID)
        self._bridge = bridge
        self._poster: str | None = None
        self._about = Choosing()
        self._about.setObjectName("run_about")
        self._about.setAccessibleName(_("What the line is about"))
        self._about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kind = Choosing()
        self._kind.setObjectName("run_kind")
        self._kind.setAccessibleName(_("Comment, decision or next step"))
        for kind in KINDS:
            self._kind.addItem(said_kind(kind), kind)
        self._kind.currentIndexChanged.connect(self._follow_kind)
        self._line = _line("run_line", _("What is said, without names"), self._add)
        self._owner = _line("run_owner", _("Who follows it up"), self._add)
        self._list = self._table()
        self._stack = QStackedWidget()
        self._stack.setObjectName("run_minutes_stack")
        empty = Label(_("Nothing written yet. Enter adds a line; it goes into the record."), "small", wraps=True)
        self._stack.addWidget(empty)
        self._stack.addWidget(self._list)
        self._remove = IconButton("delete", _("Remove the line (Delete)"), "run_remove", self._list.remove_selected)
        self._lay_out()
        self._follow_kind()

    def show_plan(self, plan: Plan, poster: str | None) -> None:
        """Show the lines, and what a new one is about while this poster (its id) is shown."""
        self._list.show_items(tuple(plan.minutes))
        self._list.resizeRowsToContents()
        self._stack.setCurrentIndex(1 if plan.minutes else 0)
        self._remove.setVisible(bool(plan.minutes))
        self._show_about(plan, poster)

    def choose(self, minute_id: str) -> None:
        """Choose one line and bring it into sight."""
        if minute_id in self._bridge.workshop.plan.minutes:
            self._list.choose(minute_id)
            self._list.setFocus()

    def flush(self) -> None:
        """Add what was typed and not added yet: leaving the page loses nothing."""
        self._add()

    def _show_about(self, plan: Plan, poster: str | None) -> None:
        wanted: list[tuple[str, str | None]] = [(_("About the day"), None)]
        if poster in plan.posters and poster is not None:
            known = plan.posters[poster]
            wanted.insert(0, (f"{plan.area_of(known).number} {plan.title_of(known)}", poster))
        here = [(self._about.itemText(at), self._about.itemData(at)) for at in range(self._about.count())]
        if here == wanted:
            return
        has_turned = self._poster != poster
        chosen = self._about.currentData()
        self._about.clear()
        for text, poster_id in wanted:
            self._about.addItem(text, poster_id)
        if not has_turned and chosen is None:
            self._about.setCurrentIndex(len(wanted) - 1)
        self._about.setEnabled(len(wanted) > 1)
        self._poster = poster

    def _add(self) -> None:
        text = clean_line(self._line.text())
        if not text:
            return
        change = partial(
            add_minute,
            text=text,
            kind=self._kind.currentData(),
            owner=clean_line(self._owner.text()),
            poster=self._about.currentData(),
        )
        self._line.setText("")
        self._owner.setText("")
        self._bridge.edit(_("Write in the minutes"), change, then=self._list.scrollToBottom)
        if self._owner.hasFocus():
            self._line.setFocus()

    def _follow_kind(self) -> None:
        """Ask who follows it up, where there is something to follow up."""
        self._owner.setVisible(self._kind.currentData() != "comment")

    def _table(self) -> ItemTable:
        table = ItemTable(
            "run_minutes_table",
            _("Minutes"),
            (
                Column("kind", _("What"), lambda m, _row: said_kind(m.kind), _typed_kind, 80, choices=_said_kinds),
                Column(
                    "text",
                    _("Said"),
                    lambda m, _row: m.text,
                    lambda text: {"text": text} if text else None,
                    mark=self._mark,
                ),
                Column("owner", _("Who"), lambda m, _row: m.owner, lambda text: {"owner": text}, 72),
            ),
            headers=False,
        )
        measure(table, least_height=6 * GRID)
        table.edited.connect(self._revise)
        table.removed.connect(self._remove_lines)
        table.moved.connect(
            lambda minute_id, row: self._bridge.edit(
                _("Move in the minutes"), partial(move_item, table="minutes", item_id=minute_id, index=row)
            )
        )
        return table

    def _mark(self, minute: Minute) -> tuple[str, str]:
        """Name the poster that a line is about by its number."""
        plan = self._bridge.workshop.plan
        poster = plan.posters.get(minute.poster)
        return (str(plan.area_of(poster).number), "accent") if poster else ("", "")

    def _revise(self, minute_id: str, changes: Changes) -> None:
        label = _("Change the minutes")
        if "kind" in changes:
            self._bridge.edit(label, partial(change_kind, minute_id=minute_id, kind=changes["kind"]))  # type: ignore[arg-type]
        else:
            self._bridge.edit(label, lambda plan: revise_item(plan, "minutes", minute_id, **changes))

    def _remove_lines(self, ids: tuple[str, ...]) -> None:
        def change(plan: Plan) -> Plan:
            for minute_id in ids:
                plan = remove_item(plan, "minutes", minute_id)
            return plan

        said = _("Removed from the minutes: {count}.").format(count=len(ids))
        self._bridge.edit(_("Remove from the minutes"), change, then=lambda: self._bridge.undo_offered.emit(said))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(_("Minutes"), "caption", name="run_minutes_title"), 1)
        head.addWidget(self._remove)
        choices = QHBoxLayout()
        choices.setSpacing(GRID)
        choices.addWidget(self._kind)
        choices.addWidget(self._about, 1)
        words = QHBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(self._line, 1)
        words.addWidget(QuietButton(_("Add"), "run_add", self._add))
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(choices)
        self.body.addWidget(self._owner)
        self.body.addLayout(words)


def _line(name: str, says: str, entered: Callable[[], object]) -> TypedLine:
    line = TypedLine()
    line.setObjectName(name)
    line.setAccessibleName(says)
    line.setPlaceholderText(says)
    line.setMaxLength(LINE_CAP)
    line.returnPressed.connect(entered)
    return line


def _said_kinds() -> list[str]:
    return [said_kind(kind) for kind in KINDS]


def _typed_kind(text: str) -> Changes | None:
    """Return the kind that was typed, by its first letters."""
    found = [kind for kind in KINDS if text and said_kind(kind).casefold().startswith(text.casefold())]
    return {"kind": found[0]} if found else None
