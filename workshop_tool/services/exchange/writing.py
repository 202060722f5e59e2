"""From a workshop to the exchange format: everything the method knows, and nothing that leads back to a voter."""

import json
from collections.abc import Iterator
from typing import Any

from workshop_tool.domain.fact import Item
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.exchange.format import FORMAT, WorkshopPart


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
        "rounds": [_round(plan, book) for book in workshop.rounds],
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
        "trends": [plan.trends[trend].label for trend in poster.trends],
        "links": [plan.areas[area].number for area in poster.links],
        "done": poster.done,
        "note": poster.note,
    }


def _round(plan: Plan, book: Book) -> dict[str, Any]:
    numbers = {poster.id: plan.area_of(poster).number for poster in plan.posters}
    kept = {"id", "name", "criteria", "dots", "most_per_poster", "tie_rule", "present", "note"}
    written = book.round.model_dump(mode="json", include=kept | {"opened_at", "published_at"})
    ballots = [
        {"way": ballot.way, "dots": {str(numbers[p]): dict(by) for p, by in ballot.allocation.dots.items()}}
        for ballot in book.ballots.values()
    ]
    return written | {
        "state": "closed" if book.round.state == "open" else book.round.state,
        "problems": [numbers[poster] for poster in book.round.posters] if book.round.posters else None,
        "ballots": sorted(ballots, key=lambda ballot: json.dumps(ballot, sort_keys=True)),
        "counts": list(_counts(book, numbers)),
    }


def _counts(book: Book, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Yield the ledger with neighbouring entries on one poster by one hand as one row."""
    row: dict[str, Any] | None = None
    for entry in book.counts:
        about = {"problem": numbers[entry.poster], "by": entry.by, "reason": entry.reason}
        if row and {key: row[key] for key in about} == about and entry.criterion not in row["dots"]:
            row["dots"][entry.criterion] = entry.count
            continue
        if row:
            yield row
        row = about | {"dots": {entry.criterion: entry.count}}
    if row:
        yield row
