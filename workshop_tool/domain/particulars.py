"""The particulars of a workshop: what, when, where, for whom, by whom, on what ground."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from workshop_tool.domain.fact import Fact, Item, Line, Name, Text

Standing = Literal["running", "draft", "approved"]
"""``running``: the room speaks. ``draft``: closed, the record is being written. ``approved``: the record stands."""


class Particulars(Fact):
    """Everything said about the workshop as a whole. Unknown stays empty or None, never invented."""

    title: Name
    project: Line = ""
    subtitle: Line = ""
    client: Line = ""
    date: dt.date | None = None
    place: Line = ""
    host: Line = ""
    facilitators: tuple[Name, ...] = ()
    author: Line = ""
    purpose: Text = ""
    introduction: Text = ""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    """Language of the record (ISO 639-1), chosen apart from the screen's."""
    horizon: Line = "2030"
    """What the certainty axis looks towards: "development towards 2030"."""
    interviews: Annotated[int, Field(ge=0)] | None = None
    documents: Annotated[int, Field(ge=0)] | None = None
    present: Annotated[int, Field(ge=0)] | None = None
    """How many took part; None where nobody counted (then the participants listed count)."""
    source: Text = ""
    """Where the content comes from, for a workshop that is retold or made up."""
    standing: Standing = "running"
    join_code: Annotated[str, Field(pattern=r"^[A-Z0-9]{4,8}$")] | None = None
    room_key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    """Secret of the room (hex): cards, stations and devices are known by what is made of it."""
    cards: Annotated[int, Field(ge=0, le=2000)] = 0
    """How many voter cards were made; see ``workshop_tool.domain.voting.cards``."""


Stage = Literal[
    "", "welcome", "presentation", "trends", "problem areas", "group work", "plenary", "voting", "closing", "break"
]
"""What of the method a part of the day is; empty where nobody said."""

Shown = Literal["", "welcome", "programme", "trends", "areas", "wall", "poster", "vote", "result", "black"]
"""What the projector turns to with a part of the day; empty leaves its picture."""


class ProgrammePart(Item):
    """One timed part of the day."""

    title: Name
    starts: dt.time | None = None
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] | None = None
    note: Text = ""
    """For everybody: it stands in the record."""
    stage: Stage = ""
    shows: Shown = ""
    reminder: Text = ""
    """For the facilitator alone, on the Run page; never shown to the room, never printed."""
    example: bool = False
    """True where the source says nothing and the value was made up to show how it looks."""


class Question(Item):
    """A warm-up question, sent out beforehand and asked again on the day."""

    text: Name
