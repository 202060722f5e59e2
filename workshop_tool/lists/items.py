"""From accepted drafts to items that can be added to a workshop."""

from collections.abc import Sequence

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import LINE_CAP, TEXT_CAP, Item, new_id
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.trends import Trend
from workshop_tool.language import _
from workshop_tool.lists.drafts import Draft, ListKind


def items_from(drafts: Sequence[Draft], kind: ListKind) -> tuple[Item, ...]:
    """Return one item for each draft, in order; problem areas without a number get the next one."""
    match kind:
        case "trends":
            return tuple(_trend(draft) for draft in drafts)
        case "problems":
            return _areas(drafts)
        case "participants":
            return tuple(_participant(draft) for draft in drafts)
        case "questions":
            return tuple(Question(id=new_id(), text=draft.text) for draft in drafts)


def existing_texts(plan: Plan, kind: ListKind) -> tuple[str, ...]:
    """Return what the workshop already has of this kind, to find duplicates."""
    match kind:
        case "trends":
            return tuple(trend.label for trend in plan.trends)
        case "problems":
            return tuple(area.text for area in plan.areas)
        case "participants":
            return tuple(person.name for person in plan.participants)
        case "questions":
            return tuple(question.text for question in plan.questions)


def _trend(draft: Draft) -> Trend:
    theme = _("Theme: {theme}").format(theme=draft.theme) if draft.theme else ""
    placed = draft.importance is not None and draft.certainty is not None
    return Trend(
        id=new_id(),
        label=draft.text,
        importance=draft.importance if placed else None,
        certainty=draft.certainty if placed else None,
        origin=draft.origin,
        note="\n".join(filter(None, (theme, _points(draft))))[:TEXT_CAP],
    )


def _areas(drafts: Sequence[Draft]) -> tuple[ProblemArea, ...]:
    taken = {draft.number for draft in drafts if draft.number is not None}
    free = (number for number in range(1, 1 + len(drafts) + len(taken)) if number not in taken)
    return tuple(
        ProblemArea(
            id=new_id(),
            number=draft.number if draft.number is not None else next(free),
            text=draft.text,
            theme=draft.theme or "",
            new=draft.new,
            origin="workshop" if draft.new else draft.origin,
            note=_points(draft.revised(owner=None) if _fits(draft.owner) else draft),
            owner=(draft.owner or "") if _fits(draft.owner) else "",
        )
        for draft in drafts
    )


def _points(draft: Draft) -> str:
    """Return what belongs to an item besides its text, a line each: it goes into the note, so that no word is lost."""
    owner = _("Responsible: {owner}").format(owner=draft.owner) if draft.owner else ""
    return "\n".join(filter(None, (draft.note, *draft.children, owner)))[:TEXT_CAP]


def _fits(owner: str | None) -> bool:
    """Whether an owner can stand on a line of its own."""
    return owner is not None and len(owner) <= LINE_CAP


def _participant(draft: Draft) -> Participant:
    return Participant(
        id=new_id(),
        name=draft.name or draft.text,
        organisation=draft.organisation or "",
        sector=draft.sector or "",
    )
