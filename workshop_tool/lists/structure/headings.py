"""Tells theme headings from lead-ins and titles."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final, Literal

from workshop_tool.lists.structure.joining import begins_small, ends_sentence
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.marks import BLANK

HeadingKind = Literal["sign", "colon", "bare"]
"""A heading by markdown or underlining, by the colon at its end, or by nothing but its place."""

_LONGEST: Final = 120
_LONGEST_BARE: Final = 80
_MOST_WORDS: Final = 14
_MANY_WORDS: Final = 8
_LEAD_IN: Final = re.compile(
    r"\b(?:following|below|shown|these|this|identified|listed|as follows|følgende|nedenfor|disse|dette|identifisert\w*"
    r"|we|vi|wir|named|noted|raised|agreed|mentioned|recommend\w*|propos\w*|suggest\w*|anbefal\w*|foresl\w*|peke[rt]?|pekte"
    r"|her er|here (?:is|are)|hier (?:ist|sind)|mener|ønsker|nevnt\w*|nævnt\w*|empfiehlt|empfehlen|fordern|schlagen"
    r"|nannten"
    r"|\b(?:er|are|is|ist|sind|lyder|lauten)\s*:?$"
    r"|under følger|identificeret|nedenstående|folgende\w*|diese|genannt\w*|unten)\b",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"""(?:(?:list|liste|overview|oversikt|oversigt|übersicht|examples?|eksempler|beispiele)\s(?:of|over|på|für|der|von)\s)?
    (?:the\s|our\s|main\s|key\s|common\s|biggest\s|open\s|våre\s|vores\s|unsere\s|(?:de\s)?(?:viktigste|vigtigste|største)\s
    |häufige\s|(?:die\s)?(?:wichtigsten?|größten?)\s)*
    (?:(?:mega)?trends?|tren(?:der|dene|ds)|tendenser|problems?|problem\sareas?|challenges|issues|utfordringer|problemer
    |problemområder|udfordringer|herausforderungen|problemfelder|probleme|participants|attendees|deltakere|deltagere
    |deltakerliste|deltagerliste|teilnehmer(?:liste|innen)?|(?:warm-up\s)?questions|\w*(?:spørsmål|spørgsmål|fragen)
    |(?:proposed\s|foreslåtte\s)?(?:measures|actions|proposals|suggestions|findings|concerns|ideas|comments|barriers)
    |recommendations|decisions|tasks|next\ssteps|actions?\s(?:agreed|points?)|points?
    |anbefalinger|beslutninger|oppgaver|opgaver|aktioner|aksjoner|aksjonspunkter|aktionspunkter|neste\ssteg|næste\sskridt
    |punkter|empfehlungen|beschlüsse|aufgaben|forderungen|nächste\sschritte
    |tiltak|forslag|innspill|funn|ideer|barrierer|kommentarer|tiltag|indspil|idéer
    |maßnahmen|vorschläge|ideen|hürden|barrieren|handlungsfelder|ergebnisse)
    (?:\s(?:towards|until|to|by|mot|mod|fram\smot|frem\smod|til|bis|für)\s(?:the\syear\s)?(?:20\d\d))?""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE_BEGINS: Final = re.compile(
    r"""(?:(?:the\s|our\s)?(?:mega)?(?:trends?|trender|tendenser|tendenzen|problems?|problem\sareas|problemområder|challenges
    |utfordringer|udfordringer|herausforderungen|probleme)(?:\s(?:that|which|shaping|affecting|facing|som|der|vi|we|wir)|,\s(?:die|der))\b)
    | (?:(?:mega)?trends|trender|tendenser|tendenzen|challenges|utfordringer|udfordringer|herausforderungen)
    \s(?:in|im|i|innen|inden|for|für|på|of|within)\b
    | (?:examples\sof|list\sof|overview\sof|eksempler\spå|liste\sover|over[sb]i[kg]?[kt]t?\sover|beispiele\sfür)\b
    | \w*(?:trend|problem|challenge|utfordring|udfordring|herausforderung|deltaker|deltager|question)\w*\s(?:\w+\s){0,2}
    (?:identified|shown|identifisert|identificeret|der)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ASIDE: Final = re.compile(r"\s*[(\[][^()\[\]]{1,80}[)\]]$")
"""What stands in brackets behind a title: a date, what figures mean."""
_SENTENCE_WITHIN: Final = re.compile(r"[a-zæøåäöüß)][.!?]\s+[A-ZÆØÅÄÖÜ]")
_DECORATION: Final = re.compile(
    r"^[*=#~_\u2013\u2014-]+\s+|\s+[*=#~_\u2013\u2014-]+$|^(?:={2,}|\*{2,}|-{2,})|(?:={2,}|\*{2,}|-{2,})$"
)
"""Signs that only adorn a heading, before or behind it."""
_OWN_ITEMS: Final = 2
_ALL_LED: Final = 1.5
"""Items to each heading, on average, where every outer mark has some."""
_LED_SHARE: Final = 0.8
_SHORT: Final = 50


def heading_kind(lines: Sequence[Line]) -> HeadingKind | None:
    """Say which kind of heading a run of lines could be, by its form alone."""
    text = " ".join(line.text for line in lines)
    if lines[-1].heading:
        return "sign"
    words = len(text.split())
    if text.endswith(":"):
        short = len(text) <= _LONGEST and words <= _MOST_WORDS
        return "colon" if short and not _SENTENCE_WITHIN.search(text) else None
    if len(text) > _LONGEST_BARE or ends_sentence(text) or text.endswith((",", ";")) or begins_small(text):
        return None
    return "bare"


def heading_text(lines: Sequence[Line]) -> str:
    """Return the theme a heading names: on one line, without the colon and the signs that adorn it."""
    text = " ".join(" ".join(line.text for line in lines).split())
    return (_DECORATION.sub("", text) or text).rstrip(":").rstrip()


def leads_in(text: str) -> bool:
    """Whether a line ending in a colon announces the list rather than names a theme."""
    return bool(_LEAD_IN.search(text)) or len(text.split()) > _MANY_WORDS or is_title(text)


def is_title(text: str) -> bool:
    """Whether the text only says what the list is."""
    text = _ASIDE.sub("", text.rstrip(": "))
    return bool(_TITLE.fullmatch(text) or _TITLE_BEGINS.match(text))


def promote_marked_headings(lines: Sequence[Line]) -> list[Line]:
    """Turn outer marks into headings where nearly each of them only gathers the items nested beneath it."""
    outer = [place for place, line in enumerate(lines) if line.mark and line.level == 0]
    inner = sum(1 for line in lines if line.mark and line.level == 1)
    # A line further in describes an item whose bullet was lost; below nothing but such lines it is an item itself.
    described = any(line.mark and line.mark.shape != BLANK for line in lines)
    leading = sum(_leads_nested(lines, place, described=described) for place in outer)
    short = median(len(lines[place].body) for place in outer) <= _SHORT
    if len(outer) < _OWN_ITEMS or leading < _LED_SHARE * len(outer) or not short:
        return list(lines)
    if inner < (_ALL_LED if leading == len(outer) else _OWN_ITEMS) * len(outer):
        return list(lines)
    return [_promoted(line) for line in lines]


def _leads_nested(lines: Sequence[Line], place: int, *, described: bool) -> bool:
    following = lines[place + 1] if place + 1 < len(lines) else None
    mark = lines[place].mark
    if following is None or following.level != 1 or mark is None:
        return False
    return not (described and mark.shape == BLANK)


def _promoted(line: Line) -> Line:
    if not line.mark:
        return line
    if line.level == 0:
        return replace(line, text=line.body, mark=None, heading=1)
    return replace(line, level=line.level - 1)
