"""Says which texts repeat one another, exactly or nearly, without comparing everything with everything."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

_SAME_LETTERS: Final = 0.9
_SAME_WORDS: Final = 0.8
_FEWEST_WORDS: Final = 4
_CANDIDATES: Final = 12
"""At most so many texts are compared with one: those that share most of its rarer words."""
_COMMON: Final = 60
"""A word that stands in more texts than this tells nothing apart."""
_ENDS: Final = 5
_WORDS: Final = re.compile(r"\w+")


class _Text:
    """One text prepared for comparison."""

    __slots__ = ("digits", "key", "words")

    def __init__(self, key: str) -> None:
        words = _WORDS.findall(key)
        self.key = key
        self.words = frozenset(words)
        self.digits = [word for word in words if word.isdigit()]

    def hooks(self) -> list[str]:
        """What a near duplicate would share with it: a word, or the beginning or end where a word is misspelt."""
        return [*self.words, f"^{self.key[:_ENDS]}", f"{self.key[-_ENDS:]}$"]

    def resembles(self, other: "_Text", matcher: SequenceMatcher[str]) -> bool:
        """Whether the two say nearly the same; "stage 1" and "stage 2" do not.

        The matcher has this text as its second: it keeps what it knows of that from one comparison to the next.
        """
        if self.digits != other.digits:
            return False
        if min(len(self.words), len(other.words)) >= _FEWEST_WORDS:
            shared = len(self.words & other.words)
            if shared >= _SAME_WORDS * (len(self.words) + len(other.words) - shared):
                return True
        shorter, longer = sorted((len(self.key), len(other.key)))
        if 2 * shorter < _SAME_LETTERS * (shorter + longer):
            return False
        matcher.set_seq1(other.key)
        return matcher.quick_ratio() >= _SAME_LETTERS and matcher.ratio() >= _SAME_LETTERS


class Comparison:
    """Which texts resemble one another, as far as they were met: what was compared once is not compared again."""

    def __init__(self) -> None:
        self._alike: dict[str, list[str]] = {}
        self._keys: dict[str, str] = {}
        self._texts: list[_Text] = []
        self._index: dict[str, list[int]] = defaultdict(list)

    def __eq__(self, other: object) -> bool:
        """Any two are alike: what was compared already says nothing about a list."""
        return isinstance(other, Comparison)

    def __hash__(self) -> int:
        """Return the same for all, as they are alike."""
        return hash(Comparison)

    def repeats(self, texts: Sequence[str], existing: Sequence[str]) -> list[tuple[int, int | str, bool]]:
        """Return the place of each text that repeats another, what it repeats, and whether exactly.

        That is an existing text, or the place of an earlier one; each is named at most once, exact before near.
        """
        places: dict[str, int | str] = {}
        for text in existing:
            places.setdefault(self._key(text), text)
        found: list[tuple[int, int | str, bool]] = []
        for number, text in enumerate(texts):
            key = self._key(text)
            if key in places:
                found.append((number, places[key], True))
                continue
            if alike := self._alike[key]:
                near = [places[other] for other in alike if other in places]
                if near:
                    found.append((number, min(near, key=_in_front), False))
            places[key] = number
        return found

    def _key(self, words: str) -> str:
        """Return the text without what does not count; one that is new is compared with all before."""
        if (known := self._keys.get(words)) is not None:
            return known
        key = self._keys[words] = " ".join(words.casefold().split())
        if key not in self._alike:
            self._meet(_Text(key))
        return key

    def _meet(self, text: _Text) -> None:
        hooks = text.hooks()
        alike: list[str] = []
        if candidates := self._candidates(text, hooks):
            matcher = SequenceMatcher(None, "", text.key, autojunk=False)
            alike = [other.key for other in candidates if text.resembles(other, matcher)]
        self._alike[text.key] = alike
        for other in alike:
            self._alike[other].append(text.key)
        place = len(self._texts)
        self._texts.append(text)
        for hook in hooks:
            entries = self._index[hook]
            if len(entries) <= _COMMON:
                entries.append(place)

    def _candidates(self, text: _Text, hooks: Sequence[str]) -> list[_Text]:
        index = self._index
        lists = [found for hook in hooks if (found := index.get(hook)) and len(found) <= _COMMON]
        if not lists:
            return []
        shared = Counter(chain.from_iterable(lists))
        enough = max(1, len(text.words) // 2)
        if len(shared) > _CANDIDATES:
            return [self._texts[place] for place, count in shared.most_common(_CANDIDATES) if count >= enough]
        return [self._texts[place] for place, count in shared.most_common() if count >= enough]


def _in_front(place: int | str) -> int:
    """What the workshop has goes before what is read."""
    return place if isinstance(place, int) else -1
