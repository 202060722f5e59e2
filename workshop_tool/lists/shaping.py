"""Gives what was read the shape of its kind: "new" marks are taken off, participants parted into their fields."""

import re
from collections.abc import Sequence
from typing import Final

from workshop_tool.domain.fact import clean_line
from workshop_tool.lists.drafts import Draft, ListKind
from workshop_tool.lists.people import people
from workshop_tool.lists.scores import scored
from workshop_tool.lists.structure import Passage
from workshop_tool.lists.structure.joining import ends_sentence

_NEW_WORD: Final = r"(?:new|ny|nytt|nye|neu|neue|neues|neuer)"
_NEW: Final = (
    re.compile(rf"\s*[(\[]\s*{_NEW_WORD}\s*!?\s*[)\]]\s*$", re.IGNORECASE),
    re.compile(rf"^[(\[]\s*{_NEW_WORD}\s*!?\s*[)\]]\s*[:\u2013\u2014-]?\s*", re.IGNORECASE),
    re.compile(r"^(?:NEW|NYTT|NEU|\*NEW\*|NY)(?:\s*[:!\u2013\u2014-]\s*|\s+(?=[^\W\d_][a-zæøåäöü]))"),
    re.compile(r"\s*[\u2013\u2014,-]?\s+\*?(?:NEW|NYTT|NEU|NY)\*?!?$"),
)
_FEWEST: Final = 3
_EMPHASIS: Final = re.compile(r"(?<!\*)(\*\*|__)(?=[^\s*])(.+?)(?<=[^\s*])\1(?!\*)")


def drafts_from_words(passages: Sequence[Passage], kind: ListKind, title: str = "") -> tuple[Draft, ...]:
    """Make drafts of the items of a text, in order; what one of them says is read as the others say it.

    ``title`` is what was left out in front of them: it may say what figures behind them mean.
    """
    drafts = tuple(map(_draft, passages))
    if kind == "participants":
        return _participants(drafts)
    return _placed(_named_by_headings(drafts), title) if kind == "trends" else drafts


def _named_by_headings(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Take headings for the trends where each stands above one sentence or two of its own, which say more about it."""
    names = [draft.theme for draft in drafts if draft.theme]
    single = len(names) >= _FEWEST and len(names) == len(drafts) == len(set(names))
    if not single or any(draft.children or not ends_sentence(draft.text) for draft in drafts):
        return drafts
    return tuple(draft.revised(text=draft.theme, theme=None, children=(draft.text,)) for draft in drafts)


def _placed(drafts: Sequence[Draft], title: str) -> tuple[Draft, ...]:
    """Place trends by the scores behind them; what a score says that cannot be told is kept as a note."""
    found = scored([draft.text for draft in drafts], title)
    return tuple(
        draft.revised(
            text=of.text,
            note=None if len(of.shares) > 1 else of.words,
            importance=of.shares.get("importance"),
            certainty=of.shares.get("certainty"),
        )
        if of.words
        else draft
        for draft, of in zip(drafts, found, strict=True)
    )


def _participants(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    found = people([draft.text for draft in drafts], [draft.theme for draft in drafts])
    return tuple(
        drafts[person.place].revised(
            text=person.name,
            name=person.name,
            organisation=person.organisation or None,
            sector=person.sector or None,
            theme=None,
        )
        for person in found
    )


def _draft(passage: Passage) -> Draft:
    text, new = without_new_mark(clean_line(_EMPHASIS.sub(r"\2", passage.text)))
    return Draft(
        text=text,
        number=passage.number,
        theme=clean_line(passage.theme or "") or None,
        line=passage.line,
        new=new,
        children=tuple(clean_line(child) for child in passage.children),
        owner=clean_line(passage.owner or "") or None,
        confidence=passage.confidence,
    )


def without_new_mark(text: str) -> tuple[str, bool]:
    """Take off a mark such as "(new)" or "NEW:", and say whether there was one."""
    for pattern in _NEW:
        rest = pattern.sub("", text)
        if rest and rest != text:
            return rest, True
    return text, False
