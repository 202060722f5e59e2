"""One rule of a round as a column of radio buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class RuleChoice(QWidget):
    """Shows the answers to one question, each in plain words; exactly one holds."""

    chosen = Signal(object)
    """The value of the answer that was chosen."""

    def __init__(self, name: str, asks: str, answers: tuple[tuple[object, str], ...]) -> None:
        """Make the buttons; ``asks`` goes before each answer for those who hear the page."""
        super().__init__()
        self.setObjectName(name)
        self._values: dict[int, object] = dict(enumerate(value for value, _words in answers))
        self._group = QButtonGroup(self)
        self._note = Label("", "secondary", name=f"{name}_note", wraps=True)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for at, (value, words) in enumerate(answers):
            button = QRadioButton(words)
            button.setObjectName(f"{name}_{str(value).replace(' ', '_').lower()}")
            button.setAccessibleName(_("{question}: {answer}").format(question=asks, answer=words))
            button.setMinimumHeight(3 * GRID + 4)
            self._group.addButton(button, at)
            column.addWidget(button)
        column.addWidget(self._note)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._values[at]))

    def show_value(self, value: object) -> None:
        """Show which answer holds."""
        for at, each in self._values.items():
            self._group.button(at).setChecked(each == value)

    def show_note(self, note: str) -> None:
        """Show a sentence under the answers; empty takes it away."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
