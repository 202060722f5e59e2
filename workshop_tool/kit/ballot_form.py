"""The form of a paper ballot: which posters and criteria stand on it, and how many boxes each dot colour gets."""

from dataclasses import dataclass
from typing import Final

from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.lettering import height_of
from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR

BOX: Final = 16.0
"""Side of a box, in points."""
STEP: Final = 20.0
"""From one box to the next."""
NUMBER: Final = 28.0
"""Width of the column of the posters' numbers."""
TEXT: Final = 11.0
"""Size of the titles."""
_LEAST_COLUMN: Final = 56.0
_LEAST_ROW: Final = 25.0
_MOST_BOXES: Final = 5


@dataclass(frozen=True)
class Row:
    """A poster on the list."""

    number: int
    title: str


@dataclass(frozen=True)
class Column:
    """Where the dots of one criterion are placed."""

    criterion: Criterion
    boxes: int
    """For one poster; 0 where the number of dots is written instead."""

    @property
    def width(self) -> float:
        """Width of the column, in points."""
        return max(_LEAST_COLUMN, self.boxes * STEP + 10)


@dataclass(frozen=True)
class BallotForm:
    """What all ballots of a round have in common."""

    name: str
    rules: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]

    @property
    def columns_width(self) -> float:
        """Width of all columns of boxes, in points."""
        return sum(column.width for column in self.columns)

    def pages(self, width: float, height: float) -> tuple[tuple[tuple[Row, float], ...], ...]:
        """Return the rows of each page with their heights, for lists of this size in points."""
        pages, page, left = list[tuple[tuple[Row, float], ...]](), list[tuple[Row, float]](), height
        for row in self.rows:
            tall = max(_LEAST_ROW, height_of(row.title, TEXT, REGULAR, width - NUMBER - self.columns_width - 10) + 9)
            if page and tall > left:
                pages.append(tuple(page))
                page, left = [], height
            page.append((row, tall))
            left -= tall
        return (*pages, tuple(page))


def ballot_form(workshop: Workshop) -> BallotForm:
    """Return the form of the round that is open or prepared last, or of the usual one where there is none."""
    plan = workshop.plan
    coming = [book.round for book in workshop.rounds if book.round.state in {"prepared", "open"}]
    round_ = workshop.open_book.round if workshop.open_book else (coming or [_usual_round()])[-1]
    named = round_.posters or round_.only
    posters = [poster for poster in plan.posters_in_list_order() if not named or poster.id in named]
    rows = tuple(Row(plan.area_of(poster).number, plan.title_of(poster)) for poster in posters)
    return BallotForm(round_.name, _rules(round_), rows, _columns(round_))


def _usual_round() -> Round:
    return Round(id="usual", name=_("Dot voting"))


def _columns(round_: Round) -> tuple[Column, ...]:
    wanted = {criterion.key: _boxes(round_, round_.dots.get(criterion.key)) for criterion in round_.asked}
    # Many boxes for each of many criteria would leave no room for the titles.
    crowded = sum(wanted.values()) > 2 * _MOST_BOXES
    return tuple(
        Column(criterion, 0 if crowded else wanted[criterion.key])
        for criterion in round_.asked
        if round_.dots.get(criterion.key) != 0
    )


def _boxes(round_: Round, dots: int | None) -> int:
    """Return how many boxes one poster gets; 0 where they are unknown or too many to cross."""
    if dots is None:
        return 0
    most = min(dots, round_.most_per_poster or dots)
    return most if most <= _MOST_BOXES else 0


def _rules(round_: Round) -> str:
    counted = [
        _("{dots} for {criterion}").format(dots=dots, criterion=f"{criterion.label} ({criterion.letter})")
        for criterion in round_.asked
        if (dots := round_.dots.get(criterion.key))
    ]
    rules = [_("One cross or number for each dot.") if not counted else ""]
    if counted:
        rules = [_("You have these dots: {counted}.").format(counted=", ".join(counted))]
    columns = _columns(round_)
    if all(column.boxes for column in columns):
        rules.append(_("Cross one box for each."))
    elif any(column.boxes for column in columns):
        rules.append(_("Cross one box for each, or write how many where there is a frame."))
    else:
        rules.append(_("Write how many into the frames."))
    if round_.most_per_poster is not None:
        rules.append(_("At most {most} of a kind for one poster.").format(most=round_.most_per_poster))
    if not round_.own_poster:
        rules.append(_("None for a poster of your own group."))
    return " ".join(filter(None, rules))
