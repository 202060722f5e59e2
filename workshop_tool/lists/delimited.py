"""The reader of tables in text: CSV with any usual separator, TSV, and cells pasted from a spreadsheet."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from workshop_tool.lists.drafts import Findings, ListKind
from workshop_tool.lists.refusals import FieldTooLong, ListRefused, QuoteUnclosed
from workshop_tool.lists.sources import Source
from workshop_tool.lists.tables import Row, read_rows
from workshop_tool.lists.tables.columns import named_columns

_SEPARATORS: Final = "\t;|,"
"""The likelier first: text holds commas of its own."""
_NAMES_OF_TABLES: Final = frozenset({".csv", ".tsv", ".tab"})
_NUMBERED: Final = re.compile(r"\d{1,3}[.)]?\t[^\t]+")
_BELOW: Final = re.compile(r"\t[^\t]+")
_HEADING_WITHIN: Final = 10
_SAMPLE: Final = 200
_CONSISTENT: Final = 0.8
_FEWEST_ROWS: Final = 2


def recognises(source: Source) -> bool:
    """Say whether the text is a table: by its name, or because every line has the same cells."""
    text, _encoding = source.decoded
    return source.suffix in _NAMES_OF_TABLES or _looks_like_table(text)


def read(source: Source, kind: ListKind) -> Findings:
    """Return a draft for each row.

    Raises:
        QuoteUnclosed: with the line on which the row begins that cannot be told from the next ones.
        FieldTooLong: the same for a field beyond 131,072 characters.
    """
    text, encoding = source.decoded
    separator = _separator(text)
    if separator is None:
        # One column: commas belong to the text. A separator that no text holds keeps quotes working.
        separator = "\x1f"
    return read_rows(list(_rows(text, separator, source.shown_name)), kind, encoding, source.choices.columns)


def _readable_rows(text: str, separator: str) -> Iterator[Row]:
    """Give the first rows of a text, up to one that cannot be told from the next."""
    try:
        yield from _rows(text, separator, "")
    except ListRefused:
        return


def _looks_like_table(text: str) -> bool:
    separator = _separator(text)
    if separator is None:
        return False
    top = "\n".join(text.split("\n", _HEADING_WITHIN)[:_HEADING_WITHIN])
    if any(len(named_columns(row.cells, "problems")) > 1 for row in _readable_rows(top, separator)):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    if separator == "\t" and _has_lines_below_numbers(lines):
        return False
    # Commas, and a single mark of another kind, are too common in prose to make a table by themselves.
    return separator == "\t" and len(lines) >= _FEWEST_ROWS and all(separator in line.strip(" ") for line in lines)


def _has_lines_below_numbers(lines: Sequence[str]) -> bool:
    """Whether numbers and a tab begin items, and a tab alone the lines below them: a list, and no table."""
    numbered = sum(bool(_NUMBERED.fullmatch(line)) for line in lines)
    below = sum(bool(_BELOW.fullmatch(line)) for line in lines)
    return numbered >= _FEWEST_ROWS and below > 0 and numbered + below == len(lines)


def _separator(text: str) -> str | None:
    """Find the separator that cuts most rows into the same number of cells, two or more."""
    best = max(_SEPARATORS, key=lambda separator: _consistency(text, separator))
    return best if _consistency(text, best) else None


def _consistency(text: str, separator: str) -> float:
    widths = Counter(_widths(text, separator))
    if not widths:
        return 0.0
    width, count = widths.most_common(1)[0]
    share = count / widths.total()
    first = next(_widths(text, separator))
    if width == 1 and first > 1:
        return 0.0
    return share if width > 1 and share >= _CONSISTENT else 0.0


def _widths(text: str, separator: str) -> Iterator[int]:
    """Count the cells of the first rows, up to where the quotes cannot be read."""
    try:
        for place, row in enumerate(_rows(text, separator, "")):
            if place == _SAMPLE:
                return
            yield len(row.cells)
    except ListRefused:
        return


def _rows(text: str, separator: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True, skipinitialspace=separator != "\t")
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(tuple(cells), line)
            line = reader.line_num + 1
    except csv.Error as problem:
        if "field limit" in str(problem):
            raise FieldTooLong(file=file, line=line, limit=f"{csv.field_size_limit():,}") from problem
        raise QuoteUnclosed(file=file, line=line) from problem
