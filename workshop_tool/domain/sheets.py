"""One device's warm-up answers and its own placing of the trends; no names, one sheet per device."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Annotated

from pydantic import Field

from workshop_tool.domain.fact import Fact, Id, Text, TrendId

Share = Annotated[float, Field(ge=0, le=1)]


class Spot(Fact):
    """A place on the trend map: 0 to 1 from left to right and from bottom to top."""

    certainty: Share
    importance: Share


class Sheet(Fact):
    """What one device answered and placed; sent again, it replaces what it said before."""

    id: Id
    """HMAC of the device's token under the workshop's key: the same device has one sheet, and nobody's name."""
    answers: dict[Id, Text] = {}  # noqa: RUF012 - pydantic copies defaults
    """By question."""
    placed: dict[TrendId, Spot] = {}  # noqa: RUF012 - as above


@dataclass(frozen=True)
class Spread:
    """How the room placed one trend: the mean, and the standard deviation (population) on each axis, 0 to 0.5."""

    count: int
    mean: Spot
    certainty: float
    importance: float


def spread_of(trend: str, sheets: Iterable[Sheet]) -> Spread | None:
    """Return how all sheets together place a trend, or None where none does."""
    spots = [spot for sheet in sheets if (spot := sheet.placed.get(TrendId(trend))) is not None]
    if not spots:
        return None
    across, up = [spot.certainty for spot in spots], [spot.importance for spot in spots]
    mean = Spot(certainty=_mean(across), importance=_mean(up))
    return Spread(len(spots), mean, _deviation(across), _deviation(up))


def _mean(values: list[float]) -> float:
    return min(1.0, max(0.0, fsum(values) / len(values)))


def _deviation(values: list[float]) -> float:
    mean = fsum(values) / len(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / len(values))
