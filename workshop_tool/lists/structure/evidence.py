"""Weighs what each line seems to be against the whole list: which marks are marks, and how deep they are nested."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workshop_tool.lists.structure.agenda import promote_agenda
from workshop_tool.lists.structure.joining import begins_small, ends_sentence, stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import BLANK, DASHES, LETTER_SHAPES, PLAIN, SECTIONS, Mark, read_roman

_IN_STEP_SHARE: Final = 0.6
_FAR_MORE: Final = 2
_PLAIN_NUMBERS: Final = 3
_MANY_SIGNS: Final = 3
_NEST: Final = 2
"""Blanks by which a line of the same shape must stand further in to be nested."""
_SMALL_STEP: Final = 20
"""A number may run ahead of the one before it by this much, as in a selection from a longer list."""


def settle_marks(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the marks that the whole list bears out, and their levels."""
    settled = _settle_romans(lines)
    settled = _drop_unlikely_shapes(_with_one_number(_with_one_bullet(settled)))
    settled = _drop_numbers_out_of_step(settled)
    settled = _restore_lost_bullets(settled)
    return _with_levels(promote_agenda(settled))


def _without_mark(line: Line) -> Line:
    return replace(line, mark=None)


def _settle_romans(lines: Sequence[Line]) -> list[Line]:
    """Read i, v and x as numerals where the list also has ii or iii."""
    shapes = {line.mark.shape for line in lines if line.mark and line.mark.shape in {"(i)", "i)", "i."}}
    settled = []
    for line in lines:
        roman = read_roman(line.text) if line.mark and line.mark.shape in LETTER_SHAPES else None
        settled.append(replace(line, mark=roman) if roman and roman.shape in shapes else line)
    return settled


def _with_one_bullet(lines: Sequence[Line]) -> list[Line]:
    """Take bullets for one where several people's signs stand below each other, hardly one of them twice."""
    bullets = [line.mark.shape for line in lines if line.mark and line.mark.value is None]
    shapes = set(bullets)
    marked = [line for line in lines if line.mark]
    flush = len({line.indent for line in marked}) == 1 and len(bullets) == len(marked)
    if not flush or len(shapes) < _MANY_SIGNS or len(bullets) > 2 * len(shapes):
        return list(lines)
    return [replace(line, mark=replace(line.mark, shape="•")) if line.mark else line for line in lines]


def _with_one_number(lines: Sequence[Line]) -> list[Line]:
    """Take a number that is written otherwise than all others for one of them, where it follows the one above."""
    counts = Counter(line.mark.shape for line in lines if line.mark and line.mark.numbered)
    settled: list[Line] = []
    above: Mark | None = None
    for line in lines:
        mark = line.mark
        if mark and mark.numbered:
            odd = counts[mark.shape] == 1 and mark.shape != PLAIN and above and counts[above.shape] > 1
            if odd and above and mark.value == (above.value or 0) + 1:
                mark = replace(mark, shape=above.shape)
            above = mark
        settled.append(replace(line, mark=mark))
    return settled


def _drop_unlikely_shapes(lines: Sequence[Line]) -> list[Line]:
    counts = Counter(line.mark.shape for line in lines if line.mark)
    first = next((line.mark.shape for line in lines if line.mark and line.mark.shape != PLAIN), None)
    unlikely = {shape for shape, count in counts.items() if not _likely(shape, count, first, lines)}
    strong = sum(count for shape, count in counts.items() if shape != PLAIN and shape not in unlikely)
    if counts[PLAIN] <= strong and not _lead_groups(lines):
        unlikely.add(PLAIN)
    return [_without_mark(line) if line.mark and line.mark.shape in unlikely else line for line in lines]


def _lead_groups(lines: Sequence[Line]) -> bool:
    """Whether the bare numbers count up from 1, and marks of another kind stand below most of them, no further out."""
    plain = [place for place, line in enumerate(lines) if line.mark and line.mark.shape == PLAIN]
    values = [mark.value for place in plain if (mark := lines[place].mark)]
    if len(plain) < _PLAIN_NUMBERS or values != list(range(1, len(plain) + 1)):
        return False
    below = [lines[place + 1] for place in plain if place + 1 < len(lines)]
    led = sum(line.mark is not None and line.mark.shape != PLAIN for line in below)
    edge = max(lines[place].indent for place in plain)
    return led >= _IN_STEP_SHARE * len(plain) and all(line.indent >= edge for line in lines if line.mark)


def _likely(shape: str, count: int, first: str | None, lines: Sequence[Line]) -> bool:
    values = [line.mark.value for line in lines if line.mark and line.mark.shape == shape]
    if shape == PLAIN:
        edge = max(line.indent for line in lines if line.mark and line.mark.shape == shape)
        steps = sum(b == a + 1 for a, b in pairwise(values) if a is not None and b is not None)
        return count >= _PLAIN_NUMBERS and steps >= _IN_STEP_SHARE * (count - 1) and 2 * count >= _starts(lines, edge)
    if shape in LETTER_SHAPES:
        return count > 1 and values[0] == 1
    if shape.startswith("odd"):
        return count >= _PLAIN_NUMBERS
    if count > 1:
        return True
    return _likely_alone(shape, first, lines) if shape in DASHES | SECTIONS else _is_first(shape, values, first, lines)


def _is_first(shape: str, values: Sequence[int | None], first: str | None, lines: Sequence[Line]) -> bool:
    return values == [None] or (shape == first and not _is_lone_heading(lines))


