"""The priority-feasibility matrix: which posters are wanted and feasible, and which are wanted but hard."""

from dataclasses import dataclass

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.result import Point, Result
from workshop_tool.language import _
from workshop_tool.record.facts.wording import numbered

_CRITERIA = 2


@dataclass(frozen=True)
class MatrixPoint:
    """One poster in the matrix."""

    number: int
    across: float
    """Feasibility: its share of the most dots, 0 to 1."""
    up: float
    """Priority: its share of the most dots, 0 to 1."""
    hard: bool
    """Wanted but hard."""


@dataclass(frozen=True)
class MatrixFacts:
    """The matrix and how to read it."""

    title: str
    points: tuple[MatrixPoint, ...]
    across: str
    up: str
    corners: tuple[str, str, str, str]
    """Words in the corners: upper left, upper right, lower left, lower right."""
    readings: tuple[str, ...]
    how_to: str


def matrix_facts(plan: Plan, result: Result) -> MatrixFacts | None:
    """Return the matrix of the first two criteria, or None where no poster has counts of both."""
    if len(result.round.asked) < _CRITERIA or not (points := result.matrix()):
        return None
    numbers = {row.poster: plan.area_of(plan.posters[row.poster]).number for row in result.rows}
    both = [numbers[point.poster] for point in points if _wanted_and_feasible(point)]
    hard = [numbers[point.poster] for point in points if point.wanted_but_hard]
    missing = [numbers[row.poster] for row in result.rows if row.poster not in {point.poster for point in points}]
    wanted, feasible = result.round.asked[:2]
    readings = []
    if hard:
        readings.append(_("Wanted but hard: {numbers}.").format(numbers=numbered(hard)))
    if missing:
        readings.append(
            _("Without both counts, so not in the matrix: {numbers}.").format(numbers=numbered(missing)),
        )
    return MatrixFacts(
        title=_title(both, hard),
        points=tuple(
            MatrixPoint(numbers[point.poster], point.feasible, point.wanted, point.wanted_but_hard) for point in points
        ),
        across=feasible.label,
        up=wanted.label,
        corners=(_("wanted, hard"), _("wanted, feasible"), _("less wanted, hard"), _("less wanted, feasible")),
        readings=tuple(readings),
        how_to=_(
            "Each number is a problem area. Higher is wanted more, further right is easier. Places are shares of the "
            "most dots that any poster got; the lines stand at one half."
        ),
    )


def _wanted_and_feasible(point: Point) -> bool:
    return point.wanted >= 0.5 <= point.feasible  # noqa: PLR2004 - the midlines of the matrix


def _title(both: list[int], hard: list[int]) -> str:
    if both:
        return _("Wanted and feasible: {numbers}").format(numbers=numbered(both))
    if hard:
        return _("Wanted but hard: {numbers}").format(numbers=numbered(hard))
    return _("Nothing is both wanted and feasible")
