"""The workshop that this one carries on from, and what came over from it as it stood there."""

import datetime as dt
from typing import Literal

from workshop_tool.domain.fact import Fact, Id, Line
from workshop_tool.domain.trends import Share

CarriedPart = Literal["trends", "areas", "posters", "participants", "programme", "questions"]
"""What may be taken along, by the name of its table."""


class Stood(Fact):
    """One trend, problem area or poster as it stood when the earlier workshop ended."""

    id: Id
    text: Line
    """A trend's label, a problem area's text, a poster's title."""
    number: int | None = None
    """Of a problem area, or of the one that a poster is on."""
    theme: Line = ""
    importance: Share | None = None
    certainty: Share | None = None


class Earlier(Fact):
    """Which workshop this one continues; without a title it continues none."""

    title: Line = ""
    date: dt.date | None = None
    parts: tuple[CarriedPart, ...] = ()
    trends: tuple[Stood, ...] = ()
    areas: tuple[Stood, ...] = ()
    posters: tuple[Stood, ...] = ()
