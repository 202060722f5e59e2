"""From the exchange format to a round of voting with its ballots and counts."""

import secrets
from collections.abc import Mapping
from typing import Any

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.casting import check_allocation
from workshop_tool.domain.voting.criteria import CRITERIA
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.services.exchange.format import RoundEntry
from workshop_tool.services.exchange.places import NotExchangeFormat, found, lowered, placed, values_of

_POSTER = "poster on problem area"


def book_from(plan: Plan, entry: RoundEntry, place: str, order: int) -> Book:
    """Build one round of a plan.

    Raises:
        NotExchangeFormat: something in it does not fit.
    """
    posters = {plan.area_of(poster).number: poster.id for poster in plan.posters_in_list_order()}
    criteria = entry.criteria or CRITERIA
    keys = {str(criterion.key) for criterion in criteria}
    _check_criteria(entry, keys, place)
    numbers = list(posters) if entry.problems is None else entry.problems
    if len(set(numbers)) < len(numbers):
        raise NotExchangeFormat(place=f"{place}.problems", what="a problem stands twice")
    drawn_up = {"criteria", "dots", "problems", "only", "decisions", "breakdown", "summed", "ballots", "counts"}
    standing = tuple(found(n, posters, f"{place}.problems", _POSTER) for n in numbers)
    round_ = Round(
        **values_of(entry, without=tuple(drawn_up)),
        position=float(order),
        criteria=criteria,
        dots={key: entry.dots.get(key) for key in sorted(keys)},
        posters=standing if entry.state != "prepared" else (),
        only=tuple(found(n, posters, f"{place}.only", _POSTER) for n in entry.only),
        key=secrets.token_hex(32) if entry.state == "closed" else None,
        **_told(entry, posters, place),
    )
    return _with_counts(_with_ballots(Book(round=round_), entry, posters, place), entry, posters, place).settled()


def _check_criteria(entry: RoundEntry, keys: set[str], place: str) -> None:
    """Refuse a criterion that the round does not have, wherever it is named."""
    named = {"dots": set(entry.dots), "decisions": {row.criterion for row in entry.decisions}}
    rows = [row.cells for row in entry.breakdown] if entry.breakdown else []
    named["breakdown"] = {key for cells in rows for by in cells.values() for key in by}
    named["summed"] = {key for by in entry.summed.dots.values() for key in by} if entry.summed else set()
    for part, used in named.items():
        if unknown := sorted(used - keys):
            raise NotExchangeFormat(place=f"{place}.{part}", what=f'there is no criterion "{unknown[0]}"')


def _told(entry: RoundEntry, posters: Mapping[int, str], place: str) -> dict[str, Any]:
    """Return decisions, voters by sector and sums with ids for numbers."""

    def by_poster(cells: Mapping[str, Any], part: str) -> dict[str, Any]:
        return {found(int(n), posters, f"{place}.{part}", _POSTER): by for n, by in cells.items()}

    rows = placed(f"{place}.decisions", entry.decisions)
    told: dict[str, Any] = {
        "decisions": tuple(
            {
                "criterion": row.criterion,
                "posters": tuple(found(n, posters, at, _POSTER) for n in row.problems),
                "reason": row.reason,
            }
            for at, row in rows
        )
    }
    if entry.breakdown is not None:
        lines = [row.model_dump() | {"cells": by_poster(row.cells, "breakdown")} for row in entry.breakdown]
        told["breakdown"] = {"rows": lines}
    if entry.summed is not None:
        told["summed"] = entry.summed.model_dump() | {"dots": by_poster(entry.summed.dots, "summed")}
    return told


def _with_ballots(book: Book, entry: RoundEntry, posters: Mapping[int, str], place: str) -> Book:
    for at, ballot in placed(f"{place}.ballots", entry.ballots):
        dots = {found(int(n), posters, at, _POSTER): by for n, by in ballot.dots.items()}
        allocation = Allocation.model_validate({"dots": dots})
        try:
            check_allocation(book.round, allocation)
        except WorkshopProblem as problem:
            what = str(problem).partition(". ")[0]  # the rest says what becomes of a ballot on a phone
            raise NotExchangeFormat(place=at, what=lowered(what)) from problem
        book = book.with_ballot(Ballot(voter=new_id(), allocation=allocation, way=ballot.way))
    return book


def _with_counts(book: Book, entry: RoundEntry, posters: Mapping[int, str], place: str) -> Book:
    keys = {criterion.key for criterion in book.round.criteria}
    entered: set[tuple[str, str]] = set()
    for at, row in placed(f"{place}.counts", entry.counts):
        poster = found(row.problem, posters, at, _POSTER)
        for key, number in row.dots.items():
            if key not in keys:
                raise NotExchangeFormat(place=at, what=f'there is no criterion "{key}"')
            if number is None and (poster, key) not in entered:
                continue
            entered.add((poster, key))
            book = book.with_count(
                CountEntry(id=new_id(), poster=poster, criterion=key, count=number, by=row.by, reason=row.reason)
            )
    return book
