"""The reader of documents (.docx, .odt): their lists, headings and tables as the document itself knows them."""

from collections.abc import Sequence

from workshop_tool.language import _
from workshop_tool.lists.documents import open_document, word
from workshop_tool.lists.documents.block import Block, Table
from workshop_tool.lists.drafts import Findings, LeftOut, ListKind
from workshop_tool.lists.outline import OutlineLine, is_typed, read_outline
from workshop_tool.lists.sources import Source
from workshop_tool.lists.tables import Row, read_rows
from workshop_tool.lists.tables.columns import is_heading

__all__ = ["read", "recognises"]

_FEWEST_CELLS = 2


def recognises(source: Source) -> bool:
    """Say whether the parts of the file are those of a document."""
    return word.recognises(source) or open_document.recognises(source)


def read(source: Source, kind: ListKind) -> Findings:
    """Return a draft for each item of its lists, or for each row of the tables that name their columns.

    Raises:
        ListRefused: the file is damaged, or holds more than a list.
    """
    format_of = word if word.recognises(source) else open_document
    blocks = list(format_of.body(source))
    tables = [block for block in blocks if isinstance(block, Table)]
    named = [table for table in tables if any(is_heading(row, kind) for row in table.rows[:_FEWEST_CELLS])]
    lines = [block for block in blocks if isinstance(block, OutlineLine)]
    if named:
        return _from_tables(named, lines, kind)
    if not any(line.mark for line in lines):
        wide = [table for table in tables if _is_wide(table)]
        if wide:
            return _from_tables(wide, lines, kind)
    flat = _flat(blocks)
    return read_outline(flat, kind, typed=not tables and bool(flat) and is_typed(flat))


def _is_wide(table: Table) -> bool:
    filled = [row for row in table.rows if sum(bool(cell.strip()) for cell in row) >= _FEWEST_CELLS]
    return len(filled) >= _FEWEST_CELLS and all(len(row) == len(table.rows[0]) for row in table.rows)


def _from_tables(tables: Sequence[Table], lines: Sequence[OutlineLine], kind: ListKind) -> Findings:
    found = [
        read_rows([Row(tuple(row), table.line + at) for at, row in enumerate(table.rows)], kind, "") for table in tables
    ]
    reason = _("stands outside the table")
    outside = tuple(LeftOut(text=" ".join(line.text.split()), reason=reason, line=line.line) for line in lines)
    return Findings(
        drafts=tuple(draft for part in found for draft in part.drafts),
        left_out=(*outside, *(left for part in found for left in part.left_out)),
        encoding="",
        notes=tuple(dict.fromkeys(note for part in found for note in part.notes)),
        offers=found[0].offers if len(found) == 1 else found[0].offers.revised(columns=()),
    )


def _flat(blocks: Sequence[Block]) -> list[OutlineLine]:
    """Return all paragraphs in order; the cells of a table that only lays out the page one after another."""
    lines: list[OutlineLine] = []
    for block in blocks:
        if isinstance(block, OutlineLine):
            lines.append(block)
        else:
            cells = (cell for row in block.rows for cell in row if cell.strip())
            lines += [OutlineLine(cell, block.line) for cell in cells]
    return lines
