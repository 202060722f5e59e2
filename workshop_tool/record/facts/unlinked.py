"""Takes out links to what is not in the record: a section that was switched off has no page to lead to."""

from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_not
from typing import Any, Final

_LINKS: Final = {"link", "poster"}
"""Fields of the facts that hold the key of a page."""


def unlinked(facts: Any, there: AbstractSet[str]) -> Any:
    """Return the same facts with every link that leads to none of these keys left empty."""
    if type(facts) is tuple:
        parts = tuple(unlinked(part, there) for part in facts)
        return parts if any(map(is_not, parts, facts)) else facts
    if not is_dataclass(facts) or isinstance(facts, type):
        return facts
    changes: dict[str, Any] = {}
    for name in _names(type(facts)):
        value = getattr(facts, name)
        told = unlinked(value, there)
        if name in _LINKS and value not in there:
            told = ""
        if told is not value:
            changes[name] = told
    return replace(facts, **changes) if changes else facts


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
