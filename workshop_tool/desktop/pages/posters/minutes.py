"""What the plenary said about a poster, without names: comments, decisions and next steps, written on its sheet."""

from functools import partial
from typing import Final, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.widgets.add_line import AddLine
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.fields import LineField, TextField, TypedField
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.minutes import Minute, MinuteKind
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.lists import remove_item, revise_item

KINDS: Final[tuple[MinuteKind, ...]] = get_args(MinuteKind)
_OWNER_WIDTH: Final = 24 * GRID


class PosterMinutes(Sheet):
    """A row for each line of the minutes, and a line to add one."""

    def __init__(self, bridge: Bridge, poster_id: str) -> None:
        super().__init__("poster_minutes", margin=GRID + 4)
        self._bridge, self._poster = bridge, poster_id
        self._rows: dict[str, MinuteRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._kind = _kinds("minute_kind")
        self._add = AddLine("minute_add", _("What the plenary said about it, without names"))
        self._add.added.connect(self._add_minute)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._kind)
        foot.addWidget(self._add, 1)
        self._column.addLayout(foot)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        label = Label(_("Minutes"), "accent", name="minutes_label")
        label.setContentsMargins(0, GRID // 2 + 2, 0, 0)
        both.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        both.addLayout(self._column, 1)
        self.body.addLayout(both)

    def show_minutes(self, plan: Plan) -> None:
        """Show what was minuted about the poster, in the order in which it was said."""
        minutes = {minute.id: minute for minute in plan.minutes if minute.poster == self._poster}
        for gone in self._rows.keys() - minutes.keys():
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for at, minute in enumerate(minutes.values()):
            if minute.id not in self._rows:
                self._rows[minute.id] = self._row(minute)
                self._column.insertWidget(at, self._rows[minute.id])
                self._rows[minute.id].show()
            self._rows[minute.id].show_minute(minute)

    def _row(self, minute: Minute) -> "MinuteRow":
        row = MinuteRow(minute)
        row.revised.connect(partial(self._revise, minute.id))
        row.removed.connect(partial(self._remove, minute.id))
        return row

    def _add_minute(self, text: str) -> None:
        kind = KINDS[self._kind.currentIndex()]
        minute = Minute(id=new_id(), text=text, kind=kind, poster=self._poster)
        self._bridge.edit(_("Add to the minutes"), lambda plan: plan.with_new(minute))

    def _revise(self, minute_id: str, changes: dict[str, object]) -> None:
        self._bridge.edit(_("Change the minutes"), lambda plan: revise_item(plan, "minutes", minute_id, **changes))

    def _remove(self, minute_id: str) -> None:
        said = _("A line of the minutes was removed.")
        change = partial(remove_item, table="minutes", item_id=minute_id)
        self._bridge.edit(_("Remove from the minutes"), change, then=lambda: self._bridge.undo_offered.emit(said))


class MinuteRow(QWidget):
    """Kind, text, and for a decision or a next step who follows it up."""

    revised = Signal(object)
    """The values that change."""
    removed = Signal()

    def __init__(self, minute: Minute) -> None:
        super().__init__()
        self.setObjectName(f"minute_{minute.id}")
        self._kind = _kinds(f"kind_{minute.id}")
        self._kind.activated.connect(lambda at: self.revised.emit({"kind": KINDS[at]}))
        says = _("What was said")
        several = "\n" in minute.text
        self._text: TypedField = (
            TextField(f"said_{minute.id}", says, says, lines=3)
            if several
            else LineField(f"said_{minute.id}", says, says)
        )
        self._text.require()
        self._text.edited.connect(lambda text: self.revised.emit({"text": text}))
        self._owner = LineField(f"followed_{minute.id}", _("Followed up by"), _("Followed up by"))
        measure(self._owner, width=_OWNER_WIDTH)
        self._owner.edited.connect(lambda text: self.revised.emit({"owner": text}))
        for field in (self._text, self._owner):
            field.editor.setProperty("quiet", "minute")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._kind)
        row.addWidget(self._text, 1)
        row.addWidget(self._owner)
        row.addWidget(IconButton("remove", _("Remove this line"), f"unsay_{minute.id}", self.removed.emit))

    def show_minute(self, minute: Minute) -> None:
        """Show the line as it is now; what is being typed is left alone."""
        self._kind.setCurrentIndex(KINDS.index(minute.kind))
        self._text.show_text(minute.text)
        self._text.setToolTip(minute.text)
        self._owner.show_text(minute.owner)
        self._owner.setVisible(minute.kind != "comment" or bool(minute.owner))


def _kinds(name: str) -> QComboBox:
    box = Choosing()
    box.setObjectName(name)
    box.setAccessibleName(_("Kind of line"))
    box.addItems([_("Comment"), _("Decision"), _("Next step")])
    measure(box, width=14 * GRID)
    return box
