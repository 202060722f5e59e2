"""Where a word may be broken at the end of a line, in the language of what is printed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import pairwise
from typing import Final

from pyphen import Pyphen, language_fallback

SHORTEST: Final = 7
"""Letters; a shorter word stays whole."""
_STRETCH: Final = 14
"""Most letters between two hyphens; no word of any language has more, and a typed-in one may have hundreds."""
_LONGEST: Final = 60
"""Letters; a longer word is no word, and is broken wherever the line ends."""
_LEAST: Final = 3
"""Letters before and behind a hyphen."""
_VARIANTS: Final = {"en": "en_GB", "no": "nb_NO"}
_language: ContextVar[str] = ContextVar("language of what is printed", default="")


@contextmanager
def hyphenating(language: str) -> Iterator[None]:
    """Break words by the rules of a language (ISO 639-1) in what is set meanwhile; where we know none, break none."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def broken(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to break a word, the longest first part first; ReportLab asks where a word does not fit."""
    rules = _rules(_language.get())
    if rules and len(word) <= _LONGEST and not _endless(rules, word):
        yield from rules.iterate(word)


def _endless(rules: Pyphen, word: str) -> bool:
    """Tell a word with a stretch that has no place to break: ReportLab breaks one anywhere, but not behind a hyphen."""
    stretches = [b - a for a, b in pairwise((0, *map(int, rules.positions(word)), len(word)))]
    return max(stretches) > _STRETCH


@cache
def _rules(language: str) -> Pyphen | None:
    known = language_fallback(_VARIANTS.get(language, language)) if language else None
    return Pyphen(lang=known, left=_LEAST, right=_LEAST) if known else None
