"""A criterion is a dot colour with a meaning, a letter and a shape: nobody needs to tell colours apart."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints

from workshop_tool.domain.fact import CriterionKey, Fact, Line, Name

Shape = Literal["circle", "triangle", "square", "diamond"]
DotColour = Literal["blue", "green"]


class Criterion(Fact):
    """What one colour of dots asks."""

    key: CriterionKey
    label: Name
    letter: Annotated[str, StringConstraints(min_length=1, max_length=1)]
    shape: Shape
    colour: DotColour
    meaning: Line = ""


def _with_keys_of_their_own(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    if len({criterion.key for criterion in criteria}) < len(criteria):
        raise ValueError("two criteria have the same key")
    return criteria


Criteria = Annotated[tuple[Criterion, ...], Field(min_length=2), AfterValidator(_with_keys_of_their_own)]
"""The first says what is wanted, the second what is feasible: the matrix needs both."""

PRIORITY: Final = Criterion(
    key=CriterionKey("priority"),
    label="Priority",
    letter="P",
    shape="circle",
    colour="blue",
    meaning="what matters most",
)
FEASIBILITY: Final = Criterion(
    key=CriterionKey("feasibility"),
    label="Feasibility",
    letter="F",
    shape="triangle",
    colour="green",
    meaning="what can be done",
)
CRITERIA: Final = (PRIORITY, FEASIBILITY)
