"""Weighs whether the last line of an item is the heading of the next group, though no blank line parts them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

from workshop_tool.lists.structure.headings import is_title
from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line

_SECTION: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-ZÆØÅÄÖÜ])")
"""The number of a section."""
_ENOUGH: Final = 3
_LONGEST: Final = 60
_MOST_WORDS: Final = 8
_BRIEF: Final = 3
_CAPITALS: Final = 0.1
"""From this share of words on, capitals say nothing."""
_NEARLY_ALL: Final = 0.8
_NARROW: Final = 45
_ROOM: Final = 0.95
_MUCH_ROOM: Final = 0.7


@dataclass(frozen=True)
class GluedHeadings:
    """What the whole list says about its headings."""

    width: int
    front: str
    """The bare heading right above the first item; "" where there is none."""
    wraps_small: bool
    """Wherever an item is wrapped in sight, its next line begins with a small letter."""
    small_words: bool
    """Words begin with small letters, so that a capital means something: no German nouns, no names in wrapped lines."""
    small: bool
    """Nearly all items begin with small letters, so that a capital begins something else."""
    narrow: bool
    """The lines are so short that no program broke them, and none evidently carries on the one above."""

    @classmethod
    def of(cls, lines: Sequence[Line], front: Sequence[Line]) -> Self:
        """Look at the lines of a list, and at the last part of what stands before it."""
        wraps = [(before, line) for before, line in pairwise(lines) if before.mark and not line.mark]
        below = [line for _before, line in wraps if not (line.gap or line.heading)]
        small = sum(begins_small(line.text) for line in below)
        open_ends = any(stays_open(before.text) and _could_head(line) for before, line in wraps)
        small_words = _has_small_words(lines) and not open_ends
        brief = sum(_is_brief(line) for line in below) if small_words else 0
        titled = len(front) == 1 or is_title(" ".join(line.text for line in front[:-1]))
        single = front[-1].text if front and titled and _could_head(front[-1]) else ""
        wraps_small = 2 * small >= len(below) - brief and (small > 0 or brief > 1 or not below)
        width = max(len(line.text) for line in lines)
        return cls(width, single, wraps_small, small_words, _items_begin_small(lines), _is_narrow(lines, front, width))

    def heads(self, run: Sequence[Line], following: Line) -> bool:
        """Whether the last line of a run heads what follows rather than ends its item."""
        if len(run) < 2 or following.level or not following.mark:  # noqa: PLR2004 - an item, and a line below it
            return False
        before, line = run[-2], run[-1]
        capital = self.small and line.text[0].isupper() and not before.text.endswith((",", "-", "/"))
        if not _could_head(line) or (stays_open(before.text) and not capital):
            return False
        if capital or self.narrow:
            return True
        weight = self._weigh_form(line) + self._weigh_room(before, line)
        weight += int(ends_sentence(before.text)) + int(bool(self.front)) + int(self.wraps_small)
        own = run[0].mark
        starts_again = following.mark.value == 1 and own is not None and own.shape == following.mark.shape
        # Ticks above and crosses below are marks of one shape, but a change of sign parts groups.
        signs = {run[0].text[:1], following.text[:1]} if own and own.value is None else set()
        return weight + (2 if starts_again else 0) + (1 if len(signs) > 1 else 0) >= _ENOUGH

    def _weigh_form(self, line: Line) -> int:
        """Capitals, or the first word of the heading in front ("Table 1", "Table 2"), speak for a heading."""
        if line.text.isupper() and len(line.text) > len("EU"):
            return 2
        if self.small_words and _is_brief(line):
            return 2
        alike = self.front and self.front.split()[0].casefold() == line.text.split()[0].casefold()
        return 2 if alike else 0

    def _weigh_room(self, before: Line, line: Line) -> int:
        needed = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0])
        if needed < _MUCH_ROOM * self.width:
            return 2
        return 1 if needed <= _ROOM * self.width else 0


def _items_begin_small(lines: Sequence[Line]) -> bool:
    marked = [line for line in lines if line.mark]
    return sum(begins_small(line.body) for line in marked) >= _NEARLY_ALL * len(marked)


def _is_narrow(lines: Sequence[Line], front: Sequence[Line], width: int) -> bool:
    """Whether the lines are too short to have been wrapped, and those below items are several or begin alike."""
    below = [(before, line) for before, line in pairwise(lines) if before.mark and not (line.mark or line.heading)]
    carried = any(begins_small(line.text) for line in lines if not line.mark)
    if width >= _NARROW or carried or any(stays_open(before.text) for before, _line in below):
        return False
    opening = front[-1].text.split()[0] if front else ""
    return len(below) > 1 or any(line.text.split()[0] == opening for _before, line in below)


def _is_brief(line: Line) -> bool:
    """Whether a line is as short as themes are; more words may begin with a name."""
    return len(line.text.split()) <= _BRIEF and _could_head(line)


def _has_small_words(lines: Sequence[Line]) -> bool:
    words = [word for line in lines for word in line.body.split()[1:] if word[0].isalpha()]
    return sum(word[0].isupper() and not word.isupper() for word in words) < _CAPITALS * len(words)


def _could_head(line: Line) -> bool:
    text = line.text
    figure = text[0].isdigit() and not _SECTION.match(text)
    if line.mark or line.heading or figure or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    return not (begins_small(text) or ends_sentence(text) or text.endswith((",", ";", ":")) or stays_open(text))
