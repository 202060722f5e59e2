"""From a round of voting to the exchange format, with nothing that leads back to a voter."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.result import turnout
from workshop_tool.domain.voting.steps import late_count

_in_order = json.JSONEncoder(sort_keys=True).encode
_AS_IT_IS = (
    *("id", "name", "criteria", "dots", "most_per_poster", "tie_rule", "voters", "own_poster", "poster_order"),
    *("follows", "present", "note", "opened_at", "published_at"),
)


def round_entry(plan: Plan, book: Book) -> dict[str, Any]:
    """Return one round as plain JSON data; where voters by sector are told, ballots are told only as their sums."""
    numbers = {poster.id: plan.area_of(poster).number for poster in plan.posters}
    round_ = book.round
    ballots = [
        {"way": ballot.way, "dots": _by_number(ballot.allocation.dots, numbers)} for ballot in book.ballots.values()
    ]
    only_sums = round_.breakdown is not None
    return round_.model_dump(mode="json", include={*_AS_IT_IS}) | {
        "state": "closed" if round_.state == "open" else round_.state,
        "problems": [numbers[poster] for poster in round_.posters] if round_.posters else None,
        "only": [numbers[poster] for poster in round_.only if poster in numbers],
        "decisions": [
            {"criterion": each.criterion, "problems": [numbers[p] for p in each.posters], "reason": each.reason}
            for each in round_.decisions
        ],
        "late_count": late_count(round_),
        "breakdown": _breakdown(book, numbers),
        "summed": _summed(book, numbers) if only_sums or round_.summed else None,
        "ballots": [] if only_sums else sorted(ballots, key=_in_order),
        "counts": list(_counts(book, numbers)),
    }


def _by_number(cells: Mapping[Any, Mapping[Any, Any]], numbers: Mapping[str, int]) -> dict[str, dict[str, Any]]:
    return {str(numbers[poster]): dict(by) for poster, by in cells.items()}


def _breakdown(book: Book, numbers: Mapping[str, int]) -> list[dict[str, Any]] | None:
    if book.round.breakdown is None:
        return None
    return [row.model_dump() | {"cells": _by_number(row.cells, numbers)} for row in book.round.breakdown.rows]


def _summed(book: Book, numbers: Mapping[str, int]) -> dict[str, Any]:
    voted = turnout(book)
    return {"phone": voted.phone, "paper": voted.paper, "dots": _by_number(book.ballot_dots(), numbers)}


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
