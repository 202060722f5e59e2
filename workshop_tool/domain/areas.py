"""Problem areas: the numbered list that the groups pick from."""

from typing import Annotated

from pydantic import Field

from workshop_tool.domain.fact import Item, Line, Name, Text
from workshop_tool.domain.trends import Origin


class ProblemArea(Item):
    """One problem area under a number that people say aloud ("related to number 12")."""

    number: Annotated[int, Field(ge=1, le=9999)]
    text: Name
    theme: Line = ""
    origin: Origin | None = None
    new: bool = False
    """Added in the room."""
    note: Text = ""
    owner: Line = ""
    """Who follows it up, where that is known already."""
    hidden: bool = False
    """Left out of what the room sees; a poster that a round names can be hidden, never removed."""