def _likely_alone(shape: str, first: str | None, lines: Sequence[Line]) -> bool:
    """Whether the only dash, or the only number of a section, is a mark."""
    alone = sum(line.mark is not None for line in lines) == 1
    if shape in SECTIONS:
        # Among other marks it is the number of the one section the list stands in.
        return alone and shape == first and not _is_lone_heading(lines)
    # A dash that stands alone among other marks is the dash of a wrapped sentence, unless a heading leads to it.
    return alone or _follows_heading(shape, lines) or _stands_nested(shape, lines)


def _is_lone_heading(lines: Sequence[Line]) -> bool:
    """Whether the only number belongs to the heading of a text whose items carry none."""
    apart = sum(line.gap > 0 and not line.mark and not begins_small(line.text) for line in lines)
    return lines[0].mark is not None and apart >= _PLAIN_NUMBERS and sum(line.mark is not None for line in lines) == 1


def _follows_heading(shape: str, lines: Sequence[Line]) -> bool:
    place = next(place for place, line in enumerate(lines) if line.mark and line.mark.shape == shape)
    before = lines[place - 1] if place else None
    return before is not None and (before.heading > 0 or before.text.endswith(":"))


def _stands_nested(shape: str, lines: Sequence[Line]) -> bool:
    """Whether a lone hyphen stands further in than the item above it, and no wrapped line of the list does."""
    place = next(place for place, line in enumerate(lines) if line.mark and line.mark.shape == shape)
    before, line = lines[max(0, place - 1)], lines[place]
    wrapped = any(a.mark and not b.mark and b.indent >= line.indent for a, b in pairwise(lines))
    further_in = before.mark is not None and line.indent >= before.indent + _NEST
    return shape == "-" and further_in and not wrapped and not stays_open(before.text)


def _starts(lines: Sequence[Line], edge: int) -> int:
    """How many lines could begin an item: not those further in than every number."""
    return sum(not begins_small(line.text) for line in lines if not line.heading and line.indent <= edge)


def _drop_numbers_out_of_step(lines: Sequence[Line]) -> list[Line]:
    """Take a year or a quantity that a wrapped line begins with for what it is."""
    settled: list[Line] = []
    last: dict[str, tuple[int, ...]] = {}
    in_order, in_step = _order(lines)
    for line in lines:
        if line.mark and line.mark.numbered and in_order and _out_of_step(line, line.mark, last, settled, in_step):
            settled.append(_without_mark(line))
            continue
        if line.mark and line.mark.value is not None:
            last[line.mark.shape] = (*last.get(line.mark.shape, ())[-1:], line.mark.value)
        settled.append(line)
    return settled


def _order(lines: Sequence[Line]) -> tuple[bool, bool]:
    """Whether most numbers rise, and whether most rise by one."""
    values = [line.mark.value for line in lines if line.mark and line.mark.numbered and line.mark.value is not None]
    in_order = sum(b > a or b == 1 for a, b in pairwise(values))
    in_step = sum(b in {a + 1, 1} for a, b in pairwise(values))
    enough = _IN_STEP_SHARE * (len(values) - 1)
    return in_order >= enough, in_step >= enough


def _out_of_step(
    line: Line, mark: Mark, last: dict[str, tuple[int, ...]], before: Sequence[Line], in_step: bool
) -> bool:
    value, known = mark.value or 0, last.get(mark.shape, ())
    previous = known[-1] if known else None
    if value == 1 or not before or previous is None:
        # The first number of a list may be any; a year is none.
        return previous is None and bool(before) and stays_open(before[-1].text) and line.gap == 0
    if in_step and value == known[0] + 1:
        # The number before it was the odd one.
        return False
    if previous < value <= previous + _SMALL_STEP:
        return in_step and value != previous + 1 and stays_open(before[-1].text)
    return line.gap == 0 and not ends_sentence(before[-1].text)


def _restore_lost_bullets(lines: Sequence[Line]) -> list[Line]:
    """Take a leading blank for a bullet whose glyph was lost, where the list has several and lines without.

    Where other marks stand too, far more lines than these must begin with a blank.
    """
    candidates = [line for line in lines if line.indent and not line.mark and not begins_small(line.text)]
    if len(candidates) <= _FAR_MORE * sum(line.mark is not None for line in lines):
        return list(lines)
    deepest = max((line.indent for line in candidates), default=0)
    flush = [line for line in lines if not line.indent]
    beginnings = sum(not begins_small(line.text) for line in flush)
    if len(candidates) < _NEST or not flush or deepest > _SMALL_STEP or beginnings > 2 * len(candidates):
        return list(lines)
    lost = {line.number for line in candidates}
    return [replace(line, mark=Mark(BLANK, None, line.text)) if line.number in lost else line for line in lines]


def _with_levels(lines: Sequence[Line]) -> list[Line]:
    """Nest marks: another shape after a mark, or the same one further in, is one level deeper."""
    stack: list[tuple[str, int]] = []
    levelled = []
    for line in lines:
        if not line.mark:
            if line.heading or (line.text.endswith(":") and not begins_small(line.text)):
                stack = []
            levelled.append(line)
            continue
        stack = _nested(stack, line.mark.shape, line.indent)
        levelled.append(replace(line, level=len(stack) - 1))
    return levelled


def _nested(stack: list[tuple[str, int]], shape: str, indent: int) -> list[tuple[str, int]]:
    for depth in range(len(stack) - 1, -1, -1):
        known, known_indent = stack[depth]
        if known == shape and abs(indent - known_indent) < _NEST:
            return stack[: depth + 1]
        if known == shape and indent < known_indent and not any(other == shape for other, _i in stack[:depth]):
            return [*stack[:depth], (shape, indent)]
    further_out = [entry for entry in stack if entry[1] < indent or (entry[0] != shape and entry[1] == indent)]
    return [*further_out, (shape, indent)]
