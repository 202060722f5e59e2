"""How the exchange format says where something does not fit, and finds what it names."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services.exchange.format import Part

T = TypeVar("T")


class NotExchangeFormat(WorkshopProblem):
    """The workshop data does not fit the exchange format: {place}: {what}. Nothing was made of it."""


def values_of(part: Part, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what stands in a part, with an id where it has none."""
    values = part.model_dump(exclude={*without})
    values["id"] = values.get("id") or new_id()
    return values


def placed(name: str, parts: Sequence[T]) -> list[tuple[str, T]]:
    """Return the parts with the place of each, counted from 1 as people do."""
    return [(f"{name}[{number}]", part) for number, part in enumerate(parts, start=1)]


def found(wanted: Any, ids: Mapping[Any, str], place: str, what: str) -> str:
    """Return the id of what is named.

    Raises:
        NotExchangeFormat: there is no such thing.
    """
    if wanted not in ids:
        raise NotExchangeFormat(place=place, what=f"there is no {what} {wanted}")
    return ids[wanted]


def lowered(message: str) -> str:
    """Return a sentence as it goes on behind a colon."""
    return message[:1].lower() + message[1:]
