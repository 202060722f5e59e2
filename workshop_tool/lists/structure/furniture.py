"""What a page or a slide carries besides its list: page numbers, running heads, axis labels, sources."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.headings import is_title
from workshop_tool.lists.structure.joining import begins_small, stays_open
from workshop_tool.lists.structure.lines import Line

_PAGE: Final = re.compile(
    r"(?:(?:page|side|seite|slide|lysbilde|folie|s\.|p\.)\s*)?[-\u2013|]?\s*\d{1,4}\s*[-\u2013|]?(?:\s*(?:of|av|af|von|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(r"(?:source|sources|kilde|kilder|quelle|quellen)\s*:", re.IGNORECASE)
_LINK: Final = re.compile(
    r"(?:(?:see|see\salso|se|se\sogså|siehe|siehe\sauch|read\smore|les\smer|læs\smere|mehr|link|lenke)\s*:?\s*)?<?(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(
    r"(?:figure|fig\.|figur|abbildung|abb\.|chart|diagram|diagramm|foto|photo|bilde|billede|bild)\s*\d{1,3}(?:\.\d{1,2})?\s*[:.\u2013\u2014-]\s+\S.*",
    re.IGNORECASE,
)
_TABLE: Final = re.compile(
    r"(?:table|tabell|tabel|tabelle)\s*(?P<value>\d{1,3})\s*[:.\u2013\u2014-]\s+\S.*", re.IGNORECASE
)
_DIVIDER: Final = re.compile(r"[-\u2013\u2014_=*·.#~\s]{3,}")
_AXIS: Final = re.compile(
    r"""(?:very\s|svært\s|meget\s|sehr\s)?(?:high|low|høy|lav|høj|hoch|niedrig|gering)
    | (?:uncertain|usikker|usikkert|unsicher)\b.{0,60}\b(?:certain|sikker|sikkert|sicher)
    | (?:very\s|svært\s|meget\s|sehr\s)?(?:high|low|høy|lav|høj|hohe|geringe)\s
    (?:importance|viktighet|betydning|vigtighed|wichtigkeit|certainty|sikkerhet|sikkerhed|sicherheit)
    | (?:un)?certain | u?sikkert? | (?:un)?sicher
    | (?:importance|viktighet|betydning|wichtigkeit)(?:\s*/\s*\w+)? | (?:un)?certainty | u?sikkerhet""",
    re.IGNORECASE | re.VERBOSE,
)
_AXIS_TITLE: Final = re.compile(
    r"(?:development|developments|utvikling|utviklingen|udvikling|udviklingen|entwicklung)\s"
    r"(?:towards?|until|to|by|mot|mod|fram\smot|frem\smod|til|bis)\s(?:the\syear\s|år\s)?20\d\d",
    re.IGNORECASE,
)
_MAP_TITLE: Final = re.compile(
    r"(?:the\s)?(?:mega)?trends?[\s-]?(?:maps?|kart|kartet|kort|kortet|karte|landkarte)\b", re.IGNORECASE
)
"""The title of an axis: only beside the labels of one."""
_PAGED: Final = re.compile(
    r"\s[·|•\u2013\u2014-]\s*\d{1,4}$|^\d{1,4}\s*[·|•\u2013\u2014-]\s"
    r"|(?:\b(?:page|side|seite|slide|lysbilde|folie)\s|\s{3,})\d{1,4}(?:\s*(?:of|av|af|von|/)\s*\d{1,4})?$",
    re.IGNORECASE,
)
"""A page number beside other words: with one, two pages are enough to tell a running head."""
_BARS: Final = re.compile(
    r"\S.*\S\s+[|·]\s+\S(?:.*\S)?\s+[|·]\s+(?:(?:page|side|seite|slide|lysbilde|folie)\s)?\d{1,4}", re.IGNORECASE
)
"""Pieces between bars, the last of them a page number: the foot of a page, also where there is one page only."""
_FOOT: Final = re.compile(r"\S.*\S\s{3,}\d{1,3}")
_GROUP: Final = re.compile(r"(?P<word>[^\W\d_]{2,20})\s(?P<value>\d{1,2})\s?:?")
_FAR: Final = 20
"""A number so much further in stands at the foot of a page."""
_REPEATS: Final = 3
_BROKEN_RUN: Final = 4
_BROKEN_LENGTH: Final = 3


def set_aside_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[LeftOut]]:
    """Part what belongs to the page from what may belong to the list; marked lines always stay."""
    pages = _page_numbers(lines)
    repeated = _running_heads(lines, pages)
    reasons = (
        (pages | _last_foot(lines), _("a page number")),
        (_heads_of_pages(lines, pages), _("repeated on every page")),
        (_table_captions(lines), _("the caption of a picture")),
        (_broken_labels(lines), _("letters of an upright label")),
        (_axis_labels(lines), _("a label of the map's axes")),
        (
            {line.number for line in lines if _without_digits(line.text) in repeated} - _numbered_groups(lines),
            _("repeated on every page"),
        ),
    )
    kept: list[Line] = []
    left_out: list[LeftOut] = []
    gap = 0
    for line in lines:
        gap = max(gap, line.gap)
        by_place = next((why for numbers, why in reasons if line.number in numbers), "")
        reason = "" if line.mark else _reason_by_form(line) or by_place
        if reason:
            left_out.append(LeftOut(text=line.text, reason=reason, line=line.number))
        else:
            kept.append(replace(line, gap=gap) if gap != line.gap else line)
            gap = 0
    return kept, left_out


def _last_foot(lines: Sequence[Line]) -> set[int]:
    """Find the foot of a text of one page: words far before a number, below the last item."""
    marked = any(line.mark for line in lines)
    return {line.number for line in lines[-1:] if marked and not line.mark and _FOOT.fullmatch(line.text)}


def _table_captions(lines: Sequence[Line]) -> set[int]:
    """Find the captions of tables; those that count up from 1 may be the tables of a room, which name groups."""
    found = [
        (line.number, int(match["value"])) for line in lines if line.gap and (match := _TABLE.fullmatch(line.text))
    ]
    values = [value for _number, value in found]
    counts_up = len(values) > 1 and values == list(range(1, len(values) + 1))
    return set() if counts_up else {number for number, _value in found}


def is_axis_label(text: str) -> bool:
    """Whether the text is one of the words at the ends of a trend map's axes."""
    return bool(_AXIS.fullmatch(text))


