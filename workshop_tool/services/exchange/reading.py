"""From the exchange format to a workshop: strict, and with the place of whatever does not fit."""

import json
from pathlib import Path
from typing import Any, Final

from immutables import Map
from pydantic import ValidationError

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.services.exchange.format import ExchangeWorkshop
from workshop_tool.services.exchange.places import NotExchangeFormat, found, lowered, placed
from workshop_tool.services.exchange.reading_plan import plan_from
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
    plan = plan_from(entry)
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
