"""The typefaces everything is set in: Source Sans 3, and others for the characters it lacks.

Source Sans 3 holds Latin, Greek and Cyrillic; DejaVu Sans adds symbols, Hebrew, basic Arabic, Armenian and Georgian. In
print, Droid Sans Fallback adds Chinese, Japanese and Korean, and Noto Emoji pictures in one colour.
All files are static TrueType: the report library refuses OpenType/CFF, Qt renders variable fonts unevenly.
"""

from dataclasses import dataclass
from pathlib import Path

from workshop_tool.look.assets import ASSETS

_FONTS = ASSETS / "fonts"

FAMILY = "Source Sans 3"
FALLBACK_FAMILY = "DejaVu Sans"

CAP_HEIGHT = 0.66
"""Height of a capital in Source Sans 3, as a share of the font size (its OS/2 table: 660 of 1000 units)."""


@dataclass(frozen=True)
class Face:
    """One font file: what it is called inside, and where it and its licence lie."""

    name: str
    family: str
    weight: int
    """CSS and OpenType weight: 400 regular, 600 semibold, 700 bold."""
    italic: bool
    path: Path
    licence: Path


def _source_sans(style: str, weight: int, *, italic: bool = False) -> Face:
    name = f"SourceSans3-{style}"
    return Face(name, FAMILY, weight, italic, _FONTS / f"{name}.ttf", _FONTS / "SourceSans3-OFL.txt")


REGULAR = _source_sans("Regular", 400)
ITALIC = _source_sans("Italic", 400, italic=True)
SEMIBOLD = _source_sans("SemiBold", 600)
BOLD = _source_sans("Bold", 700)
FALLBACK = Face("DejaVuSans", FALLBACK_FAMILY, 400, False, _FONTS / "DejaVuSans.ttf", _FONTS / "DejaVuSans-LICENSE.txt")

CJK = Face(
    "DroidSansFallback",
    "Droid Sans Fallback",
    400,
    False,
    _FONTS / "DroidSansFallback.ttf",
    _FONTS / "DroidSansFallback-LICENSE.txt",
)
EMOJI = Face(
    "NotoEmoji-Regular", "Noto Emoji", 400, False, _FONTS / "NotoEmoji-Regular.ttf", _FONTS / "NotoEmoji-OFL.txt"
)

FACES: tuple[Face, ...] = (REGULAR, ITALIC, SEMIBOLD, BOLD, FALLBACK)
"""What everything is set in. The window asks the system for what these lack."""
FALLBACKS: tuple[Face, ...] = (FALLBACK, CJK, EMOJI)
"""Where print looks for a character that the text face lacks, in this order: print can ask no system."""
