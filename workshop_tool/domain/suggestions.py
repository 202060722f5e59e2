"""What the room sends in and the facilitator decides on: new trends, new problem areas, comments."""

from typing import Annotated, Literal

from pydantic import Field

from workshop_tool.domain.fact import GroupId, Item, Line, Text

SuggestionKind = Literal["trend", "problem area", "comment"]
SuggestionState = Literal["waiting", "accepted", "merged", "dismissed"]
Share = Annotated[float, Field(ge=0, le=1)]


class Suggestion(Item):
    """One thing that a group or a phone sent in. It stays after it was decided on, so that undo brings it back."""

    kind: SuggestionKind
    text: Text
    group: GroupId | None = None
    """The group that sent it; None from a phone, whose owner stays unknown."""
    about: str | None = None
    """Id of the trend or poster that a comment is about."""
    importance: Share | None = None
    certainty: Share | None = None
    """Where the group would place a trend; both or neither."""
    state: SuggestionState = "waiting"
    became: str | None = None
    """Id of the trend or problem area that it was accepted as or merged into."""
    note: Line = ""
    """Why it was dismissed, where somebody said so."""
