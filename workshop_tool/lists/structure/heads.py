"""Tells which of the lines between two items, or before the first, heads the items below."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workshop_tool.lists.structure.breaks import Page
from workshop_tool.lists.structure.headings import heading_kind, heading_text, is_title, leads_in
from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line

Part = tuple[Line, ...]
"""Lines that belong together."""
_LABEL: Final = re.compile(r"[^\W\d_]{2,20}(?:\s\w{1,3})?\s?[:\u2013\u2014]\s|[^\W\d_]{2,20}\s\d{1,2}\b")
"""What headings say they are: "Theme: …", "Group 2"."""
_FEW_WORDS: Final = 3
"""More words before the only colon announce the list rather than name a theme."""
_OVER_PROSE: Final = 5
"""So many words at most head a paragraph that stands before the items."""


class GroupHeads:
    """What the whole list says about its headings."""

    def __init__(self, page: Page, first: Line, between: Sequence[Sequence[Part]]) -> None:
        self._page, self._first = page, first
        self._between = [parts for parts in between if parts]
        self._bare = any(heading_kind(parts[-1]) == "bare" for parts in self._between)

    def place(self, parts: Sequence[Part]) -> int | None:
        """Return the place of the part that heads the items below; None where none does."""
        if not parts:
            return None
        last = parts[-1]
        kind = heading_kind(last)
        above = heading_kind(parts[-2]) if len(parts) > 1 else None
        if kind == "colon" and above in {"bare", "sign"} and self._announces(last):
            return len(parts) - 2
        if kind is None and above == "bare" and self._stands_over(parts[-2], last):
            return len(parts) - 2
        return len(parts) - 1 if kind else None

    def place_in_front(self, front: Sequence[Part]) -> int | None:
        """Return the place of the heading of the first items; None where there is a title or an announcement only."""
        places = dict.fromkeys((self.place(front), len(front) - 1 if front else None))
        return next((place for place in places if place is not None and self._names_theme(front[place])), None)

    def without_title(self, front: Sequence[Part]) -> list[Part]:
        """Part the last line in front from those above it where later headings begin alike, or are of one line too."""
        if not front or len(front[-1]) == 1:
            return list(front)
        *above, last = front[-1]
        later = list(self._heads())
        alike = last.text.split()[0].casefold() in {part[0].text.split()[0].casefold() for part in later}
        short = bool(later) and all(len(part) == 1 for part in later)
        first = above[0] == self._first and not any(part[0].gap > self._page.gap for part in later)
        apart = last.gap > 0 or first or is_title(" ".join(line.text for line in above))
        apart = apart and not (begins_small(last.text) or stays_open(above[-1].text))
        return [*front[:-1], tuple(above), (last,)] if alike or (short and apart) else list(front)

    def _heads(self) -> Iterator[Part]:
        return (parts[place] for parts in self._between if (place := self.place(parts)) is not None)

    def _names_theme(self, part: Part) -> bool:
        kind, text = heading_kind(part), heading_text(part)
        alike = [other for other in self._heads() if heading_kind(other) == kind and not self._announces(other)]
        if kind == "sign":
            deeper = [other for other in alike if other[-1].heading > part[-1].heading]
            return not is_title(text) and not (alike and len(deeper) == len(alike))
        if kind == "colon":
            return bool(alike) or (not leads_in(text) and len(text.split()) <= _FEW_WORDS)
        labelled = bool(alike) and all(_LABEL.match(heading_text(other)) for other in alike)
        return kind == "bare" and bool(alike) and not is_title(text) and (not labelled or bool(_LABEL.match(text)))

    def _announces(self, part: Part) -> bool:
        """Whether a line with a colon only leads over from a heading above it to the items."""
        return heading_kind(part) == "colon" and (self._bare or leads_in(heading_text(part)))

    def _stands_over(self, part: Part, prose: Part) -> bool:
        """Whether a few words set apart head a paragraph."""
        apart = part[0].gap > self._page.gap or part[0] == self._first
        few = len(part) == 1 and len(part[0].text.split()) <= _OVER_PROSE
        return few and apart and prose[0].gap > self._page.gap and ends_sentence(prose[-1].text)


def bare_head(parts: Sequence[Part]) -> Part:
    """Return the last part, or the one above it where the last only announces what follows; () where there is none."""
    if len(parts) > 1 and parts[-1][-1].text.endswith(":") and leads_in(heading_text(parts[-1])):
        return parts[-2]
    return parts[-1] if parts else ()
