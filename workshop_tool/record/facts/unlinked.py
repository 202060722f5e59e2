"""Takes out links to what is not in the record: a section that was switched off has no page to lead to."""

from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

_LINKS: Final = {"link", "poster"}
"""Fields of the facts that hold the key of a page."""


def unlinked(facts: Any, there: AbstractSet[str]) -> Any:
    """Return the same facts with every link that leads to none of these keys left empty."""
    if type(facts) is tuple:
        return tuple(unlinked(part, there) for part in facts)
    if not is_dataclass(facts) or isinstance(facts, type):
        return facts
    changes: dict[str, Any] = {}
    for field in fields(facts):
        value = getattr(facts, field.name)
        if field.name in _LINKS:
            changes[field.name] = value if value in there else ""
        elif is_dataclass(value) or type(value) is tuple:
            changes[field.name] = unlinked(value, there)
    return replace(facts, **changes)
