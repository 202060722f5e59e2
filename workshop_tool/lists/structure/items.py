"""The door of the room: a text goes in, its items come out, with what was left out and why."""

from collections import Counter
from dataclasses import dataclass, replace

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.evidence import settle_marks
from workshop_tool.lists.structure.furniture import set_aside_furniture
from workshop_tool.lists.structure.headings import promote_marked_headings
from workshop_tool.lists.structure.joining import vocabulary
from workshop_tool.lists.structure.lines import Line, split_lines
from workshop_tool.lists.structure.marked import MarkedList
from workshop_tool.lists.structure.passages import Passage
from workshop_tool.lists.structure.unmarked import UnmarkedList


@dataclass(frozen=True)
class Reading:
    """What a text holds."""

    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]


def read_items(text: str) -> Reading:
    """Find the items of a list in text whose lines end in line feeds."""
    lines, furniture = set_aside_furniture(settle_marks(split_lines(text)))
    passages, left_out = _read(lines, text)
    passages, notes = _numbered_once(passages)
    everything = sorted([*furniture, *left_out], key=lambda part: part.line or 0)
    return Reading(tuple(passages), tuple(everything), tuple(notes))


def _read(lines: list[Line], text: str) -> tuple[list[Passage], list[LeftOut]]:
    if any(line.mark for line in lines):
        return MarkedList(promote_marked_headings(lines), vocabulary(text)).read()
    return UnmarkedList(lines, vocabulary(text)).read()


def _numbered_once(passages: list[Passage]) -> tuple[list[Passage], list[str]]:
    """Drop the numbers where one stands twice: people will say them aloud, so they must tell items apart."""
    counts = Counter(passage.number for passage in passages if passage.number is not None)
    if not counts or max(counts.values()) == 1:
        return passages, []
    note = _("The numbering starts again within the list; the items will be numbered in their order.")
    return [replace(passage, number=None) for passage in passages], [note]
