"""A ballot is one voter's complete allocation of dots, replaceable until the round closes."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from workshop_tool.domain.fact import CriterionKey, Fact, GroupId, Line, PosterId

_Dots = dict[PosterId, dict[CriterionKey, Annotated[int, Field(ge=0, le=100, strict=True)]]]


class Allocation(Fact):
    """One voter's complete allocation: dots by poster and criterion. Zeros are left out."""

    dots: _Dots = {}  # noqa: RUF012 - pydantic copies defaults

    @field_validator("dots")
    @classmethod
    def _without_zeros(cls, dots: _Dots) -> _Dots:
        """Leave zeros out, so that equal allocations are equal."""
        if all(by and all(by.values()) for by in dots.values()):
            return dots
        placed = {poster: {criterion: n for criterion, n in by.items() if n} for poster, by in dots.items()}
        return {poster: by for poster, by in placed.items() if by}

    def of(self, poster: str, criterion: str) -> int:
        """Return the dots of one criterion on one poster."""
        return self.dots.get(PosterId(poster), {}).get(CriterionKey(criterion), 0)

    def spent(self, criterion: str) -> int:
        """Return the dots of one criterion on all posters."""
        return sum(placed.get(CriterionKey(criterion), 0) for placed in self.dots.values())

    def most_on_one(self, criterion: str) -> int:
        """Return the dots of one criterion on the poster that has most of them."""
        return max((placed.get(CriterionKey(criterion), 0) for placed in self.dots.values()), default=0)


Way = Literal["phone", "paper"]


class BallotSums(Fact):
    """What ballots came to that are not here one by one."""

    phone: Annotated[int, Field(ge=0)]
    """How many came by phone."""
    paper: Annotated[int, Field(ge=0)]
    dots: dict[PosterId, dict[CriterionKey, Annotated[int, Field(ge=0)]]]
    """Of all of them together: the few on paper, by themselves, could be one."""


class Ballot(Fact):
    """An allocation as it was received. It replaces the same voter's earlier one."""

    voter: str
    """HMAC of the device's token under the round's key, or ``paper:`` and a slip number; a random id once sealed."""
    allocation: Allocation
    revision: Annotated[int, Field(ge=1, strict=True)] = 1
    receipt: str = ""
    way: Way = "phone"
    by: Line = ""
    """Who keyed in a paper ballot."""
    group: GroupId | None = None
    sector: Line = ""
    """What the voter said of themselves, if anything; both go when the round is published."""
