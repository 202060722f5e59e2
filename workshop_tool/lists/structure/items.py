"""The door of the room: a text goes in, its items come out, with what was left out and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.bare_themes import with_bare_themes
from workshop_tool.lists.structure.bracketed import take_bracketed_owners
from workshop_tool.lists.structure.descriptions import nest_descriptions
from workshop_tool.lists.structure.evidence import settle_marks
from workshop_tool.lists.structure.footnotes import take_footnotes, without_pointers
from workshop_tool.lists.structure.furniture import set_aside_furniture
from workshop_tool.lists.structure.groups import promote_group_headings
from workshop_tool.lists.structure.headings import promote_marked_headings
from workshop_tool.lists.structure.joining import vocabulary
from workshop_tool.lists.structure.leaked import read_leaked_bullets
from workshop_tool.lists.structure.letters import take_letter_lines
from workshop_tool.lists.structure.lines import Line, split_lines
from workshop_tool.lists.structure.lone_marks import join_lone_marks
from workshop_tool.lists.structure.marked import MarkedList
from workshop_tool.lists.structure.named_marks import read_named_marks
from workshop_tool.lists.structure.owners import give_owners, take_owners
from workshop_tool.lists.structure.passages import Passage
from workshop_tool.lists.structure.running_text import broken_up
from workshop_tool.lists.structure.signs import plain_words
from workshop_tool.lists.structure.unmarked import UnmarkedList
from workshop_tool.lists.structure.untangling import numbered_lines

_LEADER: Final = 4
"""So many dots in a row lead to a page number."""


@dataclass(frozen=True)
class Reading:
    """What a text holds."""

    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]

    @property
    def front(self) -> str:
        """What was left out before the first item: its title, and what leads to it."""
        first = self.passages[0].line if self.passages else 0
        return " ".join(part.text for part in self.left_out if (part.line or 0) < first)


def read_items(text: str) -> Reading:
    """Find the items of a list in text whose lines end in line feeds."""
    lines = split_lines(broken_up(numbered_lines(text)))
    lines = join_lone_marks(read_leaked_bullets(read_named_marks(lines)))
    lines, letter = take_letter_lines(lines)
    lines, owners, deadlines = take_owners(lines)
    lines, footnotes, signs = take_footnotes(lines)
    lines, furniture = set_aside_furniture(settle_marks(lines))
    passages, left_out = _read(lines, text)
    passages = [_cleared(item, signs) for item in passages]
    front = " ".join(part.text for part in left_out if passages and (part.line or 0) < passages[0].line)
    passages = take_bracketed_owners(give_owners(passages, owners), front)
    passages = with_bare_themes([plain_words(item) for item in passages])
    passages, notes = _numbered_once(passages)
    everything = [*letter, *deadlines, *footnotes, *furniture, *left_out]
    return Reading(tuple(passages), tuple(sorted(everything, key=lambda part: part.line or 0)), tuple(notes))


def plain_lines(text: str) -> tuple[list[Line], list[LeftOut]]:
    """Return the lines of a text with the marks the whole list bears out, and what belongs to a page or a letter."""
    lines, letter = take_letter_lines(join_lone_marks(split_lines(broken_up(numbered_lines(text)))))
    lines, furniture = set_aside_furniture(settle_marks(lines))
    return lines, [*letter, *furniture]


def _cleared(item: Passage, signs: frozenset[str]) -> Passage:
    children = tuple(without_pointers(child, signs) for child in item.children)
    return replace(item, text=_without_leader(without_pointers(item.text, signs)), children=children)


def _without_leader(text: str) -> str:
    """Take off the dots that lead to a page number, as in a table of contents."""
    words = text.rstrip("0123456789").rstrip()
    bare = words.rstrip(". ")
    return bare if words[len(bare) :].count(".") >= _LEADER and bare else text


def _read(lines: Sequence[Line], text: str) -> tuple[list[Passage], list[LeftOut]]:
    if any(line.mark for line in lines):
        return MarkedList(nest_descriptions(promote_marked_headings(lines)), vocabulary(text)).read()
    return UnmarkedList(promote_group_headings(lines), vocabulary(text)).read()


def _numbered_once(passages: list[Passage]) -> tuple[list[Passage], list[str]]:
    """Drop the numbers where one stands twice: people will say them aloud, so they must tell items apart."""
    counts = Counter(passage.number for passage in passages if passage.number is not None)
    if not counts or max(counts.values()) == 1:
        return passages, []
    note = _("The numbering starts again within the list; the items will be numbered in their order.")
    return [replace(passage, number=None) for passage in passages], [note]
