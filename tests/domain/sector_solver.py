"""Somebody who knows every total of a table and wants the cells not shown: exact, by flows in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

Cell = tuple[int, int]


@dataclass(frozen=True)
class Puzzle:
    """A table with gaps: what is left of each row's and column's total for them, and the most that each may hold."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    most: Mapping[Cell, int]

    def values_of(self, cell: Cell) -> list[int]:
        """Return every number that this gap could hold."""
        return [value for value in range(self.most[cell] + 1) if self._fits(cell, value)]

    def _fits(self, cell: Cell, value: int) -> bool:
        row, column = cell
        rows = [total - value * (at == row) for at, total in enumerate(self.rows)]
        columns = [total - value * (at == column) for at, total in enumerate(self.columns)]
        others = {gap: most for gap, most in self.most.items() if gap != cell}
        if min(*rows, *columns, 0) < 0 or sum(rows) != sum(columns):
            return False
        return _flow(rows, columns, others) == sum(rows)


def _flow(rows: list[int], columns: list[int], most: Mapping[Cell, int]) -> int:
    """Return how much of the rows' totals the gaps can carry to the columns: augmenting paths, one unit at a time."""
    room: dict[tuple[str, str], int] = {("s", f"r{row}"): total for row, total in enumerate(rows)}
    room |= {(f"c{column}", "t"): total for column, total in enumerate(columns)}
    room |= {(f"r{row}", f"c{column}"): n for (row, column), n in most.items()}
    nodes = {node for arc in room for node in arc}
    carried = 0
    while (path := _path(room, nodes)) is not None:
        for arc in path:
            room[arc] -= 1
            room[arc[::-1]] = room.get(arc[::-1], 0) + 1
        carried += 1
    return carried


def _path(room: Mapping[tuple[str, str], int], nodes: set[str]) -> list[tuple[str, str]] | None:
    came: dict[str, str] = {"s": ""}
    waiting = ["s"]
    while waiting:
        at = waiting.pop()
        for node in nodes:
            if node not in came and room.get((at, node), 0) > 0:
                came[node] = at
                waiting.append(node)
    if "t" not in came:
        return None
    path, at = [], "t"
    while came[at]:
        path.append((came[at], at))
        at = came[at]
    return path
