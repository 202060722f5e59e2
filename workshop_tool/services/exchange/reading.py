"""From the exchange format to a workshop: strict, and with the place of whatever does not fit."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from immutables import Map
from pydantic import ValidationError

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import Item, new_id
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.particulars import Particulars, ProgrammePart, Question
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.plan import AS_WRITTEN, ON_ITS_OWN, Plan
from workshop_tool.domain.posters import DAMVAD_TEMPLATE, Poster
from workshop_tool.domain.record_choices import RecordChoices
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.services.exchange.format import ExchangeWorkshop, GroupEntry, Part, QuestionEntry
from workshop_tool.services.exchange.places import NotExchangeFormat, found, lowered, placed, values_of
from workshop_tool.services.exchange.reading_rounds import book_from

SIZE_CAP: Final = 100_000_000


class CannotReadData(WorkshopProblem):
    """{path} cannot be read ({what}). Nothing was made of it."""


def read_exchange(path: Path) -> Workshop:
    """Read a workshop from a file in the exchange format.

    Raises:
        CannotReadData: there is no such file, or it is no JSON text.
        NotExchangeFormat: something in it does not fit; the sentence names the place.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for, a device has no end
            raise CannotReadData(path=path, what="it is not a plain file")
        if path.stat().st_size > SIZE_CAP:
            raise CannotReadData(path=path, what="it is far too large")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CannotReadData(path=path, what=(error.strerror or "no access").lower()) from error
    except UnicodeDecodeError as error:
        raise CannotReadData(path=path, what="it is not UTF-8 text") from error
    return from_exchange(_parsed(text, path))


def from_exchange(data: Any) -> Workshop:
    """Build a workshop from data in the exchange format.

    Raises:
        NotExchangeFormat: something does not fit; the sentence names the place.
    """
    try:
        entry = ExchangeWorkshop.model_validate_json(json.dumps(data))
    except ValidationError as error:
        first = error.errors()[0]
        raise NotExchangeFormat(place=_place(first["loc"]), what=lowered(first["msg"])) from error
    except ValueError as error:
        raise NotExchangeFormat(place="file", what=lowered(str(error))) from error
    plan = _plan(entry)
    books = [
        book_from(plan, round_, place, order) for order, (place, round_) in enumerate(placed("rounds", entry.rounds), 1)
    ]
    by_id = {book.round.id: book for book in books}
    if len(by_id) < len(books):
        raise NotExchangeFormat(place="rounds", what="two rounds have the same id")
    for place, book in placed("rounds", books):
        if book.round.follows is not None:
            found(book.round.follows, dict.fromkeys(by_id, ""), f"{place}.follows", "round")
    log = tuple(LogEntry(id=new_id(), position=n, **row.model_dump()) for n, row in enumerate(entry.log, start=1))
    return Workshop(plan=plan, books=Map(by_id), log=log)


