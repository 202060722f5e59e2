"""What may stand before an item: numbers, letters and bullets in the shapes people and programs give them."""

import re
from dataclasses import dataclass
from typing import Final

_CHECKBOX: Final = re.compile(r"^\[[ xX]\]\s+")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}

_AFTER_NUMBER: Final = r"(?:\s*[).:\u2013\u2014-]\s*|\s+)"
# Each shape of number: "value" is the number, what follows the match is the item.
_NUMBERS: Final = (
    ("nr", re.compile(rf"(?:nr|no|nummer|number|punkt|pkt)\.?\s*(?P<value>\d{{1,4}}){_AFTER_NUMBER}", re.IGNORECASE)),
    ("#1", re.compile(rf"#\s?(?P<value>\d{{1,4}}){_AFTER_NUMBER}")),
    ("(1)", re.compile(r"[(\[](?P<value>\d{1,4})[)\]]\s*")),
    ("1.1.1", re.compile(r"\d{1,3}(?:\.\d{1,3}){1,4}\.(?P<value>\d{1,3})[.)]?\s+(?=\S)")),
    ("1.1", re.compile(r"\d{1,3}\.(?P<value>\d{1,3})[.)]?\s+(?=\S)")),
    ("1)", re.compile(r"(?P<value>\d{1,4})\s?\.?\)\s*")),
    # A scanner sets the point apart, or takes it for a comma.
    ("1.", re.compile(r"(?P<value>\d{1,4})(?:\s?\.(?!\d)\s*|\s,\s+(?=[A-ZÆØÅÄÖÜ]))")),
    ("1:", re.compile(r"(?P<value>\d{1,4})\s?[:\u2013\u2014-]\s+(?=\S)")),
    ("1", re.compile(r"(?P<value>\d{1,4})\s+(?=\S)")),
)
_LETTERS: Final = (
    ("(a)", re.compile(r"\((?P<value>[A-Za-zæøåäöü])\)\s*(?=\S)")),
    ("a)", re.compile(r"(?P<value>[A-Za-zæøåäöü])\.?\)\s*(?=\S)")),
    ("a.", re.compile(r"(?P<value>[A-Za-z])\.\s+(?=\S)")),
)
_ROMANS: Final = (
    ("(i)", re.compile(r"\((?P<value>[ivxIVX]{1,6})\)\s*(?=\S)")),
    ("i)", re.compile(r"(?P<value>[ivxIVX]{1,6})\)\s*(?=\S)")),
    ("i.", re.compile(r"(?P<value>[ivxIVX]{1,6})\.\s+(?=\S)")),
)
# Signs that words also use must be followed by a blank; \uf000-\uf0ff is where Symbol and Wingdings bullets land.
_BULLETS: Final = re.compile(
    r"(?P<sign>[•∙◦●○■□▪▫▸►➢➤✓✔✗✘☐☑☒‣\u2043\ufffd\uf000-\uf0ff]|[-\u2013\u2014*+·→»>~](?=\s|$)|\[[ xX]\](?=\s))\s*"
)
_ALIKE: Final = dict.fromkeys((*"✔✗✘☐☑☒", "[ ]", "[x]", "[X]"), "✓")
"""Boxes and ticks say yes and no in one and the same list."""
# Any other sign before a blank may be what a program made of a bullet; evidence decides. Money and quotes are none.
_ODD: Final = re.compile(r"(?P<sign>[^\w\s\"'“”„«»\u2018\u2019()\[\]{}<,.;:!?/%&@#§$€£=|…])\s+(?=\S)")
# The letter o stands for a hollow bullet, but a lost ligature also leaves one ("o entlig"): no small letter may follow.
_LETTER_O: Final = re.compile(r"o(?:\t|\s{2,}|\s(?=[^\sa-zæøåäöüß]))\s*")


@dataclass(frozen=True)
class Mark:
    """What stands before an item, and the item's text after it."""

    shape: str
    """How it is written, such as ``1)``, ``(a)`` or ``•``: marks of one shape belong together."""
    value: int | None
    """The number, or the place of the letter in the alphabet; None for bullets."""
    text: str

    @property
    def numbered(self) -> bool:
        """Whether it carries a number rather than a letter or a bullet."""
        return self.shape in _NUMBER_SHAPES


NAMED: Final = "Item 1"
"""A word of the list's own before each number, as in "Challenge 3:"."""
CODE: Final = "A1"
"""A letter with a number."""
_NUMBER_SHAPES: Final = frozenset((*(shape for shape, _pattern in _NUMBERS), NAMED, CODE))
LETTER_SHAPES: Final = frozenset(shape for shape, _pattern in _LETTERS + _ROMANS)
SECTIONS: Final = frozenset(("1.1", "1.1.1"))
"""Numbers of sections: they say where something stands and are none that people would say."""
PLAIN: Final = "1"
"""A number with nothing but a blank behind it: the weakest sign."""
BLANK: Final = " "
"""A bullet whose glyph was lost: the line begins with a blank."""
DASHES: Final = frozenset("-\u2013\u2014")


def read_mark(text: str) -> Mark | None:
    """Return the mark that a line (without blanks around it) begins with, taken alone; evidence may overrule it."""
    for shape, pattern in _NUMBERS:
        if found := pattern.match(text):
            return Mark(shape, int(found["value"]), text[found.end() :])
    for shape, pattern in _LETTERS:
        if found := pattern.match(text):
            return Mark(shape, _letter_value(found["value"]), text[found.end() :])
    return read_roman(text) or _read_bullet(text)


def read_roman(text: str) -> Mark | None:
    """Return the mark of a line numbered i, ii, iii; a single letter is one of ``read_mark``'s letters as well."""
    for shape, pattern in _ROMANS:
        if found := pattern.match(text):
            return Mark(shape, roman_value(found["value"].lower()), text[found.end() :])
    return None


def _read_bullet(text: str) -> Mark | None:
    if found := _BULLETS.match(text):
        return Mark(_ALIKE.get(found["sign"], found["sign"]), None, _CHECKBOX.sub("", text[found.end() :]))
    if found := _LETTER_O.match(text):
        return Mark("o", None, text[found.end() :])
    if found := _ODD.match(text):
        return Mark(f"odd {found[0].strip()}", None, text[found.end() :])
    return None


def _letter_value(letter: str) -> int:
    place = "abcdefghijklmnopqrstuvwxyzæøå".find(letter.lower())
    return place + 1


def roman_value(numeral: str) -> int:
    """Return what a numeral of the small letters i, v and x says."""
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
