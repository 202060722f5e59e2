"""Which cells of a table of voters to hide, so that nothing about fewer than five of them can be worked out.

Cell suppression as in A. Hundepool and others, Statistical Disclosure Control (Wiley, 2012), chapter 4: cells below the
threshold are hidden, and further ones with them. Whoever looks is taken to know every total of a row and of a column.
Whether a hidden cell can be worked out from those is read from the paths of a graph, after D. Gusfield, A graph
theoretic approach to statistical data security, SIAM Journal on Computing 17 (1988).
"""

from collections.abc import Iterator, Sequence
from typing import Final

FEWEST: Final = 5
"""Fewer voters than this are never told of."""

Cell = tuple[int, int]
"""Row and column."""
Table = Sequence[Sequence[int]]
Line = tuple[str, int]
"""``row`` or ``column``, and which."""
Steps = dict[Line, set[Line]]


def cells_to_hide(table: Table, most: Sequence[int]) -> frozenset[Cell] | None:
    """Return the cells to hide, or None where the totals alone would tell one of them, whatever is hidden.

    Afterwards no hidden cell below five can be worked out, and the hidden cells of a row or column come to at least
    five together, or are the whole of it. Rows and columns of nothing but zeros stay in sight.

    Args:
        table: numbers of voters.
        most: how many a cell of each row can hold at all: the voters of that row.
    """
    rows = [row for row, cells in enumerate(table) if any(cells)]
    columns = [column for column in range(len(table[0])) if any(cells[column] for cells in table)]
    kept = [[table[row][column] for column in columns] for row in rows]
    hidden = _hidden(kept, [most[row] for row in rows])
    return None if hidden is None else frozenset((rows[row], columns[column]) for row, column in hidden)


def _hidden(table: Table, most: Sequence[int]) -> set[Cell] | None:
    every = {(row, column) for row, cells in enumerate(table) for column in range(len(cells))}
    hidden = {(row, column) for row, column in every if 0 < table[row][column] < FEWEST}
    free: set[Cell] = set()  # hiding more takes no freedom from those that have it
    while True:
        if short := _filling(table, hidden):
            hidden |= short
            continue
        steps = _steps(table, most, hidden)
        for cell in sorted(hidden - free):
            if _tells_few(table, cell, steps):
                break
            free.add(cell)
        else:
            return hidden
        if hidden == every:
            return None
        hidden |= _rectangle(table, most, hidden, cell) or every


def _filling(table: Table, hidden: set[Cell]) -> set[Cell]:
    """Return what to hide as well in a line whose hidden cells come to fewer than five; empty where there is none."""
    for line in _lines(table):
        inside = [cell for cell in line if cell in hidden]
        shown = [cell for cell in line if cell not in hidden]
        if inside and shown and sum(table[row][column] for row, column in inside) < FEWEST:
            filled = [cell for cell in shown if table[cell[0]][cell[1]]]
            return {min(filled, key=lambda cell: (table[cell[0]][cell[1]], cell))} if filled else set(shown)
    return set()


def _lines(table: Table) -> Iterator[list[Cell]]:
    columns = range(len(table[0]) if table else 0)
    yield from ([(row, column) for column in columns] for row in range(len(table)))
    yield from ([(row, column) for row in range(len(table))] for column in columns)


def _steps(table: Table, most: Sequence[int], hidden: set[Cell]) -> Steps:
    """Return where one leads to: a row to the columns of its cells that can grow, a column to rows that can give."""
    steps: Steps = {}
    for row, column in hidden:
        if table[row][column] < most[row]:
            steps.setdefault(("row", row), set()).add(("column", column))
        if table[row][column] > 0:
            steps.setdefault(("column", column), set()).add(("row", row))
    return steps


def _tells_few(table: Table, cell: Cell, steps: Steps) -> bool:
    """Tell whether a hidden cell holds fewer than five, and the totals leave it no other value.

    It could hold one more where a path leads back from its column to its row, and one less where a path leads on from
    its row to its column, along which other hidden cells take turns in giving one away and taking one.
    """
    own_row, own_column = ("row", cell[0]), ("column", cell[1])
    if table[cell[0]][cell[1]] >= FEWEST:
        return False
    could_grow = own_column in steps.get(own_row, ()) and _leads(steps, own_column, own_row)
    could_shrink = own_row in steps.get(own_column, ()) and _leads(steps, own_row, own_column)
    return not could_grow and not could_shrink


def _leads(steps: Steps, start: Line, end: Line) -> bool:
    """Tell whether a path leads from one line to another without the cell in which they meet."""
    reached, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        for step in steps.get(at, set()) - reached:
            if step == end and at != start:
                return True
            if step != end:
                reached.add(step)
                waiting.append(step)
    return False


def _rectangle(table: Table, most: Sequence[int], hidden: set[Cell], cell: Cell) -> set[Cell]:
    """Return the three cells that set this one free at the least loss, or nothing where no three do."""
    row, column = cell

    def can_turn(grows: Sequence[Cell], shrinks: Sequence[Cell]) -> bool:
        return all(table[r][c] < most[r] for r, c in grows) and all(table[r][c] > 0 for r, c in shrinks)

    best: tuple[tuple[int, int], set[Cell]] | None = None
    for other_row in range(len(table)):
        for other_column in range(len(table[0])):
            if other_row == row or other_column == column:
                continue
            opposite, beside, below = (other_row, other_column), (row, other_column), (other_row, column)
            if not can_turn((cell, opposite), (beside, below)) and not can_turn((beside, below), (cell, opposite)):
                continue
            new = {opposite, beside, below} - hidden
            cost = (len(new), sum(table[r][c] for r, c in new))
            if best is None or cost < best[0]:
                best = (cost, new)
    return best[1] if best else set()
