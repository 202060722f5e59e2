"""The reader of plain text and markdown: numbered, bulleted, or one item a line."""

from workshop_tool.lists.drafts import Findings, ListKind
from workshop_tool.lists.roll_calls import read_words
from workshop_tool.lists.shaping import drafts_from_words
from workshop_tool.lists.sources import Source
from workshop_tool.lists.tables import read_rows
from workshop_tool.lists.tables.aligned import aligned_rows


def recognises(source: Source) -> bool:  # noqa: ARG001 - what no other reader knows is read as text, or refused there
    """Take whatever is left: it stands last in ``READERS``."""
    return True


def read(source: Source, kind: ListKind) -> Findings:
    """Return a draft for each item of the text."""
    text, encoding = source.decoded
    if rows := aligned_rows(text, kind):
        return read_rows(rows, kind, encoding, source.choices.columns)
    reading = read_words(text, kind)
    drafts = drafts_from_words(reading.passages, kind, reading.front)
    return Findings(drafts=drafts, left_out=reading.left_out, encoding=encoding, notes=reading.notes)
