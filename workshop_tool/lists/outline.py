"""A list whose headings and levels its program knows, written out so that the structure reader understands it."""

from dataclasses import dataclass
from typing import Final

from workshop_tool.lists.drafts import Findings, LeftOut, ListKind
from workshop_tool.lists.shaping import draft_from_words
from workshop_tool.lists.structure import read_items

_STEP: Final = 4
_HEADINGS: Final = 6


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


def read_outline(lines: list[OutlineLine], kind: ListKind, left_out: tuple[LeftOut, ...] = ()) -> Findings:
    """Return the drafts of an outline, each with the line of the source."""
    written: list[str] = []
    places: dict[int, int] = {}
    before: OutlineLine | None = None
    for line in lines:
        if before and not (line.mark and before.mark):
            written.append("")
        for text in line.written():
            written.append(text)
            places[len(written)] = line.line
        before = line
    reading = read_items("\n".join(written))
    drafts = tuple(draft_from_words(item, kind) for item in reading.passages)
    away = (*left_out, *reading.left_out)
    return Findings(
        drafts=tuple(draft.revised(line=places.get(draft.line or 0)) for draft in drafts),
        left_out=(*left_out, *(part.revised(line=places.get(part.line or 0)) for part in away[len(left_out) :])),
        encoding="",
        notes=reading.notes,
    )
