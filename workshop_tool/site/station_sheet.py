"""What a group's station shows: the problem areas and who has them, and a poster laid out from its template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.people import Group
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Part, Poster, PosterField
from workshop_tool.language import _
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
                )
                for field in plan.template.fields
                if field.part == part.key
            ),
        )
        for part in plan.template.parts
    )


def poster_state(plan: Plan, poster: Poster, group: Group, writing: Writing) -> Mapping[str, Any]:
    """Return how a poster stands, as the page's script compares it with what it shows."""
    keys = (TITLE, *plan.template.keys)
    return {
        "locked": poster.locked,
        "done": poster.done,
        "fields": {
            key: {
                "text": field_text(poster, key),
                "revision": field_revision(field_text(poster, key)),
                "writing": writing_words(plan, group, writing, poster.id, key),
            }
            for key in keys
        },
        "trends": list(poster.trends),
        "areas": list(poster.links),
        "domains": dict(poster.domains),
        "groups": dict(poster.groups),
        "photos": len(poster.photos),
    }


def writing_words(plan: Plan, group: Group, writing: Writing, poster_id: str, field: str | None = None) -> str:
    """Say which other groups are writing on a poster, or in one field of it; empty where none is."""
    names = [
        plan.groups[who].name
        for who, poster, where in writing
        if poster == poster_id and field in {None, where} and who != group.id and who in plan.groups
    ]
    return _("{group} is writing here").format(group=", ".join(names)) if names else ""


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
