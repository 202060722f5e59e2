"""From a workshop to the exchange format: everything the method knows, and nothing that leads back to a voter."""

from typing import Any

from workshop_tool.domain.fact import Item
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.plan import ON_ITS_OWN, Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.exchange.format import FORMAT, RecordEntry, WorkshopPart
from workshop_tool.services.exchange.writing_rounds import round_entry


def to_exchange(workshop: Workshop) -> dict[str, Any]:
    """Return the workshop as plain JSON data. Reading it back gives the same workshop, but for keys of voters."""
    plan = workshop.plan
    groups = {group.id: group.name for group in plan.groups}
    return {
        "format": FORMAT,
        "workshop": plan.particulars.model_dump(mode="json", include=set(WorkshopPart.model_fields)),
        "template": plan.template.model_dump(mode="json"),
        "programme": [_entry(part) for part in plan.programme],
        "questions": [_entry(question) for question in plan.questions],
        "trends": [_entry(trend) for trend in plan.trends],
        "problem_areas": [_entry(area) for area in plan.areas],
        "groups": [_entry(group) for group in plan.groups],
        "participants": [
            _entry(person) | {"groups": {part: groups[group] for part, group in person.groups.items()}}
            for person in plan.participants
        ],
        "posters": [_poster(plan, poster, groups) for poster in plan.posters],
        "rounds": [round_entry(plan, book) for book in workshop.rounds],
        "minutes": [_minute(plan, minute) for minute in plan.minutes],
        "record": plan.record.model_dump(mode="json", include=set(RecordEntry.model_fields)),
        "earlier": plan.earlier.model_dump(mode="json") if plan.earlier != ON_ITS_OWN else None,
        "log": [entry.model_dump(mode="json", exclude={"id", "position"}) for entry in workshop.log],
    }


def _entry(item: Item) -> dict[str, Any]:
    return item.model_dump(mode="json", exclude={"position"})


def _poster(plan: Plan, poster: Poster, groups: dict[str, str]) -> dict[str, Any]:
    return {
        "id": poster.id,
        "problem": plan.area_of(poster).number,
        "title": poster.title or None,
        "groups": {part: groups[group] for part, group in poster.groups.items()},
        "fields": {key: poster.text(key) or None for key in plan.template.keys},
        "domains": dict(poster.domains),
        "actions": {key: [row.model_dump() for row in rows] for key, rows in poster.actions.items()},
        "trends": [plan.trends[trend].label for trend in poster.trends],
        "effects": {plan.trends[trend].label: effect for trend, effect in poster.effects.items()},
        "links": [plan.areas[area].number for area in poster.links],
        "done": poster.done,
        "note": poster.note,
    }


def _minute(plan: Plan, minute: Minute) -> dict[str, Any]:
    poster = plan.posters.get(minute.poster)
    return {
        "id": minute.id,
        "text": minute.text,
        "kind": minute.kind,
        "problem": plan.area_of(poster).number if poster else None,
        "owner": minute.owner,
    }
