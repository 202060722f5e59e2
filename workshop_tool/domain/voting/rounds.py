"""A round of dot voting: its settings, its list of posters and its state."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from workshop_tool.domain.fact import CriterionKey, Item, Line, Name, PosterId
from workshop_tool.domain.voting.criteria import CRITERIA, Criteria, Criterion

RoundState = Literal["prepared", "open", "closed", "published"]
TieRule = Literal["shared rank", "other criterion"]
Dots = Annotated[int, Field(ge=0, le=100)]


class Round(Item):
    """Settings are chosen before opening; opening fixes the list of posters."""

    name: Name
    criteria: Criteria = CRITERIA
    dots: dict[CriterionKey, Dots | None] = {CRITERIA[0].key: 3, CRITERIA[1].key: 1}  # noqa: RUF012
    """Dots per person and criterion; None where it is not known (a paper vote of the past)."""
    most_per_poster: Annotated[int, Field(ge=1)] | None = None
    """Most dots of one criterion that one voter may place on one poster; None = no limit but the dots themselves."""
    tie_rule: TieRule = "shared rank"
    posters: tuple[PosterId, ...] = ()
    """In list order; empty until the round opens."""
    state: RoundState = "prepared"
    present: Annotated[int, Field(ge=0)] | None = None
    """How many could have voted; None where nobody counted."""
    key: str | None = None
    """Secret (hex) that turns a device's token into a voter key; dropped when the round is published."""
    opened_at: dt.datetime | None = None
    published_at: dt.datetime | None = None
    note: Line = ""

    def criterion(self, key: str) -> Criterion:
        """Return one of the round's criteria, or raise KeyError."""
        return {str(criterion.key): criterion for criterion in self.criteria}[key]


class CountEntry(Item):
    """Dots counted off a paper poster, or a correction of it; of several entries for one cell the last one stands."""

    poster: PosterId
    criterion: CriterionKey
    count: Annotated[int, Field(ge=0, le=100_000)] | None
    """None takes an earlier count back: not entered again, which is not zero."""
    by: Line = ""
    reason: Line = ""
