"""A solution in rows: who does what, and who follows it up. Added, moved and removed by keyboard alone."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.buttons import IconButton, PlainButton
from workshop_tool.desktop.widgets.editors import TypedText
from workshop_tool.desktop.widgets.fields import LineField, TypedField
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.posters import MOST_ACTIONS, Action
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.actions import BLANK, moved

_EDGES: Final = 12
"""Pixels above and below the lines of a wrapped field."""
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ActionRow(QWidget):
    """One row: who, does what; beneath it in small letters who follows it up."""

    edited = Signal()
    stepped = Signal(int)
    """-1 or 1: further up or down."""
    removed = Signal()
    entered = Signal()
    """Enter was pressed: on to the next row."""

    def __init__(self, key: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        name = f"{key}_{number}"
        self.setObjectName(f"action_{name}")
        self.actor = _field(f"actor_{name}", _("Who"), "actor")
        self.action = WrappedField(f"act_{name}", _("Does what"))
        self.owner = _field(f"owner_{name}", _("Followed up by"), "owner")
        self.fields: tuple[TypedField, ...] = (self.actor, self.action, self.owner)
        self._more = IconButton("more", _("Move or remove this row"), f"more_{name}", self._offer)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.actor, 0, 0)
        grid.addWidget(self.owner, 0, 1)
        grid.addWidget(self._more, 0, 2)
        grid.addWidget(self.action, 1, 0, 1, 3)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        for field in self.fields:
            field.edited.connect(lambda _text: self.edited.emit())
            if isinstance(field.editor, QLineEdit):
                field.editor.returnPressed.connect(self.entered)
        self.action.entered.connect(self.entered)

    @property
    def row(self) -> Action:
        """What stands in it."""
        actor, action, owner = (field.text for field in self.fields)
        return Action(actor=actor, action=action, owner=owner)

    def show_row(self, row: Action) -> None:
        """Show a row; what is being typed is left alone."""
        for field, text in zip(self.fields, (row.actor, row.action, row.owner), strict=True):
            field.show_text(text)
            field.setToolTip(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow, remove with Alt and Delete."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Move up (Alt+Up)"), partial(self.stepped.emit, -1))
        menu.addAction(_("Move down (Alt+Down)"), partial(self.stepped.emit, 1))
        menu.addAction(_("Remove (Alt+Delete)"), self.removed.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class WrappedField(TypedField):
    """One line of words that may take several on the paper; as high as they are."""

    entered = Signal()

    def __init__(self, name: str, says: str) -> None:
        words = _Wrapped()
        super().__init__(words, clean_line, name, says)
        words.setPlaceholderText(says)
        words.entered.connect(self.entered)


class _Wrapped(TypedText):
    """Fits its height to its lines; Enter does not break them."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.setProperty("quiet", "action")
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter instead of breaking the line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() in {*_STEPS, Qt.Key.Key_Delete} and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # moves or removes the row
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))  # a plain text's height is told in lines
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _EDGES)


class ActionRows(QWidget):
    """Shows the rows and says what they are after each change; a new row is saved with its first word."""

    written = Signal(object)
    """tuple[Action, ...]."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.rows: list[ActionRow] = []
        self._shown: tuple[Action, ...] = ()
        self._adding = False
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self.adder = PlainButton(_("Add a row"), f"add_action_{key}", self.add, icon="add", tip=_("Who does what"))
        self.adder.setProperty("small", "true")
        self.setLayout(self._column)

    def show_actions(self, actions: tuple[Action, ...]) -> None:
        """Show the rows as they are saved, and behind them the one that was begun."""
        self._shown = actions
        self._adding = self._adding and len(actions) < MOST_ACTIONS and not self._is_saved(actions)
        wanted = len(actions) + self._adding
        while len(self.rows) > wanted:
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < wanted:
            self._append()
        for shown, row in zip(self.rows, actions, strict=False):
            shown.show_row(row)
        self.adder.setEnabled(len(actions) < MOST_ACTIONS)

    def add(self) -> None:
        """Begin a row at the end, and let it be written in."""
        if not self._adding or self.rows[-1].row != BLANK:
            self.flush()
            self._adding = True
            self._append()
        self.rows[-1].actor.setFocus()

    def flush(self) -> None:
        """Save what is being typed."""
        for row in self.rows:
            for field in row.fields:
                field.flush()

    def _is_saved(self, actions: tuple[Action, ...]) -> bool:
        """Tell whether the row that was begun has come back as a saved one."""
        return len(self.rows) == len(actions)

    def _append(self) -> None:
        row = ActionRow(self._key, len(self.rows), self)
        row.edited.connect(self._write)
        row.stepped.connect(partial(self._step, row))
        row.removed.connect(partial(self._remove, row))
        row.entered.connect(partial(self._go_on, row))
        row.show_row(BLANK)
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()

    def _write(self) -> None:
        self.written.emit(tuple(row.row for row in self.rows))

    def _step(self, row: ActionRow, by: int) -> None:
        at = self.rows.index(row)
        rows = tuple(each.row for each in self.rows)
        if moved(rows, at, by) != rows:
            self._show_anew(moved(rows, at, by))
            self.rows[min(max(at + by, 0), len(self.rows) - 1)].actor.setFocus()

    def _remove(self, row: ActionRow) -> None:
        at = self.rows.index(row)
        self._adding = False
        self._show_anew(tuple(each.row for each in self.rows if each is not row))
        (self.rows[min(at, len(self.rows) - 1)].actor if self.rows else self.adder).setFocus()

    def _show_anew(self, rows: tuple[Action, ...]) -> None:
        """Show other rows at once, and ask to save them."""
        for row in self.rows:
            for field in row.fields:
                field.flush()
                field.forget_saves()
        kept = tuple(row for row in rows if row != BLANK)
        self._adding = False
        self.show_actions(kept)
        self.written.emit(kept)

    def _go_on(self, row: ActionRow) -> None:
        at = self.rows.index(row)
        if at + 1 < len(self.rows):
            self.rows[at + 1].actor.setFocus()
        elif row.row != BLANK:
            self.add()


def _field(name: str, says: str, look: str) -> LineField:
    field = LineField(name, says, says)
    line = field.editor
    assert isinstance(line, QLineEdit)  # noqa: S101 - as above
    line.setMaxLength(LINE_CAP)
    line.setProperty("quiet", look)
    return field
