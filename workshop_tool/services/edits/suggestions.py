"""What the facilitator decides about a suggestion: take it as it is, add it to something, or leave it."""

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import LINE_CAP, Item, clean_line, new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.suggestions import Suggestion, SuggestionState
from workshop_tool.domain.trends import Trend
from workshop_tool.services.edits.lists import Gone, present


class AlreadyDecided(WorkshopProblem):
    """Somebody decided on this suggestion already. Nothing was changed; undo that first to decide anew."""


def accept(plan: Plan, suggestion_id: str, **changes: object) -> Plan:
    """Take a suggestion: a trend or problem area comes into its list, a comment into the note of what it is about.

    Args:
        plan: The plan before.
        suggestion_id: Which suggestion.
        **changes: Other values than those suggested, for the trend or problem area that it becomes (such as ``label``
            and ``text``), or for a comment its ``text``.

    Raises:
        AlreadyDecided: as it says.
        Gone: the suggestion, or what a comment is about, is no longer there.
        pydantic.ValidationError: a value is out of its range.
    """
    suggestion = _waiting(plan, suggestion_id)
    if suggestion.kind == "comment":
        said = str(changes.get("text", suggestion.text))
        about = suggestion.about or ""
        return _decided(_noted(plan, about, said), suggestion, "accepted", about)
    made = (_trend(suggestion) if suggestion.kind == "trend" else _area(plan, suggestion)).revised(**changes)
    return _decided(plan.with_new(made), suggestion, "accepted", made.id)


def merge(plan: Plan, suggestion_id: str, into_id: str) -> Plan:
    """Add what a suggestion says to the note of a trend, problem area or poster that is there.

    Raises:
        AlreadyDecided, Gone: as they say.
    """
    suggestion = _waiting(plan, suggestion_id)
    return _decided(_noted(plan, into_id, suggestion.text), suggestion, "merged", into_id)


def dismiss(plan: Plan, suggestion_id: str, note: str = "") -> Plan:
    """Leave a suggestion, with a word of why where there is one; it stays in the file.

    Raises:
        AlreadyDecided, Gone: as they say.
    """
    suggestion = _waiting(plan, suggestion_id)
    return plan.with_item(suggestion.revised(state="dismissed", note=note))


def _waiting(plan: Plan, suggestion_id: str) -> Suggestion:
    suggestion = present(plan, "suggestions", suggestion_id)
    assert isinstance(suggestion, Suggestion)  # noqa: S101 - the table holds nothing else
    if suggestion.state != "waiting":
        raise AlreadyDecided
    return suggestion


def _decided(plan: Plan, suggestion: Suggestion, state: SuggestionState, became: str) -> Plan:
    return plan.with_item(suggestion.revised(state=state, became=became))


def _trend(suggestion: Suggestion) -> Trend:
    label, note = _headed(suggestion.text)
    place = {"importance": suggestion.importance, "certainty": suggestion.certainty}
    return Trend(id=new_id(), label=label, note=note, origin="workshop").revised(**place)


def _area(plan: Plan, suggestion: Suggestion) -> ProblemArea:
    text, note = _headed(suggestion.text)
    return ProblemArea(id=new_id(), number=plan.next_number, text=text, note=note, origin="workshop", new=True)


def _headed(text: str) -> tuple[str, str]:
    """Return a line to call it by, and the whole text where that does not fit into the line."""
    line = clean_line(text)
    if "\n" not in text and len(line) <= LINE_CAP:
        return line, ""
    return clean_line(text.partition("\n")[0])[:LINE_CAP], text


def _noted(plan: Plan, item_id: str, said: str) -> Plan:
    for table in ("trends", "areas", "posters"):
        item: Item | None = plan.list_of(table).get(item_id)
        if isinstance(item, Trend | ProblemArea | Poster):
            return plan.with_item(item.revised(note=f"{item.note}\n{said}".strip()))
    raise Gone
