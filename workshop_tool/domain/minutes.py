"""Minutes: what is said in the plenary, without names, and what came of it."""

from typing import Literal

from workshop_tool.domain.fact import Item, Line, Text

MinuteKind = Literal["comment", "decision", "next step"]


class Minute(Item):
    """One thing that was said, decided, or is to be done next; nobody's name belongs to what was said."""

    text: Text
    kind: MinuteKind = "comment"
    poster: str | None = None
    """Id of the poster that was talked through; None for what was said about the day as a whole."""
    part: str | None = None
    """Id of the programme part in which it was said, where one ran."""
    owner: Line = ""
    """Who follows it up: an organisation or a role; only for a decision or a next step."""
