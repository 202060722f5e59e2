"""Lists in four languages and many shapes, each with the items a person would take from it."""

from dataclasses import dataclass, field

from workshop_tool.lists import ListKind


@dataclass(frozen=True)
class Case:
    """One list and what it holds: (text, theme, number) of each item in order."""

    name: str
    source: str
    items: list[tuple[str, str | None, int | None]]
    left_out: list[str] = field(default_factory=list)
    """What is left out, in order."""
    kind: ListKind = "problems"
