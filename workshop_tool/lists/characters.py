"""From bytes to text: what is no text is refused by its kind, the encoding is found, and broken letters are mended."""

import codecs
import re
from typing import Final

from workshop_tool.lists.refusals import (
    ListIsArchive,
    ListIsBinary,
    ListIsDocument,
    ListIsOldOffice,
    ListIsPdf,
    ListIsPicture,
    ListIsSlides,
    ListIsSpreadsheet,
    ListRefused,
)

# UTF-32 first: its mark begins with the one of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: Final[tuple[tuple[bytes, type[ListRefused]], ...]] = (
    (b"\xd0\xcf\x11\xe0", ListIsOldOffice),
    (b"%PDF", ListIsPdf),
    (b"{\\rtf", ListIsDocument),
    (b"\x89PNG", ListIsPicture),
    (b"\xff\xd8\xff", ListIsPicture),
    (b"GIF8", ListIsPicture),
    (b"\x1f\x8b", ListIsArchive),
    (b"7z\xbc\xaf", ListIsArchive),
)
_IN_ZIP: Final[tuple[tuple[bytes, type[ListRefused]], ...]] = (
    (b"xl/", ListIsSpreadsheet),
    (b"opendocument.spreadsheet", ListIsSpreadsheet),
    (b"word/", ListIsDocument),
    (b"opendocument.text", ListIsDocument),
    (b"ppt/", ListIsSlides),
    (b"opendocument.presentation", ListIsSlides),
)
# A few control characters come along with text from Word; many mean that this is no text.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_PER_CHARACTER: Final = 1 / 100
_LINE_ENDS: Final = re.compile("\r\n|\n\f|[\r\v\f\x85\u2028\u2029]")
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2011": "-", "\x1e": "-"}
)
_INVISIBLE: Final = re.compile("[\u00ad\x1f\u200b\u2060\ufeff\u200e\u200f]")


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """Return the text with mended letters and line feeds at the end of lines, and the name of its encoding.

    UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-8 without, else Windows' western alphabet (cp1252).

    Raises:
        ListRefused: where the bytes are a picture, a packed file, an office file, or no text at all.
    """
    _refuse_other_kinds(data, file)
    try:
        text, encoding = _decode(data)
    except UnicodeDecodeError as problem:
        raise ListIsBinary(file=file) from problem
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls > max(2, len(text) * _CONTROLS_PER_CHARACTER):
        raise ListIsBinary(file=file)
    return mended(_LINE_ENDS.sub("\n", text)), encoding


def mended(text: str) -> str:
    """Return the text with ligatures as letters, and without soft hyphens and characters of no width."""
    return _INVISIBLE.sub("", text.translate(_LIGATURES))


def _refuse_other_kinds(data: bytes, file: str) -> None:
    for signature, refusal in _SIGNATURES:
        if data.startswith(signature):
            raise refusal(file=file)
    if data.startswith(b"PK\x03\x04"):
        kinds = (refusal for sign, refusal in _IN_ZIP if sign in data)
        raise next(kinds, ListIsArchive)(file=file)


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252"), "cp1252"
