"""Sets columns that stand side by side below one another, as a person reads them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from workshop_tool.lists.structure.joining import LONGEST
from workshop_tool.lists.structure.marks import read_mark

Numbered = tuple[int, str]
"""A line with its number in the source, counted from 1."""

_GUTTER: Final = re.compile(r"(?<=\S) {3,}(?=\S)|^ {20,}(?=\S)")
_QUOTE: Final = re.compile(r"(?:> ?)+")
_QUOTED_SHARE: Final = 0.6
_FEWEST: Final = 3
_FEWEST_OF_PROSE: Final = 6
_MARKED_SHARE: Final = 0.4
_SHARE: Final = 0.6
_WIDE: Final = 20
_HANGING: Final = 3
"""Wrapped lines of a column may begin so many letters further in."""
_TITLE_WITHIN: Final = 2
_MOST_COLUMNS: Final = 4
_ORDINARY: Final = 1_000


def numbered_lines(text: str) -> list[Numbered]:
    """Return the lines with their numbers; of columns side by side the left one comes first."""
    lines = [line[:LONGEST] for line in text.split("\n")]
    return _untangled(list(enumerate(_unquoted(lines), start=1)), _MOST_COLUMNS)


def _unquoted(lines: list[str]) -> list[str]:
    """Take off the signs of a quoted mail, unless they are the bullets of the list."""
    quoted = sum(line.startswith(">") for line in lines)
    bare = [_QUOTE.sub("", line) for line in lines]
    if quoted < _QUOTED_SHARE * sum(bool(line.strip()) for line in lines):
        return lines
    marked = any(read_mark(line.strip()) for line in bare if line.strip() and len(line) <= _ORDINARY)
    return bare if quoted and marked else lines


def _untangled(lines: list[Numbered], columns: int) -> list[Numbered]:
    found = _column(lines) if columns > 1 else None
    if found is None:
        return lines
    column, first, last = found
    inside = lines[first : last + 1]
    left = [(number, raw[:column].rstrip()) for number, raw in inside]
    right = [(number, raw[column:]) for number, raw in inside]
    return [*lines[:first], *left, (inside[-1][0], ""), *_untangled(right, columns - 1), *lines[last + 1 :]]


def _column(lines: Sequence[Numbered]) -> tuple[int, int, int] | None:
    """Find where a second column begins: its place, and the first and the last line that have it."""
    starts = [{found.end() for found in _GUTTER.finditer(raw)} if len(raw) <= _ORDINARY else set() for _n, raw in lines]
    counts = Counter(start for line in starts for start in line)
    counts = Counter({start: sum(counts[start + further] for further in range(_HANGING + 1)) for start in counts})
    for column, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST_COLUMNS]:
        column_at = range(column, column + _HANGING + 1)
        places = [place for place, line in enumerate(starts) if any(start in line for start in column_at)]
        inside = lines[places[0] : places[-1] + 1]
        if count >= _FEWEST and _is_column(inside, column, count):
            return column, _with_titles(lines, places[0], column), places[-1]
    return None


def _with_titles(lines: Sequence[Numbered], first: int, column: int) -> int:
    """Return the first line of the columns, with the line of their titles above them if there is one."""
    above = next((place for place in range(first - 1, -1, -1) if lines[place][1].strip()), None)
    if above is None or first - above > _TITLE_WITHIN or len(lines[above][1]) > _ORDINARY:
        return first
    raw = lines[above][1]
    gutter = next(iter(_GUTTER.finditer(raw.strip())), None)
    both = gutter is not None and raw[max(0, column - 2) : column].isspace() and raw[:column].strip()
    return above if both else first


def _is_column(inside: Sequence[Numbered], column: int, count: int) -> bool:
    crossed = sum(len(raw) > column and not raw[max(0, column - 2) : column].isspace() for _n, raw in inside)
    right = [raw[column:].strip() for _n, raw in inside if raw[column:].strip()]
    filled = sum(bool(raw.strip()) for _n, raw in inside)
    if crossed or count < _SHARE * filled or 2 * len(set(right)) <= len(right):
        return False
    marked = sum(bool(read_mark(text)) for text in right)
    if marked >= max(2, _MARKED_SHARE * len(right)):
        return True
    left = [raw[:column].strip() for _n, raw in inside if raw[:column].strip()]
    wide = min(sum(map(len, side)) / max(1, len(side)) for side in (left, right))
    return count >= _FEWEST_OF_PROSE and wide >= _WIDE
