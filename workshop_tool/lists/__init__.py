"""From files and pasted text to drafts of trends, problem areas, participants and questions.

A reader is one module of the shape of ``Reader`` and one line in ``READERS``; the first that recognises a source
reads it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workshop_tool.domain.collecting import uncollected
from workshop_tool.lists import delimited, documents, json_lists, pdf, plain_text, slides, spreadsheets
from workshop_tool.lists.choices import AS_FOUND, Choices
from workshop_tool.lists.drafts import Draft, Duplicate, LeftOut, ListKind, Preview
from workshop_tool.lists.previewing import preview
from workshop_tool.lists.sources import Reader, Source, open_source

__all__ = ["READERS", "Choices", "Draft", "Duplicate", "LeftOut", "ListKind", "Preview", "read_file", "read_text"]

READERS: Final[tuple[Reader, ...]] = (spreadsheets, documents, slides, pdf, json_lists, delimited, plain_text)


def read_file(path: Path, kind: ListKind, existing: Sequence[str] = (), choices: Choices = AS_FOUND) -> Preview:
    """Read the list in a file and flag what repeats itself or one of the ``existing`` texts.

    Raises:
        WorkshopProblem: where the file cannot be read or holds no list; see ``lists.refusals``.
    """
    return _read(open_source(path, choices), kind, existing)


def read_text(text: str, kind: ListKind, existing: Sequence[str] = (), choices: Choices = AS_FOUND) -> Preview:
    """Read pasted text the way a file with the same words is read.

    Raises:
        WorkshopProblem: where the text holds no list; see ``lists.refusals``.
    """
    pasted = text.encode("utf-8", errors="replace")
    return _read(Source(name="", data=pasted, choices=choices), kind, existing)


@uncollected()
def _read(source: Source, kind: ListKind, existing: Sequence[str]) -> Preview:
    reader = next(reader for reader in READERS if reader.recognises(source))
    return preview(reader.read(source, kind), kind, existing, source.shown_name)
