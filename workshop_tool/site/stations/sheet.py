"""What a group's station shows: the problem areas and who has them, and a poster laid out from its template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.people import Group
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Part, Poster, PosterField
from workshop_tool.language import _
from workshop_tool.services.rows_text import ROWS, Cells, cells_in
from workshop_tool.services.stations import TITLE, field_revision, field_text

Writing = tuple[tuple[str, str, str], ...]
"""(group id, poster id, field) of everybody who is writing, as ``Presence.who`` says it."""


@dataclass(frozen=True)
class AreaRow:
    """One problem area as a group finds it: free, or with a poster on it."""

    area: ProblemArea
    poster: Poster | None
    title: str
    state: Literal["free", "taken", "done"]
    groups: tuple[Group, ...]
    writing: str

    def belongs_to(self, group: Group) -> bool:
        """Whether a group works on it in some part of the day."""
        return group in self.groups


@dataclass(frozen=True)
class FieldBox:
    """One field of a poster with what stands in it."""

    field: PosterField
    text: str
    revision: str
    domain: str
    writing: str
    rows: "RowsBox | None"


@dataclass(frozen=True)
class RowsBox:
    """The rows of a solution, saved like a field of their own."""

    key: str
    text: str
    revision: str
    rows: tuple[Cells, ...]
    writing: str


@dataclass(frozen=True)
class PartBox:
    """The fields of one part of the day, and the group that works on them."""

    part: Part
    group: Group | None
    fields: tuple[FieldBox, ...]


def area_rows(plan: Plan, group: Group, writing: Writing) -> tuple[AreaRow, ...]:
    """Return by number the problem areas that are not hidden, and hidden ones on which the group has its poster."""
    posters = {poster.area: poster for poster in plan.posters}
    own = {poster.area for poster in plan.posters if group.id in poster.groups.values()}
    seen = [area for area in plan.areas if not area.hidden or area.id in own]
    rows = [_row(plan, area, posters.get(area.id), group, writing) for area in seen]  # type: ignore[call-overload]
    return tuple(sorted(rows, key=lambda row: row.area.number))


def part_boxes(plan: Plan, poster: Poster, group: Group, writing: Writing) -> tuple[PartBox, ...]:
    """Return a poster's fields by the part of the day in which they are filled in."""
    return tuple(
        PartBox(
            part,
            plan.groups.get(poster.groups.get(part.key, "")),
            tuple(
                FieldBox(
                    field,
                    poster.text(field.key),
                    field_revision(poster.text(field.key)),
                    poster.domains.get(field.key, ""),
                    writing_words(plan, group, writing, poster.id, field.key),
                    _rows_box(plan, poster, field, group, writing) if field.kind == "solution" else None,
                )
                for field in plan.template.fields
                if field.part == part.key
            ),
        )
        for part in plan.template.parts
    )


def poster_state(plan: Plan, poster: Poster, group: Group, writing: Writing) -> Mapping[str, Any]:
    """Return how a poster stands, as the page's script compares it with what it shows."""
    return {
        "locked": poster.locked,
        "done": poster.done,
        "fields": {
            key: {
                "text": field_text(poster, key),
                "revision": field_revision(field_text(poster, key)),
                "writing": writing_words(plan, group, writing, poster.id, key),
            }
            for key in field_keys(plan)
        },
        "trends": list(poster.trends),
        "effects": dict(poster.effects),
        "areas": list(poster.links),
        "domains": dict(poster.domains),
        "groups": dict(poster.groups),
        "photos": len(poster.photos),
    }


def field_keys(plan: Plan) -> tuple[str, ...]:
    """Return the names of all that is written like a field: the title, the fields, the rows of the solutions."""
    solutions = (f"{ROWS}{field.key}" for field in plan.template.fields if field.kind == "solution")
    return (TITLE, *plan.template.keys, *solutions)


def writing_words(plan: Plan, group: Group, writing: Writing, poster_id: str, field: str | None = None) -> str:
    """Say which other groups are writing on a poster, or in one field of it; empty where none is."""
    names = [
        plan.groups[who].name
        for who, poster, where in writing
        if poster == poster_id and field in {None, where} and who != group.id and who in plan.groups
    ]
    return _("{group} is writing here").format(group=", ".join(names)) if names else ""


def _rows_box(plan: Plan, poster: Poster, field: PosterField, group: Group, writing: Writing) -> RowsBox:
    key = f"{ROWS}{field.key}"
    text = field_text(poster, key)
    return RowsBox(key, text, field_revision(text), cells_in(text), writing_words(plan, group, writing, poster.id, key))


def _row(plan: Plan, area: ProblemArea, poster: Poster | None, group: Group, writing: Writing) -> AreaRow:
    if poster is None:
        return AreaRow(area, None, area.text, "free", (), "")
    return AreaRow(
        area,
        poster,
        plan.title_of(poster),
        "done" if poster.done else "taken",
        tuple(_unique(plan.groups[group_id] for group_id in poster.groups.values())),
        writing_words(plan, group, writing, poster.id),
    )


def _unique(groups: Iterable[Group]) -> Iterable[Group]:
    return {group.id: group for group in groups}.values()
