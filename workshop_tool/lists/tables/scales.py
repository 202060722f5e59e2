"""What a cell about importance, certainty, origin or newness means."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, get_args

from workshop_tool.domain.trends import Origin

Axis = Literal["importance", "certainty"]

# The map's axes run from High to Very high and from Uncertain to Certain: there is no low end.
_WORDS: Final[Mapping[Axis, Mapping[str, float]]] = {
    "importance": dict.fromkeys(("high", "høy", "høj", "hoch"), 0.0)
    | dict.fromkeys(("very high", "svært høy", "veldig høy", "meget høy", "meget høj", "sehr hoch"), 1.0),
    "certainty": dict.fromkeys(("uncertain", "usikker", "usikkert", "unsicher"), 0.0)
    | dict.fromkeys(("certain", "sikker", "sikkert", "sicher"), 1.0),
}
_LEVELS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("l", "low", "lav", "niedrig", "niedrige", "gering", "geringe"), 0),
    **dict.fromkeys(("m", "medium", "middels", "mellem", "moderat", "mittel", "mittlere"), 1),
    **dict.fromkeys(("h", "high", "høy", "høj", "hoch", "hohe"), 2),
    **{sign * (level + 1): level for sign in "+*\u2605" for level in range(3)},
}
"""Three steps: a list that names the low or the middle one means the whole of the axis by them."""
_ENDS: Final = re.compile(r"(?<!\d)[01]\s?(?:[\u2013\u2014-]|to|til|bis)\s?(?P<most>[3-9]|10)(?!\d)", re.IGNORECASE)
"""The ends of a scale, as a title names them."""
_VERY: Final = re.compile(r"(?:very|svært|veldig|meget|sehr)\s(?P<level>.+)")
_OF: Final = re.compile(r"(?P<value>\d{1,2})\s?(?:/|of|av|af|von|out of)\s?(?P<most>\d{1,2})")
_NUMBER: Final = re.compile(r"(?P<value>\d{1,3}(?:[.,]\d{1,6})?)\s*(?P<percent>%?)")
_ORIGINS: Final[Mapping[str, Origin]] = {
    **{origin: origin for origin in get_args(Origin)},
    **dict.fromkeys(("desk", "documents", "document study", "literature", "dokumentstudie", "skrivebordsstudie",
                     "dokumenter", "litteratur", "desk-research", "dokumente", "literatur"), "desk research"),
    **dict.fromkeys(("interview", "intervju", "intervjuer", "interviewer"), "interviews"),
    **dict.fromkeys(("arbeidsmøte", "verksted", "seminar", "room"), "workshop"),
}  # fmt: skip
_YES: Final = frozenset(["x", "yes", "y", "true", "1", "new", "ja", "ny", "nytt", "neu", "✓", "✔"])
_WHOLE: Final = 100
_LONGEST_SCALE: Final = 10


def read_shares(cells: Sequence[str], axis: Axis, title: str = "") -> list[float | None]:
    """Read a whole column as places on an axis, 0 to 1: it may hold 0 to 1, 0 to 100 (with or without %), or words.

    What cannot be told is None; so is a column of small whole numbers, which may be a scale of 1 to 5, unless its
    ``title`` says so.
    """
    if ends := _ENDS.search(title):
        cells = [f"{cell} of {ends['most']}" if cell.strip().isdigit() else cell for cell in cells]
    if levels := _levels(cells, axis):
        return levels
    scale = _scale([found for cell in cells if (found := _NUMBER.fullmatch(cell.strip()))])
    return [_share(cell.strip(), axis, scale) if cell else None for cell in cells]


def _levels(cells: Sequence[str], axis: Axis) -> list[float | None] | None:
    """Read words or letters for low, middle and high; None where the column has no low or middle one."""
    words = [" ".join(cell.casefold().split()) for cell in cells]
    bare = [found["level"] if (found := _VERY.fullmatch(word)) else word for word in words]
    levels = [_LEVELS.get(word) for word in bare]
    said = [level for level in levels if level is not None]
    if len(said) < sum(map(bool, words)) or not said or (min(said) == max(said) and axis == "importance"):
        return None
    very = bare != words
    return [
        None if level is None else _step(level, very=very, most=word != plain)
        for level, word, plain in zip(levels, words, bare, strict=True)
    ]


def _step(level: int, *, very: bool, most: bool) -> float:
    """Place one of three steps on an axis, 0 to 1; of five, where the list also says "very"."""
    if not very:
        return level / 2
    return (1 + level) / 4 if not most else float(level > 0)


def read_origin(cell: str) -> Origin | None:
    """Read where a trend comes from; None where the words name none of the three origins."""
    return _ORIGINS.get(cell.strip().casefold())


def read_new(cell: str) -> bool:
    """Whether the cell says yes."""
    return cell.strip().casefold() in _YES


def _scale(numbers: Sequence[re.Match[str]]) -> float | None:
    """By what the plain numbers of a column are to be divided; None where nobody can tell."""
    plain = [_value(found) for found in numbers if not found["percent"]]
    largest = max(plain, default=1.0)
    if largest <= 1:
        return 1.0
    whole = all(value.is_integer() for value in plain)
    return None if whole and largest <= _LONGEST_SCALE else float(_WHOLE)


def _share(cell: str, axis: Axis, scale: float | None) -> float | None:
    if found := _OF.fullmatch(cell):
        return _of(int(found["value"]), int(found["most"]))
    if found := _NUMBER.fullmatch(cell):
        divisor = float(_WHOLE) if found["percent"] else scale
        share = _value(found) / divisor if divisor else None
        return share if share is not None and share <= 1 else None
    return _WORDS[axis].get(" ".join(cell.casefold().split()))


def _of(value: int, most: int) -> float | None:
    """Place a score such as "4 of 5" on an axis: the lowest is 1, or 0 where it is said."""
    if not 0 <= value <= most or most < 2:  # noqa: PLR2004 - two ends
        return None
    return max(0, value - 1) / (most - 1)


def _value(found: re.Match[str]) -> float:
    return float(found["value"].replace(",", "."))
