"""Flags the drafts that repeat one another or what the workshop has."""

from collections.abc import Sequence

from workshop_tool.lists.comparing import Comparison
from workshop_tool.lists.drafts import Draft, Duplicate


def find_duplicates(drafts: Sequence[Draft], existing: Sequence[str], comparison: Comparison) -> tuple[Duplicate, ...]:
    """Flag each draft that repeats an existing text or an earlier draft; at most once, exact before near."""
    repeats = comparison.repeats([_identity(draft) for draft in drafts], existing)
    return tuple(Duplicate(draft=place, of=of, exact=exact) for place, of, exact in repeats)


def _identity(draft: Draft) -> str:
    """What tells one draft from another: two people may share a name, not a name and an organisation."""
    return " ".join(part for part in (draft.text, draft.organisation, draft.sector) if part)
