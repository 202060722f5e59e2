"""Links as a grid: what is linked in the rows, the posters in the columns, a mark where they meet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workshop_tool.domain.fact import TrendId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of

GridMark = Literal["better", "worse", "named", ""]
MOST_COLUMNS, MOST_ROWS = 24, 36
"""What a page of A4 holds and an eye can follow; beyond that the table of numbers is clearer."""


@dataclass(frozen=True)
class GridRow:
    """One trend or problem area, with its mark for each poster."""

    label: str
    marks: tuple[GridMark, ...]


@dataclass(frozen=True)
class GridFacts:
    """One grid."""

    columns: tuple[str, ...]
    """Numbers of the posters."""
    rows: tuple[GridRow, ...]
    key: tuple[tuple[GridMark, str], ...]
    """The marks that occur, with what they mean."""
    alt: str


def trend_grid(plan: Plan) -> GridFacts | None:
    """Return which posters name which trends and what those do to them; None where a grid would not be clear."""

    def mark(trend: str, poster: Poster) -> GridMark:
        return (poster.effects.get(TrendId(trend)) or "named") if trend in poster.trends else ""

    rows = [(trend.id, trend.label) for trend in plan.trends]
    return _grid(plan, rows, mark, _("Grid of trends (rows) and the posters that name them (columns)."))


def area_grid(plan: Plan) -> GridFacts | None:
    """Return which posters link which problem areas; None where a grid would not be clear."""

    def mark(area: str, poster: Poster) -> GridMark:
        return "named" if area in poster.links else ""

    rows = [(area.id, f"{area.number}  {area.text}") for area in sorted(plan.areas, key=lambda area: area.number)]
    return _grid(plan, rows, mark, _("Grid of problem areas (rows) and the posters that link them (columns)."))


def _grid(
    plan: Plan, named: list[tuple[str, str]], mark: Callable[[str, Poster], GridMark], what: str
) -> GridFacts | None:
    posters = plan.posters_in_list_order()
    all_rows = [GridRow(label, tuple(mark(key, poster) for poster in posters)) for key, label in named]
    rows = tuple(row for row in all_rows if any(row.marks))
    if not rows or len(rows) > MOST_ROWS or len(posters) > MOST_COLUMNS:
        return None
    words: dict[GridMark, str] = {"better": _("makes it better"), "worse": _("makes it worse"), "named": _("named")}
    used = {mark for row in rows for mark in row.marks}
    marks = sum(bool(mark) for row in rows for mark in row.marks)
    said = ngettext("{count} mark; the table has it.", "{count} marks; the table has them.", marks).format(count=marks)
    return GridFacts(
        columns=tuple(str(number_of(plan, poster.id)) for poster in posters),
        rows=rows,
        key=tuple((mark, text) for mark, text in words.items() if mark in used),
        alt=f"{what} {said}",
    )