def _reason_by_form(line: Line) -> str:
    """Say what a line is that tells it by its words alone; "" where it may belong to the list."""
    if _DIVIDER.fullmatch(line.text):
        return _("a dividing line")
    if _BARS.fullmatch(line.text):
        return _("a page number")
    if _SOURCE.match(line.text) or _LINK.fullmatch(line.text):
        return _("names a source")
    return _("the caption of a picture") if line.gap and _CAPTION.fullmatch(line.text) else ""


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _running_heads(lines: Sequence[Line], pages: AbstractSet[int]) -> set[str]:
    # The last words of two items may be the same too, but these are not set apart.
    below = {b.number for a, b in pairwise(lines) if a.number in pages}
    plain = [
        line
        for line in lines
        if not (line.mark or line.heading or begins_small(line.text))
        and (line.gap or line is lines[0] or line.number in below or _without_digits(line.text) != line.text)
    ]
    counts = Counter(_without_digits(line.text) for line in plain)
    numbered = {_without_digits(line.text) for line in plain if line.gap and _PAGED.search(line.text)}
    pages = pages | {line.number for line in plain if _without_digits(line.text) in numbered}
    beside = {_without_digits(b.text) for a, b in pairwise(lines) if a.number in pages}
    beside |= {_without_digits(a.text) for a, b in pairwise(lines) if b.number in pages}
    paged = numbered | beside
    return {text for text, count in counts.items() if count >= _REPEATS or (count > 1 and text in paged)}


def _heads_of_pages(lines: Sequence[Line], pages: AbstractSet[int]) -> set[int]:
    """Find lines right below a page number across which numbers count on; a heading also stands elsewhere."""
    found: set[int] = set()
    above: int | None = None
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if before.mark:
            above = before.mark.value
        if above is None or line.mark or not after.mark or line.number in pages:
            continue
        if before.number in pages and not line.gap and after.mark.value == above + 1:
            found.add(line.number)
        elif line.gap or line.text.endswith(":"):
            return set()
    return found


def _numbered_groups(lines: Sequence[Line]) -> set[int]:
    """Find a word with a number that counts up, right above items: "Table 1", "Table 2" name groups."""
    found = [(a, match) for a, b in pairwise(lines) if b.mark and not a.mark and (match := _GROUP.fullmatch(a.text))]
    words = {match["word"].casefold() for _line, match in found}
    values = [int(match["value"]) for _line, match in found]
    same = len(words) == 1 and values == list(range(1, len(values) + 1))
    return {line.number for line, _match in found} if same else set()


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Find page numbers; a number that an open line runs on to belongs to that line."""
    found = {line.number for line in lines if not line.mark and _PAGE.fullmatch(line.text)}
    run_on = {
        line.number
        for before, line in pairwise(lines)
        if not line.gap and stays_open(before.text) and line.indent < before.indent + _FAR
    }
    return found - run_on


def _axis_labels(lines: Sequence[Line]) -> set[int]:
    """Find the labels of a map's axes, also where one is broken over two lines."""
    # In a list with marks such a word may be the last of an item, unless it is set apart.
    marked = any(line.mark for line in lines)
    plain = [line for line in lines if not line.mark and (line.gap or not marked)]
    whole = {line.number for line in plain if is_axis_label(line.text) and not begins_small(line.text)}
    halves = (pair for pair in pairwise(plain) if is_axis_label(f"{pair[0].text} {pair[1].text}"))
    found = whole | {line.number for pair in halves for line in pair}
    return found | {line.number for line in plain if _names_map(line.text)} if found else found


def _names_map(text: str) -> bool:
    return bool(_AXIS_TITLE.fullmatch(text) or _MAP_TITLE.match(text)) or is_title(text)


def _broken_labels(lines: Sequence[Line]) -> set[int]:
    """Find runs of lines of a few letters: a label set upright comes out of a PDF in pieces."""
    broken: set[int] = set()
    for short, run in groupby(lines, key=lambda line: not line.mark and len(line.text) <= _BROKEN_LENGTH):
        pieces = list(run)
        # A list of acronyms is short too, but begins with capitals.
        small = sum(begins_small(piece.text) for piece in pieces)
        if short and len(pieces) >= _BROKEN_RUN and small > len(pieces) / 2:
            broken.update(piece.number for piece in pieces)
    return broken
