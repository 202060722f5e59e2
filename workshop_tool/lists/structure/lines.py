"""The lines of a text that say something, with what evidence needs to know of each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workshop_tool.lists.structure.marks import Mark, read_mark

TAB: Final = 4
_MARKDOWN: Final = re.compile(r"(?P<depth>#{1,6})\s+(?P<text>.*?)\s*#*$")
_BOLD: Final = re.compile(r"(\*\*|__)(?P<text>[^*_]+)\1:?")
_ORDINARY: Final = 1_000
"""No line that a person wrote is longer; patterns need not meet the runs of blanks such a line may hold."""
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")


@dataclass(frozen=True)
class Line:
    """One line that is not blank."""

    number: int
    """Counted from 1 in the source."""
    text: str
    """Without blanks around it; of a heading, without the signs that make it one."""
    indent: int
    """Blanks before it; a tab counts four."""
    gap: int
    """Blank lines before it."""
    mark: Mark | None = None
    level: int = 0
    """How deep a marked line is nested; 0 is the outermost."""
    heading: int = 0
    """1 to 6 where markdown or underlining makes it a heading."""

    @property
    def body(self) -> str:
        """What it says, without its mark."""
        return self.mark.text if self.mark else self.text


def split_lines(numbered: Iterable[tuple[int, str]]) -> list[Line]:
    """Return the lines that are not blank, each with the mark it seems to begin with."""
    lines: list[Line] = []
    gap = 0
    for number, raw in numbered:
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        if _underlines(stripped, lines, gap):
            lines[-1] = replace(lines[-1], heading=1)
            continue
        lines.append(_line(number, raw, stripped, gap))
        gap = 0
    return lines


def _line(number: int, raw: str, stripped: str, gap: int) -> Line:
    before = raw[: len(raw) - len(raw.lstrip())]
    indent = len(before.expandtabs(TAB))
    if len(stripped) > _ORDINARY:
        stripped = " ".join(stripped.split())
    if found := _MARKDOWN.fullmatch(stripped):
        if found["text"]:
            return Line(number, found["text"], indent, gap, heading=len(found["depth"]))
    elif found := _BOLD.fullmatch(stripped):
        return Line(number, found["text"].strip(), indent, gap, heading=6)
    return Line(number, stripped, indent, gap, mark=read_mark(stripped))


def _underlines(stripped: str, lines: Sequence[Line], gap: int) -> bool:
    return bool(_UNDERLINE.fullmatch(stripped)) and bool(lines) and gap == 0 and not lines[-1].mark
