"""A list whose headings and levels its program knows, written out so that the structure reader understands it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from workshop_tool.lists.drafts import Findings, LeftOut, ListKind
from workshop_tool.lists.roll_calls import read_words
from workshop_tool.lists.shaping import drafts_from_words

_STEP: Final = 4
_HEADINGS: Final = 6
_SHORT: Final = 100
"""Half of the paragraphs of a list that was typed line by line are no longer."""


@dataclass(frozen=True)
class OutlineLine:
    """One paragraph, and what its program says of it."""

    text: str
    line: int
    """Its place in the source, counted from 1."""
    mark: str = ""
    """What stands before it, such as ``•`` or ``3.``; "" where nothing does."""
    level: int = 0
    """How deep it is nested; 0 is the outermost."""
    heading: int = 0
    """1 to 6 where it is a heading."""

    def written(self) -> list[str]:
        """Return it as lines of text; a line break within it stays one."""
        first, *rest = [part.strip() for part in self.text.split("\n") if part.strip()] or [""]
        if self.heading:
            return [f"{'#' * min(self.heading, _HEADINGS)} {' '.join([first, *rest])}"]
        indent = " " * (_STEP * self.level)
        return [f"{indent}{self.mark} {first}".rstrip() if self.mark else f"{indent}{first}", *rest]


def is_typed(lines: Sequence[OutlineLine]) -> bool:
    """Whether a list was typed line by line, empty paragraphs and blanks standing for what the program could do."""
    own = any(line.mark or line.heading for line in lines)
    parted = any(b.line - a.line > 1 for a, b in pairwise(lines))
    indented = sum(line.text.startswith((" ", "\t")) for line in lines) > 1
    return not own and (parted or indented) and median(len(line.text) for line in lines) <= _SHORT


def read_outline(
    lines: Sequence[OutlineLine], kind: ListKind, left_out: tuple[LeftOut, ...] = (), *, typed: bool = False
) -> Findings:
    """Return the drafts of an outline, each with the line of the source; what was typed is read as it stands."""
    written: list[str] = []
    places: dict[int, int] = {}
    before: OutlineLine | None = None
    for line in lines:
        parted = before is not None and (line.line - before.line > 1 if typed else not (line.mark and before.mark))
        if parted:
            written.append("")
        for text in line.text.split("\n") if typed else line.written():
            written.append(text)
            places[len(written)] = line.line
        before = line
    reading = read_words("\n".join(written), kind)
    drafts = drafts_from_words(reading.passages, kind, reading.front)
    away = (*left_out, *reading.left_out)
    return Findings(
        drafts=tuple(draft.revised(line=places.get(draft.line or 0)) for draft in drafts),
        left_out=(*left_out, *(part.revised(line=places.get(part.line or 0)) for part in away[len(left_out) :])),
        encoding="",
        notes=reading.notes,
    )
