"""Another workshop as a list: its trends, problem areas, participants or questions. Its caller opens the file."""

from collections.abc import Sequence

from workshop_tool.domain.workshop import Workshop
from workshop_tool.lists.drafts import Draft, Findings, ListKind, Preview
from workshop_tool.lists.previewing import preview


def read_items_of(workshop: Workshop, kind: ListKind, name: str, existing: Sequence[str] = ()) -> Preview:
    """Say what an import of the other workshop's items would bring; ``name`` is the one of its file.

    Raises:
        ListWithoutItems: it has none of this kind.
    """
    return preview(Findings(drafts=_drafts(workshop, kind), encoding=""), kind, existing, name)


def _drafts(workshop: Workshop, kind: ListKind) -> tuple[Draft, ...]:
    plan = workshop.plan
    match kind:
        case "trends":
            return tuple(
                Draft(
                    text=trend.label,
                    line=place,
                    importance=trend.importance,
                    certainty=trend.certainty,
                    origin=trend.origin,
                    note=trend.note or None,
                )
                for place, trend in enumerate(plan.trends, start=1)
            )
        case "problems":
            return tuple(
                Draft(
                    text=area.text,
                    line=place,
                    number=area.number,
                    theme=area.theme or None,
                    new=area.new,
                    origin=area.origin,
                    note=area.note or None,
                    owner=area.owner or None,
                )
                for place, area in enumerate(plan.areas, start=1)
            )
        case "participants":
            return tuple(
                Draft(
                    text=person.name,
                    line=place,
                    name=person.name,
                    organisation=person.organisation or None,
                    sector=person.sector or None,
                )
                for place, person in enumerate(plan.participants, start=1)
            )
        case "questions":
            questions = enumerate(plan.questions, start=1)
            return tuple(Draft(text=question.text, line=place) for place, question in questions)
