"""Breaks up what runs on within its paragraph: "(a) this; (b) that; and (c) the other", or the addresses of a mail."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_INLINE: Final = re.compile(r"(?:(?<=\s)|^)\((?P<value>[a-z]|\d{1,2}|[ivx]{2,4})\)[ \t]+(?=\S)")
_AFTER_ADDRESS: Final = re.compile(
    r"(?<=>)\s*[;,]\s*|(?<=\w)\s*;\s*(?=[^;]{0,200}@)|(?<=\.\w\w)\s*,\s*|(?<=\.\w\w\w)\s*,\s*"
)
"""What parts people in the head of a mail: a comma or semicolon behind an address."""
_CHAT: Final = re.compile(
    r"\s*\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]M)?\]?\s?[\u2013-]?\s?[^:\d]{1,40}:\s+",
    re.IGNORECASE,
)
"""The time and the name before what somebody writes in a chat."""
_PREFIX: Final = 100
_MOSTLY: Final = 0.8
_BRIEF: Final = 120
_SEVERAL: Final = 2
_LONGEST: Final = 10_000
_FEWEST: Final = 3
_ROMANS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
Numbered = tuple[int, str]


def broken_up(lines: Sequence[Numbered]) -> list[Numbered]:
    """Return the lines, a new one begun before each sign of an enumeration that counts up within the lines.

    A line of several addresses, as stands in the head of a mail, becomes a line for each.
    """
    lines = _without_times(_one_line([part for number, raw in lines for part in _addressed(number, raw)]))
    found = [(place, sign) for place, (_n, raw) in enumerate(lines) for sign in _INLINE.finditer(raw)]
    inside = [sign for place, sign in found if lines[place][1][: sign.start()].strip()]
    values = [sign["value"] for _place, sign in found]
    if len(values) < _FEWEST or not inside or not _counts_up(values):
        return list(lines)
    broken: list[Numbered] = []
    for place, (number, raw) in enumerate(lines):
        cuts = [sign.start() for at, sign in found if at == place and raw[: sign.start()].strip()]
        edges = [0, *cuts, len(raw)]
        broken += [(number, raw[a:b]) for a, b in pairwise(edges)]
    return broken


def _one_line(lines: Sequence[Numbered]) -> list[Numbered]:
    """Part a list that is typed on a single line with semicolons."""
    filled = [(number, raw) for number, raw in lines if raw.strip()]
    if len(filled) != 1 or len(filled[0][1]) > _LONGEST:
        return list(lines)
    [(number, raw)] = filled
    pieces = [piece.strip(" .") for piece in raw.split(";") if piece.strip(" .")]
    brief = all(len(piece) <= _BRIEF and ". " not in piece and ":" not in piece for piece in pieces)
    return [(number, f"\u2022 {piece}") for piece in pieces] if len(pieces) > _FEWEST and brief else list(lines)


def _without_times(lines: Sequence[Numbered]) -> list[Numbered]:
    """Take the time and the name off what was written in a chat, where most lines begin with both."""
    found = {place: match for place, (_n, raw) in enumerate(lines) if (match := _CHAT.match(raw[:_PREFIX]))}
    if len(found) < max(_FEWEST, _MOSTLY * sum(bool(raw.strip()) for _n, raw in lines)):
        return list(lines)
    return [
        (number, f"\u2022 {raw[found[place].end() :]}" if place in found else raw)
        for place, (number, raw) in enumerate(lines)
    ]


def _addressed(number: int, raw: str) -> list[Numbered]:
    if raw.count("@") < _SEVERAL or len(raw) > _LONGEST:
        return [(number, raw)]
    pieces = [piece for piece in _AFTER_ADDRESS.split(raw) if piece.strip()]
    each = sum("@" in piece for piece in pieces) >= len(pieces) - 1
    return [(number, piece) for piece in pieces] if each else [(number, raw)]


def _counts_up(values: Sequence[str]) -> bool:
    orders = (_ROMANS, tuple(_ALPHABET), tuple(str(number) for number in range(1, 100)))
    return any(tuple(values) == order[: len(values)] for order in orders)
