"""What a reader hands over: drafts that nobody has accepted yet, and what was left out and why."""

from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from workshop_tool.domain.fact import Fact
from workshop_tool.domain.trends import Origin
from workshop_tool.lists.choices import Offers
from workshop_tool.lists.comparing import Comparison

ListKind = Literal["trends", "problems", "participants", "questions"]
DOUBTFUL = 0.7
"""Below this confidence a person should look at a draft before it is taken over."""
Share = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]


class Draft(Fact):
    """One item as it was read: what applies to its kind is filled in, the rest is None."""

    text: str
    """The trend, problem area or question; of a participant the name, or what else identifies them."""
    theme: str | None = None
    number: int | None = None
    """The number the list gives it, 1 to 9999, where the list gives every number once."""
    new: bool = False
    """Marked as new in the list."""
    children: tuple[str, ...] = ()
    """The items nested beneath it."""
    owner: str | None = None
    """Who follows it up, where the list says so."""
    name: str | None = None
    organisation: str | None = None
    sector: str | None = None
    importance: Share | None = None
    """0 = High, 1 = Very high."""
    certainty: Share | None = None
    """0 = Uncertain, 1 = Certain."""
    origin: Origin | None = None
    note: str | None = None
    """What else the source says about it, line by line."""
    confidence: Share = 1.0
    """How sure the reader is that this is one whole item and nothing else; see ``DOUBTFUL``."""
    repair: str | None = None
    """The text with letters put back that seem to be lost: for a person to accept, never taken by itself."""
    line: int | None = None
    """Where it starts in the source, counted from 1."""


class LeftOut(Fact):
    """Something in the source that became no draft."""

    text: str
    reason: str
    line: int | None = None


class Duplicate(Fact):
    """A draft that repeats an earlier one, or something the workshop already has."""

    draft: int
    """Its place in ``Preview.drafts``, counted from 0."""
    of: int | str
    """The place of the earlier draft, or the existing text."""
    exact: bool
    """The same but for capitals and blanks; otherwise nearly the same."""


class Findings(Fact):
    """What one reader made of one source."""

    drafts: tuple[Draft, ...]
    left_out: tuple[LeftOut, ...] = ()
    encoding: str
    """How the characters were stored; "" where the format itself says it."""
    notes: tuple[str, ...] = ()
    offers: Offers = Offers()


class Preview(Fact):
    """What an import would bring; nothing is changed by it."""

    kind: ListKind
    drafts: tuple[Draft, ...]
    left_out: tuple[LeftOut, ...]
    duplicates: tuple[Duplicate, ...]
    encoding: str
    """How the characters were stored: utf-8, cp1252 …; "" where the format itself says it."""
    notes: tuple[str, ...]
    """Sentences about the whole list."""
    offers: Offers = Offers()
    """What a person may choose otherwise."""

    _comparison: Comparison = PrivateAttr(default_factory=Comparison)

    @property
    def comparison(self) -> Comparison:
        """What was compared to find the duplicates, so that corrections need not compare it again."""
        return self._comparison

    def remember(self, comparison: Comparison) -> None:
        """Keep what was compared."""
        self._comparison = comparison

    def without_repeats(self) -> tuple[Draft, ...]:
        """Return the drafts that are not exactly there already; near duplicates are for a person to judge."""
        repeated = {duplicate.draft for duplicate in self.duplicates if duplicate.exact}
        return tuple(draft for place, draft in enumerate(self.drafts) if place not in repeated)

    def told(self) -> dict[str, Any]:
        """Return what ``add --dry-run --json`` prints: drafts, what was left out, and duplicates."""
        unsaid = {"origin", "note", "repair"}
        return {
            "drafts": [draft.model_dump(mode="json", exclude=unsaid) for draft in self.drafts],
            "left_out": [part.model_dump(mode="json") for part in self.left_out],
            "duplicates": [duplicate.model_dump(mode="json") for duplicate in self.duplicates],
        }
