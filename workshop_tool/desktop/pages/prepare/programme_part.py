"""The part of the programme that is chosen: its stage, what the projector turns to with it, and notes for oneself."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.prepare.programme_words import SHOWN, STAGES, said_shown, said_stage
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.fields import TextField, labelled
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class PartDetails(QWidget):
    """Shows one part and asks for changes."""

    revised = Signal(str, str, object)
    """Id of the part, what Undo calls it, and the values that change."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("programme_part")
        self._part: ProgrammePart | None = None
        self._stage = _choice("programme_stage", _("Stage of the method"), STAGES, said_stage)
        self._shows = _choice("programme_shows", _("The projector shows"), SHOWN, said_shown)
        self._stage.activated.connect(
            lambda _row: self._revise(_("Change a part's stage"), stage=self._stage.currentData())
        )
        self._shows.activated.connect(
            lambda _row: self._revise(_("Change what the projector shows"), shows=self._shows.currentData())
        )
        says = _("Notes for you alone")
        self._reminder = TextField(
            "programme_reminder", says, _("Shown on Run; never to the room, never printed"), lines=3
        )
        self._reminder.edited.connect(lambda text: self._revise(_("Change a part's notes"), reminder=text))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(labelled(Label(_("Stage of the method"), "caption"), self._stage), 1)
        row.addWidget(labelled(Label(_("The projector shows"), "caption"), self._shows), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(labelled(Label(says, "caption"), self._reminder))

    def show_part(self, part: ProgrammePart | None) -> None:
        """Show one part, or none; what was typed about the one before is saved."""
        if part is None or self._part is None or part.id != self._part.id:
            self._reminder.flush()
            self._reminder.forget_saves()
        self._part = part
        self.setEnabled(part is not None)
        self._stage.setCurrentIndex(STAGES.index(part.stage) if part else 0)
        self._shows.setCurrentIndex(SHOWN.index(part.shows) if part else 0)
        self._reminder.show_text(part.reminder if part else "")

    def _revise(self, label: str, **changes: object) -> None:
        if self._part is not None:
            self.revised.emit(self._part.id, label, changes)


def _choice(name: str, says: str, values: tuple[str, ...], said: Callable[..., str]) -> QComboBox:
    box = Choosing()
    box.setObjectName(name)
    box.setAccessibleName(says)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value in values:
        box.addItem(said(value), value)
    return box
