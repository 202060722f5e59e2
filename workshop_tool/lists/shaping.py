"""Gives what was read the shape of its kind: "new" marks are taken off, participants parted into their fields."""

import re
from typing import Final

from workshop_tool.domain.fact import clean_line
from workshop_tool.lists.drafts import Draft, ListKind
from workshop_tool.lists.structure import Passage

_NEW_WORD: Final = r"(?:new|ny|nytt|nye|neu|neue|neues|neuer)"
_NEW: Final = (
    re.compile(rf"\s*[(\[]\s*{_NEW_WORD}\s*!?\s*[)\]]\s*$", re.IGNORECASE),
    re.compile(rf"^[(\[]\s*{_NEW_WORD}\s*!?\s*[)\]]\s*[:\u2013\u2014-]?\s*", re.IGNORECASE),
    re.compile(r"^(?:NEW|NYTT|NEU|\*NEW\*|NY)(?:\s*[:!\u2013\u2014-]\s*|\s+(?=[^\W\d_][a-zæøåäöü]))"),
    re.compile(r"\s*[\u2013\u2014,-]?\s+\*?(?:NEW|NYTT|NEU|NY)\*?!?$"),
)
_EMPHASIS: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_IN_BRACKETS: Final = re.compile(r"(?P<name>[^()]+)\((?P<rest>[^()]+)\)\.?")
_FIELDS: Final = (re.compile(r"\s*[;|\t]\s*"), re.compile(r"\s*,\s*"), re.compile(r"\s+[\u2013\u2014-]\s+"))
_SECTORS: Final = frozenset(
    """research|enterprise|enterprises|industry|business|academia|policy|government|research council|users|user
    |patients|municipality|municipalities|public|private|health service|civil society|forskning|næringsliv|akademia
    |politikk|forvaltning|forskningsråd|brukere|bruker|kommune|kommuner|offentlig|privat|helsetjenesten|erhvervsliv
    |erhverv|politik|brugere|forskning og udvikling|forschung|wirtschaft|industrie|politik|verwaltung
    |nutzer|gesellschaft
    """.replace("\n", " ")
    .replace(" |", "|")
    .replace("| ", "|")
    .strip()
    .split("|")
)
_ADDRESS: Final = re.compile(r"\s*[<(\[]?(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[>)\]]?")
"""Where somebody can be written to; a workshop keeps no addresses."""
_NAME_AND_MORE: Final = 3


def draft_from_words(passage: Passage, kind: ListKind) -> Draft:
    """Make a draft of one item of a text."""
    text, new = without_new_mark(clean_line(_EMPHASIS.sub(r"\2", passage.text)))
    draft = Draft(
        text=text,
        number=passage.number,
        theme=clean_line(passage.theme or "") or None,
        line=passage.line,
        new=new,
        children=tuple(clean_line(child) for child in passage.children),
        owner=clean_line(passage.owner or "") or None,
        confidence=passage.confidence,
    )
    return _as_participant(draft) if kind == "participants" else draft


def without_new_mark(text: str) -> tuple[str, bool]:
    """Take off a mark such as "(new)" or "NEW:", and say whether there was one."""
    for pattern in _NEW:
        rest = pattern.sub("", text)
        if rest and rest != text:
            return rest, True
    return text, False


def is_sector(text: str) -> bool:
    """Whether the words are the usual name of a sector."""
    return text.casefold() in _SECTORS


def _as_participant(draft: Draft) -> Draft:
    """Part "name, organisation, sector", also "name (organisation)" and with a dash between."""
    name, *rest = _fields(_ADDRESS.sub("", draft.text).strip(" ,;"))
    if bracketed := _IN_BRACKETS.fullmatch(name):
        name, rest = bracketed["name"].strip(), [bracketed["rest"].strip(), *rest]
    sector = None
    if rest and (len(rest) >= _NAME_AND_MORE - 1 or is_sector(rest[-1])):
        sector = rest.pop()
    organisation = ", ".join(rest) or None
    return draft.revised(text=name, name=name, organisation=organisation, sector=sector)


def _fields(text: str) -> list[str]:
    if bracketed := _IN_BRACKETS.fullmatch(text):
        inside = _fields(bracketed["rest"].strip())
        return [bracketed["name"].strip(), *inside]
    for separator in _FIELDS:
        fields = [field for field in separator.split(text) if field]
        if len(fields) > 1:
            return fields
    return [text]
