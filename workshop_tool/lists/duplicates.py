"""Flags what repeats itself, exactly or nearly, without comparing everything with everything."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from workshop_tool.lists.drafts import Duplicate

_SAME_LETTERS: Final = 0.9
_SAME_WORDS: Final = 0.8
_FEWEST_WORDS: Final = 4
_CANDIDATES: Final = 12
"""At most so many texts are compared with one: those that share most of its rarer words."""
_COMMON: Final = 60
"""A word that stands in more texts than this tells nothing apart."""
_ENDS: Final = 5
_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class _Text:
    """One text prepared for comparison."""

    key: str
    words: frozenset[str]
    digits: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "_Text":
        key = " ".join(text.casefold().split())
        words = _WORDS.findall(key)
        return cls(key, frozenset(words), tuple(word for word in words if word.isdigit()))

    def hooks(self) -> Iterator[str]:
        """What a near duplicate would share with it: a word, or the beginning or end where a word is misspelt."""
        yield from self.words
        yield f"^{self.key[:_ENDS]}"
        yield f"{self.key[-_ENDS:]}$"

    def resembles(self, other: "_Text") -> bool:
        """Whether the two say nearly the same; "stage 1" and "stage 2" do not."""
        if self.digits != other.digits:
            return False
        if min(len(self.words), len(other.words)) >= _FEWEST_WORDS:
            shared = len(self.words & other.words)
            if shared >= _SAME_WORDS * len(self.words | other.words):
                return True
        shorter, longer = sorted((len(self.key), len(other.key)))
        if 2 * shorter < _SAME_LETTERS * (shorter + longer):
            return False
        matcher = SequenceMatcher(None, self.key, other.key, autojunk=False)
        return matcher.quick_ratio() >= _SAME_LETTERS and matcher.ratio() >= _SAME_LETTERS


def find_duplicates(texts: Sequence[str], existing: Sequence[str]) -> tuple[Duplicate, ...]:
    """Flag each text that repeats an existing one or an earlier one; at most once, exact before near."""
    known: list[tuple[int | str, _Text]] = [(text, _Text.of(text)) for text in existing]
    exact: dict[str, int | str] = {}
    for name, text in known:
        exact.setdefault(text.key, name)
    index: dict[str, list[int]] = defaultdict(list)
    for place, (_name, text) in enumerate(known):
        _enter(index, place, text)
    found: list[Duplicate] = []
    for number, words in enumerate(texts):
        text = _Text.of(words)
        if text.key in exact:
            found.append(Duplicate(draft=number, of=exact[text.key], exact=True))
            continue
        near = next((known[place][0] for place in _candidates(text, index) if text.resembles(known[place][1])), None)
        if near is not None:
            found.append(Duplicate(draft=number, of=near, exact=False))
        exact[text.key] = number
        _enter(index, len(known), text)
        known.append((number, text))
    return tuple(found)


def _enter(index: dict[str, list[int]], place: int, text: _Text) -> None:
    for hook in text.hooks():
        if len(index[hook]) <= _COMMON:
            index[hook].append(place)


def _candidates(text: _Text, index: dict[str, list[int]]) -> list[int]:
    places = (found for hook in text.hooks() if (found := index.get(hook)) and len(found) <= _COMMON)
    shared = Counter(chain.from_iterable(places))
    enough = max(1, len(text.words) // 2)
    return [place for place, count in shared.most_common(_CANDIDATES) if count >= enough]
