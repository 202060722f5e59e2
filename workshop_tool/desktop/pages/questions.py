"""The warm-up questions: sent out beforehand, asked again on the day."""

from collections.abc import Callable

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.item_editor import ItemEditor, ListWords
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Column
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.services.edits.lists import add_items


def questions_editor(bridge: Bridge, import_list: Callable[[], None]) -> ItemEditor:
    """Return the table of the questions."""
    return ItemEditor(
        bridge,
        "questions",
        _("Warm-up questions"),
        (
            Column("number", _("No."), lambda _question, row: str(row + 1), None, 48, numeric=True),
            Column("text", _("Question"), lambda question, _row: question.text, lambda text: {"text": text}),
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