def _plan(entry: ExchangeWorkshop) -> Plan:
    questions = [QuestionEntry(text=q) if isinstance(q, str) else q for q in entry.questions]
    groups = [GroupEntry(name=g) if isinstance(g, str) else g for g in entry.groups]
    plan = Plan(
        particulars=Particulars.model_validate(entry.workshop.model_dump()),
        template=entry.template or DAMVAD_TEMPLATE,
        record=RecordChoices.model_validate(entry.record.model_dump()) if entry.record else AS_WRITTEN,
        earlier=entry.earlier or ON_ITS_OWN,
    )
    plan = _with_all(plan, "programme", entry.programme, _item_of(ProgrammePart))
    plan = _with_all(plan, "questions", questions, _item_of(Question))
    plan = _with_all(plan, "trends", entry.trends, _item_of(Trend))
    plan = _with_all(plan, "problem_areas", entry.problem_areas, _item_of(ProblemArea))
    plan = _with_all(plan, "groups", groups, _item_of(Group))
    group_ids = {group.name: group.id for group in plan.groups}
    area_ids = {area.number: area.id for area in plan.areas}
    trend_ids = {trend.label: trend.id for trend in plan.trends}

    def participant(place: str, part: Any) -> Item:
        groups = _named(part.groups, group_ids, f"{place}.groups", "group")
        return Participant(**values_of(part) | {"groups": groups})

    def poster(place: str, part: Any) -> Item:
        unknown = [key for key in (*part.fields, *part.domains, *part.actions) if key not in plan.template.keys]
        if unknown:
            raise NotExchangeFormat(place=f"{place}.fields", what=f'the template has no field "{unknown[0]}"')
        values = values_of(part, without=("problem", "title")) | {
            "area": found(part.problem, area_ids, f"{place}.problem", "problem area"),
            "title": part.title or "",
            "groups": _named(part.groups, group_ids, f"{place}.groups", "group"),
            "fields": {key: text for key, text in part.fields.items() if text},
            "trends": tuple(found(label, trend_ids, f"{place}.trends", "trend") for label in part.trends),
            "effects": {
                found(label, trend_ids, f"{place}.effects", "trend"): effect for label, effect in part.effects.items()
            },
            "links": tuple(found(number, area_ids, f"{place}.links", "problem area") for number in part.links),
        }
        return Poster(**values)

    plan = _with_all(plan, "participants", entry.participants, participant)
    plan = _with_all(plan, "posters", entry.posters, poster)

    def minute(place: str, part: Any) -> Item:
        area = None if part.problem is None else found(part.problem, area_ids, f"{place}.problem", "problem area")
        on = plan.poster_on(area) if area else None
        if area and on is None:
            raise NotExchangeFormat(place=f"{place}.problem", what=f"there is no poster on problem area {part.problem}")
        return Minute(**values_of(part, without=("problem",)) | {"poster": on.id if on else None})

    return _with_all(plan, "minutes", entry.minutes, minute).settled()


def _with_all(plan: Plan, name: str, parts: Sequence[Any], build: Callable[[str, Any], Item]) -> Plan:
    """Add the parts of one list, and refuse two that claim the same id, number, name or problem area."""
    seen: set[tuple[str, object]] = set()
    for place, part in placed(name, parts):
        item = build(place, part)
        plan = plan.with_new(item)
        for label in ("id", "number", "area"):
            claim = (label, getattr(item, label, None))
            if claim[1] is not None and claim in seen:
                raise NotExchangeFormat(place=place, what=f"its {'problem' if label == 'area' else label} stands twice")
            seen.add(claim)
        if isinstance(item, Group | Trend):
            claim = ("name", getattr(item, "name", None) or getattr(item, "label", None))
            if claim in seen:
                raise NotExchangeFormat(place=place, what=f'"{claim[1]}" stands twice')
            seen.add(claim)
    return plan


def _item_of(kind: type[Item]) -> Callable[[str, Part], Item]:
    return lambda _place, part: kind(**values_of(part))


def _named(groups: Mapping[str, str], ids: Mapping[str, str], place: str, what: str) -> dict[str, str]:
    return {part: found(name, ids, place, what) for part, name in groups.items()}


def _place(loc: tuple[int | str, ...]) -> str:
    """Say a place as people read it: ``posters[3].problem``, counted from 1."""
    steps = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc]
    return "".join(steps).lstrip(".") or "file"


def _parsed(text: str, path: Path) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen = dict(pairs)
        if len(seen) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise ValueError(f'the key "{twice}" stands twice in one object')
        return seen

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is not a number that JSON knows")

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    except json.JSONDecodeError as error:
        what = f"line {error.lineno}, column {error.colno}: {lowered(error.msg)}"
        raise CannotReadData(path=path, what=what) from error
    except (ValueError, RecursionError) as error:
        what = str(error) if isinstance(error, ValueError) else "it is nested too deeply"
        raise CannotReadData(path=path, what=what) from error
