"""The grid of a poster page, laid out from the template alone, so that all posters of a workshop compare."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

GUTTER = 10.0
_MOST_COLUMNS = 4
_FEWEST_ROWS = 2


@dataclass(frozen=True)
class Cell:
    """Where one field stands: lower left corner and size, in points from the grid's lower left corner."""

    x: float
    y: float
    width: float
    height: float


def part_columns(counts: Sequence[int]) -> tuple[int, ...]:
    """Return how many columns each part gets for its number of fields: as few rows as four columns allow.

    A part without fields gets none. More than four parts with fields get a column each.
    """
    most = max(_MOST_COLUMNS, sum(count > 0 for count in counts))
    rows = _FEWEST_ROWS
    while sum(ceil(count / rows) for count in counts) > most:
        rows += 1
    return tuple(ceil(count / rows) for count in counts)


def poster_grid(counts: Sequence[int], width: float, height: float) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of each part in the order of its fields: row by row, a short last row widened."""
    columns = part_columns(counts)
    column = (width - GUTTER * (sum(columns) - 1)) / max(1, sum(columns))
    parts, x = [], 0.0
    for count, own in zip(counts, columns, strict=True):
        part_width = own * column + (own - 1) * GUTTER
        parts.append(_part(count, own, x, part_width, height))
        x += part_width + GUTTER if own else 0.0
    return tuple(parts)


def _part(count: int, columns: int, left: float, width: float, height: float) -> tuple[Cell, ...]:
    if not count:
        return ()
    rows = ceil(count / columns)
    row_height = (height - GUTTER * (rows - 1)) / rows
    cells = []
    for at in range(count):
        row = at // columns
        in_row = min(columns, count - row * columns)
        cell_width = (width - GUTTER * (in_row - 1)) / in_row
        x = left + (at % columns) * (cell_width + GUTTER)
        cells.append(Cell(x, height - row * (row_height + GUTTER) - row_height, cell_width, row_height))
    return tuple(cells)
