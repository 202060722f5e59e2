"""The warm-up questions: sent out beforehand, asked again on the day, and what phones answered."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.prepare.item_editor import ItemEditor, ListWords
from workshop_tool.desktop.pages.prepare.question_answers import QuestionAnswers, answers_to
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Column
from workshop_tool.domain.fact import Item, new_id
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.services.edits.lists import add_items


class QuestionsEditor(QWidget):
    """The table of the questions, and below it the answers to the one that is chosen."""

    def __init__(self, bridge: Bridge, import_list: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("questions_and_answers")
        self._bridge = bridge
        self._editor = _editor(bridge, import_list)
        self._answers = QuestionAnswers()
        self._editor.items.chosen.connect(lambda _question: self._show_answers(bridge.workshop))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._editor, 1)
        column.addWidget(self._answers, 1)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the questions with the number of answers to each."""
        self._editor.show_items(workshop.plan.questions)
        self._show_answers(workshop)

    def _show_answers(self, workshop: Workshop) -> None:
        questions = workshop.plan.questions
        chosen = questions.get(self._editor.items.current_id) or next(iter(questions), None)
        self._answers.show_answers(chosen, workshop.sheets.values())


def _editor(bridge: Bridge, import_list: Callable[[], None]) -> ItemEditor:
    def answered(question: Item, _row: int) -> str:
        count = len(answers_to(question.id, bridge.workshop.sheets.values()))
        return str(count) if count else "\N{EN DASH}"

    return ItemEditor(
        bridge,
        "questions",
        _("Warm-up questions"),
        (
            Column("number", _("No."), lambda _question, row: str(row + 1), None, 48, numeric=True),
            Column("text", _("Question"), lambda question, _row: question.text, lambda text: {"text": text}),
            Column("answers", _("Answers"), answered, None, 72, numeric=True),
        ),
        ListWords(
            _("Add a question"),
            _("Change a question"),
            _("Move a question"),
            _("Remove questions"),
            _("Questions removed: {count}."),
        ),
        add_hint=_("Add a question"),
        make=_add,
        empty=EmptyState(
            "info",
            _("No warm-up questions yet"),
            _("Usually five: participants get them beforehand and come back to them on the day."),
            QuietButton(_("Add from list…"), "questions_first_list", import_list, icon="import"),
        ),
    )


def _add(plan: Plan, line: str) -> Plan:
    return add_items(plan, [Question(id=new_id(), text=line)])
