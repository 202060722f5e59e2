"""What is happening in the room right now: the programme part that runs, its timer, and a word from the facilitator."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from workshop_tool.domain.fact import Fact, Line


class Now(Fact):
    """One moment of the day as everybody should see it."""

    part: str | None = None
    """Id of the programme part that runs; None before the first and after the last."""
    ends: dt.datetime | None = None
    """When the timer reaches zero; None without a timer, or while it is paused."""
    left: Annotated[int, Field(ge=-86_400, le=86_400)] | None = None
    """Seconds that were left when the timer was paused; negative behind its end."""
    length: Annotated[int, Field(ge=0, le=172_800)] | None = None
    """Seconds that the timer was set to, with what was added since: what shares of it are counted of."""
    message: Line = ""
    """What to do, in the facilitator's words; where it is empty, the part's title says it."""
