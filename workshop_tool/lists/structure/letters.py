"""What a letter, a mail or minutes carry around a list: greetings, regards, who was there."""

import re
from collections.abc import Sequence
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.lines import Line

_GREETING: Final = re.compile(
    r"(?:dear|hi|hello|kjære|hei|hej|kære|til rette vedkommende|sehr geehrte[rn]?|liebe[rn]?|guten tag|hallo)\b"
    r"[^.:;]{0,60}[,!]",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"""(?:(?:with\s)?(?:best|kind|warm|many)(?:\s(?:regards|wishes|thanks))?|regards|yours\s(?:sincerely|faithfully|truly)
    |sincerely|cheers|(?:med\s)?(?:vennlig|venlig|venleg|vänlig|beste|bedste|god)\s(?:hilsen|helsing|hälsning)(?:er|ar)?|hilsen|helsing|mvh|vh|vennligst
    |mit\s(?:freundlichen|besten|herzlichen)\sgrüßen|(?:viele|beste|freundliche|herzliche)\sgrüße|mfg)[,.!]?
    (?:\s[^.:;]{0,50})?""",
    re.IGNORECASE | re.VERBOSE,
)
_EARLIER: Final = re.compile(
    r"""--|_{5,}|(?:>\s?)?-{2,}\s?(?:original|forwarded|opprinnelig|videresendt|oprindelig|ursprüngliche|weitergeleitete)\b.{0,40}
    |(?:>\s?)?(?:on|den|am|på|skrev)\s.{5,80}\b(?:wrote|skrev|schrieb)\b.{0,60}:|(?:>\s?)?(?:from|fra|von)\s?:\s.{1,120}""",
    re.IGNORECASE | re.VERBOSE,
)
"""The first line of the mail that is answered, or what parts the sender's card from the mail."""
_FEWEST: Final = 2
_LONGEST_CLOSING: Final = 60
_SIGNATURE: Final = 8
"""So many lines at most stand below the regards."""


def take_letter_lines(lines: Sequence[Line]) -> tuple[list[Line], list[LeftOut]]:
    """Part the greeting, and the regards with the name below them, from the rest."""
    reason = _("belongs to the letter")
    end = _closing(lines[: _earlier_mail(lines)])
    rest = [line for line in lines[:end] if not _greets(line)]
    taken = [line for line in lines[:end] if _greets(line)] + list(lines[end:])
    return rest, [LeftOut(text=line.text, reason=reason, line=line.number) for line in taken]


def _greets(line: Line) -> bool:
    return not line.mark and not line.heading and bool(_GREETING.fullmatch(line.text))


def _earlier_mail(lines: Sequence[Line]) -> int:
    """Where an earlier mail or the sender's card begins below a list; the length of the text where neither does."""
    marked = [place for place, line in enumerate(lines) if line.mark and line.mark.shape != ">"]
    if len(marked) < _FEWEST:
        return len(lines)
    for place in range(marked[-1] + 1, len(lines)):
        if _EARLIER.fullmatch(lines[place].text):
            return place
    return len(lines)


def _closing(lines: Sequence[Line]) -> int:
    """Where the regards begin; the length of the lines where there are none."""
    for place in range(max(1, len(lines) - _SIGNATURE), len(lines)):
        line = lines[place]
        marked = any(below.mark for below in lines[place:])
        if line.gap and not marked and len(line.text) <= _LONGEST_CLOSING and _CLOSING.fullmatch(line.text):
            return place
    return len(lines)
