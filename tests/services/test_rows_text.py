"""Rows as a text: there and back without loss, whatever the cells hold, and both of two texts with each row once."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.domain.fact import clean_line, clean_text
from workshop_tool.services.rows_text import both, cells_in, shown, text_of_cells

CELLS = st.text(alphabet="ab |\\·\n\té", max_size=6).map(clean_line)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5)


@given(ROWS)
def test_rows_come_back_from_their_text(rows: list[tuple[str, str, str]]) -> None:
    """Bars and backslashes in a cell too; blank rows are left out; cleaning the text as it is sent changes nothing."""
    text = text_of_cells(rows)
    written = tuple(row for row in rows if any(row))
    assert cells_in(text) == cells_in(clean_text(text)) == written
    assert text_of_cells(cells_in(text)) == text


@given(ROWS, ROWS)
def test_both_holds_every_row(theirs: list[tuple[str, str, str]], mine: list[tuple[str, str, str]]) -> None:
    """Theirs first and as they are; mine behind them where they are not there already."""
    together = cells_in(both(text_of_cells(theirs), text_of_cells(mine)))
    there = cells_in(text_of_cells(theirs))
    assert together[: len(there)] == there
    assert set(together) == {row for row in (*theirs, *mine) if any(row)}


def test_a_person_reads_rows_without_blanks() -> None:
    """A dot between the cells that say something."""
    assert shown(text_of_cells([("Ministry", "", "County"), ("", "pays", "")])) == "Ministry · County\npays"
