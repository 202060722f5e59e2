"""Which font has which character: a text is split where the font changes, and what no font has becomes a square."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workshop_tool.look.fonts import FACES, FALLBACKS

NO_GLYPH = "\N{WHITE SQUARE}"
"""Stands for a character that no font of ours has."""

# Joiners, marks of direction and selectors of variants are not to be seen: no square for those.
_INVISIBLE = {"Cc", "Cf", "Cs"}
_VARIANTS = range(0xFE00, 0xFE10)
_PRIVATE = range(0xE000, 0xF900)
"""Characters that mean something in one font only (U+F0B7 from a slide): nothing that could be read aloud."""
_FIRST_HEBREW: Final = "\u0590"
_LEFT_OUT: Final = str.maketrans({"\n": " ", "\t": " ", "\N{SOFT HYPHEN}": None})
"""Line ends and tabs are blanks; where a word may be broken, its language says, not where it was copied from."""


_WORDS: Final = 30_000
"""Whose widths are remembered, by font."""
_LONGEST: Final = 60
"""Letters; longer texts are seldom set twice."""


class Run(NamedTuple):
    """Words in one font."""

    font: str
    text: str


class _Measured(TTFont):
    """A font that remembers how wide a word is: the same ones come again on every page and in every build."""

    def __init__(self, name: str, path: str) -> None:
        """Read the font."""
        super().__init__(name, path)
        self._remembered = lru_cache(maxsize=_WORDS)(self._units)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG002 - ReportLab's
        """Return the width of a text in points."""
        units = self._units(text) if len(text) > _LONGEST else self._remembered(text)
        return 0.001 * size * units

    def _units(self, text: str) -> float:
        widths, otherwise = self.face.charWidths, self.face.defaultWidth
        return float(sum(widths.get(ord(letter), otherwise) for letter in text))


@cache
def register_fonts() -> None:
    """Make our faces known to ReportLab, once a process; those for rare scripts follow when they are needed."""
    for face in FACES:
        pdfmetrics.registerFont(_Measured(face.name, str(face.path)))


@cache
def _glyphs(font: str) -> frozenset[int]:
    register_fonts()
    if font not in pdfmetrics.getRegisteredFontNames():
        face = next(face for face in FALLBACKS if face.name == font)
        pdfmetrics.registerFont(_Measured(face.name, str(face.path)))
    loaded = pdfmetrics.getFont(font)
    assert isinstance(loaded, TTFont)  # noqa: S101 - we registered no other kind
    return frozenset(code for code in loaded.face.charToGlyph if code not in _PRIVATE)


def runs(text: str, font: str) -> tuple[Run, ...]:
    """Return the text split where the font changes: to a fallback font where only that has a character.

    What no font has becomes NO_GLYPH; what is not to be seen is left out; every kind of blank line is a blank.
    """
    plain = text.translate(_LEFT_OUT)
    if _glyphs(font).issuperset(map(ord, plain)):
        return (Run(font, plain),) if plain else ()
    shown = (_shown(character, font) for character in plain)
    pairs = (pair for pair in shown if pair is not None)
    return tuple(
        Run(name, "".join(character for _, character in group))
        for name, group in groupby(pairs, key=lambda pair: pair[0])
    )


def _shown(character: str, font: str) -> tuple[str, str] | None:
    """Return in which font a character is set, and as what; None for one that is not to be seen."""
    code = ord(character)
    if code in _glyphs(font):
        return font, character
    if code in _VARIANTS or unicodedata.category(character) in _INVISIBLE:
        return None
    for face in FALLBACKS:
        if code in _glyphs(face.name):
            return face.name, character
    return (font, " ") if character.isspace() else (font, NO_GLYPH)


def is_right_to_left(texts: Iterable[str]) -> bool:
    """Tell whether any text is written from right to left, as Arabic and Hebrew are: print turns no letters."""
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for c in set().union(*texts) if c > _FIRST_HEBREW)


def characters_without_glyph(texts: Iterable[str]) -> str:
    """Return the characters that would be printed as NO_GLYPH, each once, sorted: for a warning before printing."""
    register_fonts()
    base = FACES[0].name
    seen = set().union(*texts) - set("\n\t")
    return "".join(sorted(c for c in seen if c != NO_GLYPH and _shown(c, base) == (base, NO_GLYPH)))
