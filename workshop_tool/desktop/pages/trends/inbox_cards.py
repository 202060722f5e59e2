"""The inbox: what groups and phones have sent in, one after another, to accept, merge or dismiss."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.buttons import IconButton, PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.editors import TypedText
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits import suggestions as edits

TEXT_HEIGHT = 11 * GRID


def waiting_in(plan: Plan) -> tuple[Suggestion, ...]:
    """Return the suggestions that wait, the oldest first."""
    return tuple(sent for sent in plan.suggestions if sent.state == "waiting")


def said_origin(plan: Plan, sent: Suggestion) -> str:
    """Return what a suggestion is and where it comes from."""
    group = plan.groups.get(sent.group)
    sender = group.name if group else _("a phone")
    if sent.kind == "trend":
        return _("New trend · {sender}").format(sender=sender)
    if sent.kind == "problem area":
        return _("New problem area · {sender}").format(sender=sender)
    return _("Comment on “{about}” · {sender}").format(about=_about(plan, sent.about), sender=sender)


class Inbox(Sheet):
    """Shows what waits. In its list A accepts, M merges and D dismisses; each is one step of undo."""

    closed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("inbox", margin=2 * GRID + 4)
        self._bridge = bridge
        self._waiting: tuple[Suggestion, ...] = ()
        self._shown: Suggestion | None = None
        self._title = Label("", "section", name="inbox_title")
        self._list = _Waiting()
        self._list.currentRowChanged.connect(lambda _row: self._show_current())
        self._list.pressed_key.connect(self._press)
        self._origin = Label("", "caption", name="inbox_origin", wraps=True)
        self._text = TypedText()
        self._text.setObjectName("inbox_text")
        self._text.setAccessibleName(_("Text of the suggestion"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(TEXT_HEIGHT)
        self._into = Choosing()
        self._into.setObjectName("inbox_into")
        self._into.setAccessibleName(_("What it is merged into"))
        self._into.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._accept = PrimaryButton(_("Accept (A)"), "inbox_accept", self.accept)
        self._merge = QuietButton(_("Merge into (M)"), "inbox_merge", self.merge)
        self._dismiss = QuietButton(_("Dismiss (D)"), "inbox_dismiss", self.dismiss)
        self._lay_out()

    def show_plan(self, plan: Plan) -> None:
        """Show what waits; the chosen one stays chosen, or the next one is."""
        row, self._waiting = self._list.currentRow(), waiting_in(plan)
        self._title.setText(_("Inbox {n}").format(n=len(self._waiting)))
        before = self._shown.id if self._shown else ""
        wanted = [(sent.id, f"{said_origin(plan, sent)}\n{_first_line(sent.text)}") for sent in self._waiting]
        if wanted != self._list.shown():
            self._list.show_lines(wanted)
            ids = [sent_id for sent_id, _text in wanted]
            self._list.setCurrentRow(ids.index(before) if before in ids else min(max(row, 0), len(ids) - 1))
        self._show_current()

    def begin(self) -> None:
        """Take the keys."""
        self._list.setFocus()

    def accept(self) -> None:
        """Take it as it is written here."""
        sent, text = self._shown, self._text.toPlainText()
        if sent is None:
            return
        name = {"trend": "label", "problem area": "text"}.get(sent.kind, "text")
        changes: dict[str, Any] = {name: text} if text.strip() and text != sent.text else {}
        self._edit(_("Accept a suggestion"), partial(edits.accept, suggestion_id=sent.id, **changes), _("Accepted."))

    def merge(self) -> None:
        """Add it to what is chosen beside the button."""
        into = self._into.currentData()
        if self._shown is not None and into:
            change = partial(edits.merge, suggestion_id=self._shown.id, into_id=into)
            self._edit(_("Merge a suggestion"), change, _("Merged: its words stand in the note."))

    def dismiss(self) -> None:
        """Leave it."""
        if self._shown is not None:
            self._edit(_("Dismiss a suggestion"), partial(edits.dismiss, suggestion_id=self._shown.id), _("Dismissed."))

    def _edit(self, label: str, change: "partial[Plan]", said: str) -> None:
        self._bridge.edit(label, change, then=lambda: self._bridge.undo_offered.emit(said))

    def _press(self, key: str) -> None:
        {"A": self.accept, "M": self.merge, "D": self.dismiss}[key]()

    def _show_current(self) -> None:
        row = self._list.currentRow()
        sent = self._waiting[row] if 0 <= row < len(self._waiting) else None
        if sent is None or self._shown is None or sent.id != self._shown.id:
            self._text.setPlainText(sent.text if sent else "")
            self._show_choices(sent)
        self._shown = sent
        plan = self._bridge.workshop.plan
        self._origin.setText(
            said_origin(plan, sent) if sent else _("Nothing waits. What groups and phones send appears here.")
        )
        for widget in (self._text, self._accept, self._dismiss):
            widget.setEnabled(sent is not None)
        for choice in (self._into, self._merge):
            choice.setEnabled(sent is not None and self._into.count() > 0)

    def _show_choices(self, sent: Suggestion | None) -> None:
        """Offer what it may be merged into: a comment's own subject first."""
        plan = self._bridge.workshop.plan
        self._into.clear()
        if sent is None:
            return
        trends = [(trend.label, trend.id) for trend in plan.trends]
        areas = [(f"{area.number} {area.text}", area.id) for area in plan.areas]
        for text, item_id in areas if sent.kind == "problem area" else trends:
            self._into.addItem(text, item_id)
        self._into.setCurrentIndex(max(0, self._into.findData(sent.about)) if sent.about else 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(IconButton("close", _("Back to the map"), "inbox_close", self.closed.emit))
        merging = QHBoxLayout()
        merging.setSpacing(GRID)
        merging.addWidget(self._merge)
        merging.addWidget(self._into, 1)
        deciding = QHBoxLayout()
        deciding.setSpacing(GRID)
        deciding.addWidget(self._accept)
        deciding.addWidget(self._dismiss)
        deciding.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._origin)
        self.body.addWidget(self._text)
        self.body.addLayout(deciding)
        self.body.addLayout(merging)


class _Waiting(QListWidget):
    """A line for each; plain letters decide."""

    pressed_key = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inbox_list")
        self.setAccessibleName(_("Suggestions that wait"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def shown(self) -> list[tuple[str, str]]:
        """Return id and words of each line."""
        lines = [self.item(row) for row in range(self.count())]
        return [(line.data(Qt.ItemDataRole.UserRole), line.text()) for line in lines]

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show other lines."""
        self.blockSignals(True)
        self.clear()
        for item_id, words in lines:
            line = QListWidgetItem(words)
            line.setToolTip(words)
            line.setData(Qt.ItemDataRole.UserRole, item_id)
            self.addItem(line)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide with a letter; anything else walks the list."""
        key = event.text().upper()
        if key in {"A", "M", "D"} and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.pressed_key.emit(key)
        else:
            super().keyPressEvent(event)


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _about(plan: Plan, item_id: str | None) -> str:
    trend, poster = plan.trends.get(item_id), plan.posters.get(item_id)
    return trend.label if trend else plan.title_of(poster) if poster else ""
