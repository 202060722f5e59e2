"""How two lines of one item become one again, and what speaks for it that they are one."""

import re
from collections.abc import Iterable
from typing import Final

# Words that no item ends with: whatever follows belongs to it.
_OPEN_WORDS: Final = """
    a an and or of the to for in on at by with from as is are be that which their its our than between into
    og eller av for til med på i om fra ved som er å at det den de en et ei sin sine mellom samt af være
    und oder der die das des dem den mit von zu zur zum für auf im am bei als ein eine einer eines wie
"""
_OPEN_ENDS: Final = frozenset(_OPEN_WORDS.split())
_CARRY_ON: Final = frozenset({"og", "and", "und", "eller", "or", "oder", "samt"})
# A hyphen at the end of a line stays where the word has it by itself.
_SECOND_HALVES: Final = """
    based driven term making centred centered level wide scale related oriented free friendly sector up private
"""
_FIRST_HALVES: Final = "non self ex well long short high low cross public ikke multi post pre co decision evidence"
_HYPHEN_BEFORE: Final = frozenset(_SECOND_HALVES.split())
_HYPHEN_AFTER: Final = frozenset(_FIRST_HALVES.split())
LONGEST: Final = 10_000
"""Far longer than any item may be: what goes beyond need not be looked at."""
_QUOTES: Final = {'"': '"', "\u201c": "\u201d", "\u201d": "\u201d", "\u201e": "\u201c\u201d", "«": "»", "»": "«"}
"""What ends a quotation, by what begins it."""
_WORD: Final = re.compile(r"\w+(?:[-'\u2019]\w+)*")
_FIRST_WORD: Final = re.compile(r"\w+")


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text in small letters: they show how a word is spelt that a line end has cut."""
    return frozenset(word.casefold() for word in _WORD.findall(text))


def join_lines(lines: Iterable[str], words: frozenset[str]) -> str:
    """Join the lines of one item; ``words`` is the vocabulary of the whole text."""
    pieces: list[str] = []
    for line in lines:
        if pieces:
            pieces[-1] = _ended(pieces[-1], line.strip(), words)
        pieces.append(line.strip())
    return " ".join("".join(pieces)[:LONGEST].split())


def _ended(before: str, after: str, words: frozenset[str]) -> str:
    """Return a line as it must end for the next one to be put right behind it."""
    start = _FIRST_WORD.match(after)
    if before.endswith("/") and not before.endswith(" /"):
        return before
    if not start or not before.endswith("-") or start[0].casefold() in _CARRY_ON:
        return f"{before} "
    left = before[:-1].rsplit(maxsplit=1)[-1:]
    if not left or not left[0][-1].isalnum():
        return f"{before} "
    return before if _keeps_hyphen(left[0], start[0], words) else before[:-1]


def _keeps_hyphen(left: str, right: str, words: frozenset[str]) -> bool:
    if f"{left}-{right}".casefold() in words:
        return True
    if f"{left}{right}".casefold() in words:
        return False
    if "-" in left:
        left = left.rpartition("-")[2]
        if left.casefold() in _OPEN_ENDS:
            return True
    capitals_or_digits = any(letter.isupper() or letter.isdigit() for letter in left[1:]) or left.isdigit()
    compound = left.casefold() in _HYPHEN_AFTER or right.casefold() in _HYPHEN_BEFORE
    return capitals_or_digits or len(left) == 1 or compound or not right[0].islower()


def begins_small(line: str) -> bool:
    """Whether the line begins with a small letter, as the middle of a sentence does."""
    first = next((letter for letter in line if letter.isalnum()), "")
    return first.islower()


def stays_open(line: str) -> bool:
    """Whether the line ends where nobody ends: on a comma, a dash, a slash or a word such as "of"."""
    line = line.rstrip()
    if line.endswith((",", "-", "\u2013", "\u2014", "/", "(", "&")):
        return True
    last = line.rsplit(maxsplit=1)[-1:]
    # "AS" ends the name of a company; in a line of capitals it is the word.
    acronym = bool(last) and len(last[0]) > 1 and last[0].isupper() and not line.isupper()
    return bool(last) and last[0].lower() in _OPEN_ENDS and not acronym


def stays_quoted(text: str) -> bool:
    """Whether the text begins a quotation and does not end it."""
    closing = _QUOTES.get(text[:1])
    return closing is not None and not any(sign in text[1:] for sign in closing)


def ends_sentence(line: str) -> bool:
    """Whether the line ends like a sentence."""
    return line.rstrip().rstrip("\"'”»)]").endswith((".", "!", "?"))
