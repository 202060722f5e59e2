"""A ballot is one voter's complete allocation of dots, replaceable until the round closes."""

from typing import Annotated, Literal, Self

from pydantic import Field

from workshop_tool.domain.fact import CriterionKey, Fact, Line, PosterId


class Allocation(Fact):
    """One voter's complete allocation: dots by poster and criterion. Zeros are left out."""

    dots: dict[PosterId, dict[CriterionKey, Annotated[int, Field(ge=0, le=100, strict=True)]]] = {}  # noqa: RUF012

    def of(self, poster: str, criterion: str) -> int:
        """Return the dots of one criterion on one poster."""
        return self.dots.get(PosterId(poster), {}).get(CriterionKey(criterion), 0)

    def spent(self, criterion: str) -> int:
        """Return the dots of one criterion on all posters."""
        return sum(placed.get(CriterionKey(criterion), 0) for placed in self.dots.values())

    def trimmed(self) -> Self:
        """Return the same allocation without zeros, so that equal ballots are equal."""
        placed = {p: {c: n for c, n in by.items() if n} for p, by in self.dots.items()}
        return type(self)(dots={p: by for p, by in placed.items() if by})


Way = Literal["phone", "paper"]


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
