"""Reads a list whose items carry numbers, letters or bullets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.breaks import NEW, Page
from workshop_tool.lists.structure.glued import GluedHeadings
from workshop_tool.lists.structure.headings import heading_text, is_title, leads_in
from workshop_tool.lists.structure.heads import GroupHeads, Part, bare_head
from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.passages import Passage, passage

_TAIL: Final = 2


@dataclass(frozen=True)
class _Entry:
    """A marked line with what carries it on, and the parts that stand between it and the next mark."""

    lines: tuple[Line, ...]
    between: tuple[Part, ...]


class MarkedList:
    """A list with marks: a line without one carries an item on, is a heading, or does not belong."""

    def __init__(self, lines: Sequence[Line], words: frozenset[str]) -> None:
        self._words = words
        self._page = Page.of(lines)
        first = next(place for place, line in enumerate(lines) if line.mark)
        front = [tuple(part) for part in self._page.parts(lines[:first])]
        self._glued = GluedHeadings.of(lines, bare_head(front))
        self._entries = self._split_entries(lines[first:])
        self._heads = GroupHeads(self._page, lines[0], [entry.between for entry in self._entries[:-1]])
        self._front = self._heads.without_title(front)
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
            cut = self._cut_before_heading(run)
            announced = cut == len(run) - 1 and leads_in(run[cut].text)
            return cut - 1 if announced and self._glued.heads(run[:cut], following) else cut
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
        place = self._heads.place_in_front(self._front)
        for at, part in enumerate(self._front):
            if at != place:
                title = at == len(self._front) - 1 and (is_title(heading_text(part)) or bool(part[-1].heading))
                self._leave_out(part, _("the title of the list") if title else _("stands before the list"))
        return None if place is None else heading_text(self._front[place])

    def _read_between(self, parts: Sequence[Part], theme: str | None) -> str | None:
        place = self._heads.place(parts)
        for at, part in enumerate(parts):
            if at != place:
                self._leave_out(part, _("text between the items"))
        return theme if place is None else heading_text(parts[place])

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
