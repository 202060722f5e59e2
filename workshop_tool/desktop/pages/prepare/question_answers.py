"""What the room answered to one warm-up question: a calm list, without names, in no order that tells who was when."""

from collections.abc import Iterable

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.sheets import Sheet
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID


def answers_to(question_id: str, sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """Return the answers to a question in the order of the alphabet."""
    said = (sheet.answers.get(question_id, "").strip() for sheet in sheets)
    return tuple(sorted(filter(None, said), key=str.casefold))


class QuestionAnswers(QWidget):
    """Hidden while nobody has answered the question that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question_answers")
        self._title = Label("", "caption", name="answers_title", wraps=True)
        self._list = QListWidget()
        self._list.setObjectName("answers_list")
        self._list.setAccessibleName(_("Answers"))
        self._list.setWordWrap(True)
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._title)
        column.addWidget(self._list, 1)
        self.hide()

    def show_answers(self, question: Question | None, sheets: Iterable[Sheet]) -> None:
        """Show what was answered to one question."""
        said = answers_to(question.id, sheets) if question else ()
        self.setVisible(bool(said))
        if question is None or [self._list.item(row).text() for row in range(self._list.count())] == list(said):
            return
        title = ngettext("{n} answer to “{question}”", "{n} answers to “{question}”", len(said))
        self._title.setText(title.format(n=len(said), question=question.text))
        self._list.clear()
        self._list.addItems(said)
