"""Reads a list whose items carry numbers, letters or bullets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.breaks import NEW, Page
from workshop_tool.lists.structure.glued import GluedHeadings
from workshop_tool.lists.structure.headings import HeadingKind, heading_kind, heading_text, is_title, leads_in
from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.passages import Passage, passage

_TAIL: Final = 2
_FEW_WORDS: Final = 3
"""More words before the only colon announce the list rather than name a theme."""


@dataclass(frozen=True)
class _Entry:
    """A marked line with what carries it on, and the parts that stand between it and the next mark."""

    lines: tuple[Line, ...]
    between: tuple[tuple[Line, ...], ...]


class MarkedList:
    """A list with marks: a line without one carries an item on, is a heading, or does not belong."""

    def __init__(self, lines: Sequence[Line], words: frozenset[str]) -> None:
        self._words = words
        self._page = Page.of(lines)
        first = next(place for place, line in enumerate(lines) if line.mark)
        self._front = [tuple(part) for part in self._page.parts(lines[:first])]
        self._glued = GluedHeadings.of(lines, self._front[-1] if self._front else ())
        self._entries = self._split_entries(lines[first:])
        self._front = self._without_title(self._front)
        self._passages: list[Passage] = []
        self._left_out: list[LeftOut] = []

    def read(self) -> tuple[list[Passage], list[LeftOut]]:
        """Return the items, and what was left out."""
        theme = self._read_front()
        for place, entry in enumerate(self._entries):
            self._add(entry, theme)
            if place + 1 < len(self._entries):
                theme = self._read_between(entry.between, theme)
        for part in self._entries[-1].between:
            self._leave_out(part, _("text after the list"))
        return self._passages, self._left_out

    def _without_title(self, front: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
        """Part the last line in front from those above it where later headings begin alike, or are of one line too."""
        if not front or len(front[-1]) == 1:
            return front
        *above, last = front[-1]
        later = [entry.between[-1] for entry in self._entries[:-1] if entry.between]
        alike = last.text.split()[0].casefold() in {part[0].text.split()[0].casefold() for part in later}
        short = bool(later) and all(len(part) == 1 and heading_kind(part) for part in later)
        apart = last.gap > 0 and not (begins_small(last.text) or stays_open(above[-1].text))
        return [*front[:-1], tuple(above), (last,)] if alike or (short and apart) else front

    def _split_entries(self, lines: Sequence[Line]) -> list[_Entry]:
        starts = [place for place, line in enumerate(lines) if line.mark]
        runs = [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
        entries: list[_Entry] = []
        for place, run in enumerate(runs):
            following = runs[place + 1][0] if place + 1 < len(runs) else None
            cut = self._cut(run, following)
            if following is None and cut == len(run):
                cut = self._cut_tail(run, max((len(entry.lines) for entry in entries), default=0))
            entries.append(_Entry(tuple(run[:cut]), tuple(tuple(part) for part in self._page.parts(run[cut:]))))
        return entries

    def _cut(self, run: Sequence[Line], following: Line | None) -> int:
        """Where the item ends within the lines up to the next mark."""
        for place in range(1, len(run)):
            if self._page.break_weight(run[place - 1], run[place]) >= NEW:
                return place
        if following and following.level == 0 and run[-1].text.endswith(":"):
            return self._cut_before_heading(run)
        if following and self._glued.heads(run, following):
            return len(run) - 1
        return len(run)

    def _cut_before_heading(self, run: Sequence[Line]) -> int:
        """Where a heading of one or more lines begins that ends in a colon at the end of the run."""
        for place in range(len(run) - 1, 0, -1):
            before, line = run[place - 1], run[place]
            parted = line.gap > self._page.gap
            if begins_small(line.text) or (stays_open(before.text) and not parted):
                continue
            one_line = place == len(run) - 1
            meant = self._page.breaks_early(before, line)
            return place if one_line or parted or meant or ends_sentence(before.text) else len(run)
        return len(run)

    def _cut_tail(self, run: Sequence[Line], longest: int) -> int:
        """Where prose begins after the last item, if that runs on far longer than any other."""
        if not longest or len(run) <= _TAIL * longest + 1:
            return len(run)
        breaks = (p for p in range(1, len(run)) if self._page.break_weight(run[p - 1], run[p]) >= NEW - 1)
        return next(breaks, len(run))

    def _read_front(self) -> str | None:
        if not self._front:
            return None
        *lead_in, last = self._front
        if lead_in and self._announces(last) and self._names_theme_in_front(lead_in[-1]):
            lead_in, last = [*lead_in[:-1], last], lead_in[-1]
        for part in lead_in:
            self._leave_out(part, _("stands before the list"))
        if self._names_theme_in_front(last):
            return heading_text(last)
        title = is_title(heading_text(last)) or bool(last[-1].heading)
        self._leave_out(last, _("the title of the list") if title else _("stands before the list"))
        return None

    def _names_theme_in_front(self, part: Sequence[Line]) -> bool:
        kind = heading_kind(part)
        others = [entry.between[-1] for entry in self._entries[:-1] if entry.between]
        alike = [other for other in others if heading_kind(other) == kind and not self._announces(other)]
        if kind == "sign":
            deeper = [other for other in alike if other[-1].heading > part[-1].heading]
            return not is_title(heading_text(part)) and not (alike and len(deeper) == len(alike))
        if kind == "colon":
            return bool(alike) or (not leads_in(heading_text(part)) and len(heading_text(part).split()) <= _FEW_WORDS)
        return kind == "bare" and bool(alike)

    def _announces(self, part: Sequence[Line]) -> bool:
        """Whether a line with a colon only leads over from a heading above it to the items."""
        if heading_kind(part) != "colon":
            return False
        bare = any(heading_kind(entry.between[-1]) == "bare" for entry in self._entries[:-1] if entry.between)
        return bare or leads_in(heading_text(part))

    def _read_between(self, parts: Sequence[tuple[Line, ...]], theme: str | None) -> str | None:
        if not parts:
            return theme
        *others, last = parts
        if others and self._announces(last) and heading_kind(others[-1]) in {"bare", "sign"}:
            others, last = [*others[:-1], last], others[-1]
        kind: HeadingKind | None = heading_kind(last)
        for part in others if kind else parts:
            self._leave_out(part, _("text between the items"))
        return heading_text(last) if kind else theme

    def _add(self, entry: _Entry, theme: str | None) -> None:
        item = passage(entry.lines, self._page, self._words, theme)
        if not item.text:
            self._left_out.append(LeftOut(text=entry.lines[0].text, reason=_("nothing but a mark"), line=item.line))
        elif entry.lines[0].level and self._passages:
            self._passages[-1] = self._passages[-1].with_child(item.text)
        else:
            self._passages.append(item)

    def _leave_out(self, part: Sequence[Line], reason: str) -> None:
        self._left_out.append(LeftOut(text=heading_text_or_prose(part), reason=reason, line=part[0].number))


def heading_text_or_prose(part: Sequence[Line]) -> str:
    """Return what was left out, on one line, as it stands in the source."""
    return " ".join(" ".join(line.text for line in part).split())
