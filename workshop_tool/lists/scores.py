"""Takes importance and certainty out of the words of trends, where most trends of a list say them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop_tool.lists.tables.scales import Axis, read_shares

_AXES: Final[Mapping[Axis, str]] = {
    "importance": r"importance|relevance|impact|viktighet|betydning|relevans|vigtighed|wichtigkeit|bedeutung"
    r"|relevanz|imp\.?",
    "certainty": r"certainty|probability|likelihood|sikkerhet|visshet|sannsynlighet|sikkerhed|sandsynlighed|sicherheit"
    r"|gewissheit|wahrscheinlichkeit|cert?\.?",
}
_VALUE: Final = (
    r"\d{1,3}(?:[.,]\d{1,2})?\s?%|\d{1,2}\s?(?:/|of|av|af|von|out\sof)\s?\d{1,2}|\d{1,3}(?:[.,]\d{1,2})?"
    r"|(?:very\s|svært\s|veldig\s|meget\s|sehr\s)?(?:high|low|høy|lav|høj|hoch|hohe|niedrig|niedrige|gering|geringe)"
    r"|medium|middels|mellem|moderat|mittel|mittlere|[HML]|\+{1,5}|[*\u2605]{1,5}"
)
_WORD: Final = r"(?:very\s)?(?:un)?certain|u?sikker[t]?|(?:un)?sicher"
_LABELLED: Final = {
    axis: (
        re.compile(rf"(?:{names})\s*[:=]?\s*(?P<value>{_VALUE})", re.IGNORECASE),
        re.compile(rf"(?P<value>{_VALUE})\s+(?:{names})", re.IGNORECASE),
    )
    for axis, names in _AXES.items()
}
_CERTAIN: Final = re.compile(_WORD, re.IGNORECASE)
_BARE: Final = re.compile(_VALUE, re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*[,;|]\s*|\s+/\s+|\s+(?:and|og|und)\s+|(?<=[HML%])/(?=[HML\d])|\s+[\u2013\u2014-]\s+")
_TAIL: Final = re.compile(
    r"\s*[(\[](?=[^()\[\]]{1,80}[)\]]\.?$)|\s*[:;,|]\s+|\s+[\u2013\u2014-]\s+|\s+(?=[*+\u2605]{1,5}(?:\s|$))"
)
_NAMES: Final = "|".join(_AXES.values())
_BOTH: Final = re.compile(rf"\b(?P<first>{_NAMES})\b.{{1,20}}\b(?:{_NAMES})\b", re.IGNORECASE)
_LONGEST: Final = 300
_MOSTLY: Final = 0.6
_FEWEST: Final = 2


@dataclass(frozen=True)
class Scored:
    """What is left of a trend's words, and where they place it, 0 to 1; None where they do not say."""

    text: str
    words: str = ""
    """What was taken off."""
    shares: Mapping[Axis, float] = field(default_factory=dict)


def scored(texts: Sequence[str], title: str = "") -> list[Scored]:
    """Return the trends without the scores behind them; ``title`` stands before the list and may name the axes."""
    order = _order(title)
    found = [_parted(text, order) for text in texts]
    said = sum(bool(cells) for _text, _words, cells in found)
    if said < max(_FEWEST, _MOSTLY * len(texts)):
        return [Scored(text) for text in texts]
    shares = {axis: read_shares([cells.get(axis, "") for _t, _w, cells in found], axis, title) for axis in _AXES}
    return [
        Scored(text, words, {axis: share for axis in _AXES if (share := shares[axis][place]) is not None})
        for place, (text, words, _cells) in enumerate(found)
    ]


def _order(title: str) -> tuple[Axis, ...]:
    """In which order two scores without names stand, where the title says so."""
    both = _BOTH.search(title)
    if not both:
        return ()
    first = next(axis for axis, names in _AXES.items() if re.fullmatch(names, both["first"], re.IGNORECASE))
    return ("importance", "certainty") if first == "importance" else ("certainty", "importance")


def _parted(text: str, order: Sequence[Axis]) -> tuple[str, str, dict[Axis, str]]:
    """Part the scores from the words before them: the longest end of the text that says nothing else."""
    if len(text) <= _LONGEST:
        for sign in _TAIL.finditer(text):
            tail = text[sign.end() :].rstrip(".").removesuffix(")").removesuffix("]").strip()
            if sign.start() and (cells := _cells(tail, order)):
                return text[: sign.start()].rstrip(), tail, cells
    return text, "", {}


def _cells(tail: str, order: Sequence[Axis]) -> dict[Axis, str]:
    pieces = [piece for piece in _BETWEEN.split(tail) if piece]
    cells: dict[Axis, str] = {}
    bare: list[str] = []
    for piece in pieces:
        axis, value = _labelled(piece)
        if axis:
            cells[axis] = value
        elif _CERTAIN.fullmatch(piece):
            cells["certainty"] = piece
        elif _BARE.fullmatch(piece):
            bare.append(piece)
        else:
            return {}
    if not bare:
        return cells
    return dict(zip(order, bare, strict=True)) if not cells and len(bare) == len(order) else {}


def _labelled(piece: str) -> tuple[Axis | None, str]:
    for axis, patterns in _LABELLED.items():
        for pattern in patterns:
            if found := pattern.fullmatch(piece):
                return axis, found["value"]
    return None, ""
