"""Takes the lines that stand further in below most items for descriptions of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import BLANK, Mark

_FEWEST: Final = 2
_SHARE: Final = 0.6
_BRIEF: Final = 5
_ROOM: Final = 0.8


def nest_descriptions(lines: Sequence[Line]) -> list[Line]:
    """Return the lines; where most outer items have a line below them and further in, each is nested as one."""
    width = max(line.indent + len(line.text) for line in lines)
    below = [(a, b) for a, b in pairwise(lines) if _may_describe(a, b)]
    meant = sum(_broken_early(a, b, width) for a, b in below)
    outer = sum(line.mark is not None and line.level == 0 for line in lines)
    if meant < max(_FEWEST, _SHARE * outer):
        return list(lines)
    found = {line.number for _before, line in below}
    return [
        replace(line, mark=Mark(BLANK, None, line.text), level=1) if line.number in found else line for line in lines
    ]


def _may_describe(before: Line, line: Line) -> bool:
    outer = before.mark is not None and before.level == 0
    # Straight below a few words with a number, a whole sentence describes them also where it stands flush.
    straight = outer and line.gap == 0 and before.mark is not None and before.mark.numbered and _is_brief(before)
    further_in = outer and (line.indent > before.indent or (straight and ends_sentence(line.text)))
    plain = not (line.mark or line.heading or begins_small(line.text) or line.text[0].isdigit())
    return further_in and plain and not stays_open(before.text) and line.gap <= before.gap + 1


def _is_brief(line: Line) -> bool:
    return len(line.body.split()) <= _BRIEF and not ends_sentence(line.body)


def _broken_early(before: Line, line: Line, width: int) -> bool:
    return before.indent + len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) < _ROOM * width
