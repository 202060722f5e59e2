"""Weighs whether a line begins something new or carries on the line before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line

_COUNT: Final = re.compile(
    r"\b(?:of|to|than|over|under|about|nearly|av|af|på|til|enn|end|ca\.|von|auf|bis|als|etwa|rund|um)\s\d{1,3}$",
    re.IGNORECASE,
)
"""A quantity at the end of a line whose unit is still to come."""
NEW: Final = 3
"""From this weight on, a line begins something new."""
_DOUBLE_SPACED: Final = 0.8
_ROOM: Final = 0.95
_MUCH_ROOM: Final = 0.6
_EARLY: Final = 0.8
_WRAPPED_WIDTH: Final = 40
_SMALL_SHARE: Final = 0.6
_FEW_WORDS: Final = 8
_RAGGED_SHARE: Final = 0.25


@dataclass(frozen=True)
class Page:
    """How the whole text is set."""

    gap: int
    """The blank lines that stand between any two lines, and so mean nothing."""
    width: int
    """The length of its longest line."""
    small: bool
    """Items begin with small letters, so that these mean nothing."""
    ragged: bool
    """Lines are broken long before the edge, so that room at their end means nothing."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Self:
        """Measure a text."""
        inner = lines[1:]
        spaced = sum(line.gap > 0 for line in inner)
        starts = [line for line in lines if line.mark] or [*lines[:1], *(line for line in inner if line.gap)]
        starts = starts if len(starts) > 1 else list(lines)
        small = sum(begins_small(line.body) for line in starts) >= _SMALL_SHARE * max(1, len(starts))
        width = max((len(line.text) for line in lines), default=0)
        carried = [(before, line) for before, line in pairwise(lines) if begins_small(line.text) and not line.mark]
        early = sum(_room(before, line) < _MUCH_ROOM * width for before, line in carried)
        ragged = early > max(1, _RAGGED_SHARE * len(carried))
        double_spaced = len(inner) > 1 and spaced >= _DOUBLE_SPACED * len(inner)
        return cls(gap=1 if double_spaced else 0, width=width, small=small, ragged=ragged)

    def break_weight(self, before: Line, line: Line) -> int:
        """Weigh what speaks for a new start (positive) and for carrying on (negative)."""
        if line.heading or before.heading:
            return NEW
        weight = 2 if line.gap > self.gap else 0
        if begins_small(line.text):
            weight -= 0 if self.small else NEW
        elif not line.text[0].isdigit():
            # A figure says nothing: it begins sentences as well as the rest of one.
            weight += 1
        if stays_open(before.text) or (not line.gap and _COUNT.search(before.text)):
            weight -= NEW
        elif ends_sentence(before.text):
            weight += 1
        return weight + self._weigh_room(before, line)

    def _weigh_room(self, before: Line, line: Line) -> int:
        """The next line's first word would have fitted: whoever broke the line here meant it."""
        needed = _room(before, line)
        if self.width < _WRAPPED_WIDTH or self.ragged:
            return 0
        if needed < _MUCH_ROOM * self.width:
            return 2
        return 1 if needed <= _ROOM * self.width else 0

    def breaks_early(self, before: Line, line: Line) -> bool:
        """Whether the line before was broken long before the edge."""
        return _room(before, line) <= _EARLY * self.width

    def _weigh_colon(self, line: Line) -> int:
        """A few words that end in a colon are a heading, whatever stands above them."""
        if not line.text.endswith(":") or len(line.text.split()) > _FEW_WORDS:
            return 0
        return 3 if line.gap > self.gap else 2

    def parts(self, lines: Sequence[Line]) -> list[list[Line]]:
        """Split a run of lines where something new begins."""
        parts: list[list[Line]] = []
        for line in lines:
            announced = bool(parts) and parts[-1][-1].text.endswith(":") and line.text[:1].isupper()
            weight = self.break_weight(parts[-1][-1], line) + self._weigh_colon(line) if parts else NEW
            if weight < NEW and not announced:
                parts[-1].append(line)
            else:
                parts.append([line])
        return parts


def _room(before: Line, line: Line) -> int:
    """How long the line before would be with this line's first word."""
    return len(before.text) + 1 + len(line.text.split(maxsplit=1)[0])
