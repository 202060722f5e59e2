"""Reads a list without marks: one item a line, or a few lines each where lines are evidently wrapped."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.breaks import Page
from workshop_tool.lists.structure.furniture import is_axis_label
from workshop_tool.lists.structure.headings import heading_text, is_title, leads_in
from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open, stays_quoted
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.passages import Passage, passage

_PARAGRAPH_WIDTH: Final = 45
_FULL: Final = 0.8
_EDGE: Final = 0.9
_THEME_LINES: Final = 2
_FEWEST: Final = 3
_TITLE_WORDS: Final = 8
_NEAR: Final = 4
_ENDS: Final = "?)]%»"
_QUOTED_LINES: Final = 6


class UnmarkedList:
    """A list without marks."""

    def __init__(self, lines: Sequence[Line], words: frozenset[str]) -> None:
        self._lines = list(lines)
        self._words = words
        self._page = Page.of(lines)
        self._paragraphs = self._finds_paragraphs()
        self._wrapped = any(self._runs_on(a, b) for a, b in pairwise(lines))
        self._even = all(_reaches_edge(a, b, self._page.width) for a, b in pairwise(lines) if self._runs_on(a, b))
        self._opening = _usual_opening(lines)
        self._headings = [line.number for line in lines if line.heading]
        self._colon_lines = [line.number for line in lines if line.text.endswith(":")]
        self._colons = len(self._colon_lines)
        self._announced = 0

    def read(self) -> tuple[list[Passage], list[LeftOut]]:
        """Return the items, and what was left out."""
        passages: list[Passage] = []
        left_out: list[LeftOut] = []
        theme: str | None = None
        parts = self._parts()
        self._announced = self._announcement(parts)
        for place, part in enumerate(parts):
            item = passage(part, self._page, self._words, theme)
            reason = self._reason(item, front=place == 0 and len(parts) > 1) or self._reason_by_place(item, theme)
            if place == 0 and not reason and self._has_title(parts):
                reason = _("the title of the list")
            if reason:
                left_out.append(LeftOut(text=item.text, reason=reason, line=item.line))
            elif self._is_heading(part, last=place + 1 == len(parts)):
                theme = heading_text(part)
            else:
                passages.append(item)
        return passages, left_out

    def _reason(self, item: Passage, *, front: bool) -> str:
        if front and is_title(item.text):
            return _("the title of the list")
        if self._colons == 1 and item.text.endswith(":") and leads_in(item.text) and (front or self._in_front(item)):
            return _("stands before the list")
        if self._announced and item.line < self._announced:
            return _("stands before the list")
        return _("a label of the map's axes") if is_axis_label(item.text) else ""

    def _in_front(self, item: Passage) -> bool:
        return item.line == self._announced

    def _announcement(self, parts: Sequence[Sequence[Line]]) -> int:
        """Return the line of the one sentence with a colon that announces the list, near its beginning; 0 for none."""
        if self._colons != 1:
            return 0
        for part in parts[: max(0, min(_NEAR, len(parts) - _FEWEST))]:
            text = heading_text(part)
            if part[-1].text.endswith(":") and leads_in(text) and len(text.split()) > _TITLE_WORDS:
                return part[0].number
        return 0

    def _has_title(self, parts: Sequence[Sequence[Line]]) -> bool:
        """Whether a few words are set apart from a list that stands together, or from whole sentences."""
        [first, *others] = parts
        text = heading_text(first)
        if len(others) >= _FEWEST and len(text.split()) <= _TITLE_WORDS and _end_alike(others) - {first[-1].text[-1]}:
            return True
        bare = not (first[-1].heading or ends_sentence(text) or first[-1].text.endswith(":"))
        apart = len(others) >= _FEWEST and others[0][0].gap > self._page.gap
        if not bare or not apart or len(first) > 1 or len(text.split()) > _TITLE_WORDS:
            return False
        together = all(part[0].gap <= self._page.gap for part in others[1:])
        return together or all(ends_sentence(part[-1].text) for part in others)

    def _reason_by_place(self, item: Passage, theme: str | None) -> str:
        """What stands before the first of several headings introduces them."""
        headings = self._headings
        if not headings and ends_sentence(item.text):
            headings = self._colon_lines
        before = len(headings) > 1 and theme is None and item.line < headings[0]
        return _("stands before the list") if before else ""

    def _parts(self) -> list[list[Line]]:
        parts: list[list[Line]] = []
        for line in self._lines:
            if parts and self._carries_on(parts[-1], line):
                parts[-1].append(line)
            else:
                parts.append([line])
        return parts

    def _carries_on(self, part: Sequence[Line], line: Line) -> bool:
        before = part[-1]
        if before.heading or line.heading or line.text.split()[0] == self._opening:
            return False
        if self._runs_on(before, line) or _stays_quoted(part):
            return True
        if self._paragraphs and not before.text.endswith(":"):
            return line.gap == 0
        if line.gap > self._page.gap or not self._wrapped:
            return False
        if before.text.endswith(":"):
            return len(part) == 1 and not self._heads_group(part)
        full = self._even and len(before.text) + 1 + len(line.text.split()[0]) > self._page.width
        return stays_open(before.text) or (
            full and self._page.width >= _PARAGRAPH_WIDTH and not ends_sentence(before.text)
        )

    def _runs_on(self, before: Line, line: Line) -> bool:
        """Whether the line is evidently the rest of the one before."""
        if not begins_small(line.text) or self._page.small or ends_sentence(before.text):
            return False
        return line.gap <= self._page.gap or stays_open(before.text)

    def _finds_paragraphs(self) -> bool:
        """Whether blank lines part paragraphs whose lines are filled to the edge."""
        inner = [a for a, b in pairwise(self._lines) if b.gap == 0]
        parted = any(line.gap for line in self._lines[1:])
        full = [line for line in inner if len(line.text) >= _FULL * self._page.width]
        carried = [b for a, b in pairwise(self._lines) if b.gap == 0]
        if len(carried) >= _FEWEST and not any(begins_small(line.text) for line in carried):
            # Prose that is wrapped goes on in small letters somewhere.
            return False
        return parted and bool(inner) and self._page.width >= _PARAGRAPH_WIDTH and len(full) == len(inner)

    def _is_heading(self, part: Sequence[Line], *, last: bool) -> bool:
        if part[-1].heading:
            return not last and not (is_title(part[-1].text) and part[0] is self._lines[0])
        return not last and part[-1].text.endswith(":") and self._heads_group(part)

    def _heads_group(self, part: Sequence[Line]) -> bool:
        """Whether a line that ends in a colon gathers what follows, rather than being the first half of an item."""
        if self._colons > 1 or part[0] is self._lines[0]:
            return True
        place = self._lines.index(part[-1])
        following = self._lines[place + 1 : place + 1 + _THEME_LINES + 1]
        return len(following) > _THEME_LINES and all(line.gap <= self._page.gap for line in following[1:])


def _reaches_edge(before: Line, line: Line, width: int) -> bool:
    """Whether a line that evidently runs on was broken near the edge that the longest line reaches."""
    return len(before.text) + 1 + len(line.text.split()[0]) > _EDGE * width


def _end_alike(parts: Sequence[Sequence[Line]]) -> set[str]:
    """Return the sign all parts end with, as questions do; nothing where they end in letters or in different signs."""
    ends = {part[-1].text[-1] for part in parts}
    return {end for end in ends if end in _ENDS} if len(ends) == 1 else set()


def _usual_opening(lines: Sequence[Line]) -> str:
    """Return the word that most items open with, as "That" or "To"; "" where they open with different ones."""
    openings = Counter(line.text.split()[0] for line in lines if not (line.heading or begins_small(line.text)))
    word, count = openings.most_common(1)[0] if openings else ("", 0)
    return word if count >= _FEWEST and 2 * count >= openings.total() else ""


def _stays_quoted(part: Sequence[Line]) -> bool:
    return len(part) < _QUOTED_LINES and stays_quoted(" ".join(line.text for line in part))
