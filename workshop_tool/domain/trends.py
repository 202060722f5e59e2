"""Trends and where they stand on the importance-certainty map."""

from typing import Annotated, Literal

from pydantic import Field

from workshop_tool.domain.fact import Item, Line, Name, Text

Origin = Literal["desk research", "interviews", "workshop"]
Share = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]


class Trend(Item):
    """A development that influences the system; it may be unplaced."""

    label: Name
    importance: Share | None = None
    """0 = High, 1 = Very high: every listed trend matters, there is no low end."""
    certainty: Share | None = None
    """0 = Uncertain, 1 = Certain."""
    origin: Origin | None = None
    presented_as: Line = ""
    """The label it was presented under, where the workshop renamed it."""
    presented_importance: Share | None = None
    presented_certainty: Share | None = None
    """Where it stood when the map was presented; None for one that was not on it."""
    sources: Annotated[int, Field(ge=0)] | None = None
    note: Text = ""
    example: bool = False
    """True where its position was made up to show how the map looks."""

    @property
    def placed(self) -> bool:
        """Whether it stands on the map."""
        return self.importance is not None and self.certainty is not None
