"""Finds words that lost the letters ff, fi, fl, ffi or ffl on their way out of a PDF, and what they should be."""

import re
from typing import Final

# Beginnings of words whose ligature is lost most often: English, Norwegian and Danish, German.
_WORDS: Final = """
    officer official efficient efficiency effective effect affected affect different difference difficulty difficult
    sufficient coefficient identified qualified classified simplification specification significant reflect influence
    inflation conflict offices affordable definition confidence confirmed configuration classification qualification
    certification notification verification significance reflection insufficient inefficient unofficial
    offentlig offentlege offensiv effektiv effekt differensiering identifisere identifisert kvalifisert sertifisering
    sertifisert innflytelse indflydelse konflikt koffert effektivisering sertifikat spesifikke definere definisjon
    inflasjon refleksjon koeffisient differanse identificere identificeret kvalificeret certificeret differentiering
    öffentlich beschaffung hoffnung einfluss verpflichtung konflikt qualifizierung identifizieren klassifizierung
    öffnung eröffnung schaffung auffassung betroffene begrifflich verpflegung pflegekräfte qualifikation zertifikat
"""
_LIGATURE: Final = re.compile("ffi|ffl|ff|fi|fl")
_LOST: Final = r"[ \ufffd\u25a1?\uf000-\uf0ff]"
_SHORTEST_END: Final = 3
"""So many letters must be left behind the ligature for the word to be known by them."""


def _halves(word: str) -> tuple[str, str]:
    """Return what is left of a word on both sides of its ligature."""
    before, after = _LIGATURE.split(word, maxsplit=1)
    return before, after


_WHOLE: Final = {
    halves: word for word in _WORDS.split() if all(halves := _halves(word)) and len(halves[1]) >= _SHORTEST_END
}
_BEFORE: Final = frozenset(before for before, _after in _WHOLE)
_SIGNS: Final = re.compile("[\ufffd\u25a1?\uf000-\uf0ff]")
_DAMAGED: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'({before}){_LOST}({after})' for before, after in _WHOLE)})", re.IGNORECASE
)


def mended_ligatures(text: str) -> str | None:
    """Return the text with lost letters put back, to be offered to a person; None where nothing seems lost."""
    if _BEFORE.isdisjoint(text.lower().split()) and not _SIGNS.search(text):
        return None
    mended = _DAMAGED.sub(_mended, text)
    return mended if mended != text else None


def _mended(found: re.Match[str]) -> str:
    before, after = (half for half in found.groups() if half is not None)
    word = _WHOLE[before.lower(), after.lower()]
    if found[0].isupper():
        return word.upper()
    return word.capitalize() if found[0][0].isupper() else word
