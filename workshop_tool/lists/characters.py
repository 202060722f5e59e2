"""From bytes to text: what is no text is refused by its kind, the encoding is found, and broken letters are mended."""

import codecs
import re
from typing import Final

from workshop_tool.lists.refusals import (
    ListIsArchive,
    ListIsBinary,
    ListIsDocument,
    ListIsOldOffice,
    ListIsPicture,
    ListIsSlides,
    ListIsSpreadsheet,
    ListIsWebPage,
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
_FIRST_BEYOND_ASCII: Final = 128
_MOSTLY_PLAIN: Final = 0.7
_HEAD: Final = 4_000
_ZEROS: Final = 0.9
_LINE_ENDS: Final = re.compile("\r\n|\n\f|[\r\v\f\x85\u2028\u2029]")
_WEB_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2011": "-", "\x1e": "-"}
)
_INVISIBLE: Final = re.compile("[\u00ad\x1f\u200b\u2060\ufeff\u200e\u200f]")


def decoded(data: bytes, file: str, chosen: str | None = None) -> tuple[str, str]:
    """Return the text with mended letters and line feeds at the end of lines, and the name of its encoding.

    UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-8 without, UTF-16 by its zeros, else Windows' western
    alphabet (cp1252) or, where that has no such sign, the one of DOS (cp850); ``chosen`` overrules all that.

    Raises:
        ListRefused: where the bytes are a picture, a packed file, an office file, or no text at all.
    """
    _refuse_other_kinds(data, file)
    try:
        text, encoding = _decode(data, chosen)
    except (UnicodeDecodeError, LookupError) as problem:
        raise ListIsBinary(file=file) from problem
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls > max(2, len(text) * _CONTROLS_PER_CHARACTER):
        raise ListIsBinary(file=file)
    if _WEB_PAGE.match(text[:_HEAD]):
        raise ListIsWebPage(file=file)
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


def _decode(data: bytes, chosen: str | None) -> tuple[str, str]:
    if chosen:
        return data.decode(chosen).removeprefix("\ufeff"), chosen
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding), encoding
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked), unmarked
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    plain = sum(byte < _FIRST_BEYOND_ASCII for byte in data)
    # Older machines use signs that Windows does not; what is mostly such signs is no text.
    encoding = "cp850" if plain >= _MOSTLY_PLAIN * len(data) else "cp1252"
    return data.decode(encoding), encoding


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without its mark: nearly every second byte of western text is zero."""
    head = data[:_HEAD]
    if len(data) % 2 or len(head) < len("list") or not head.count(0):
        return None
    half = len(head) // 2
    low, high = head[1::2].count(0), head[0::2].count(0)
    if low >= _ZEROS * half and not high:
        return "utf-16-le"
    return "utf-16-be" if high >= _ZEROS * half and not low else None
