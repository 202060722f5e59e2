"""Which column says what: by the names in the heading, or by what the cells hold."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal, cast, get_args

from workshop_tool.lists.drafts import ListKind
from workshop_tool.lists.names import is_sector

Role = Literal[
    "text",
    "number",
    "theme",
    "name",
    "organisation",
    "sector",
    "importance",
    "certainty",
    "origin",
    "first name",
    "last name",
    "new",
    "owner",
    "note",
    "item name",
]
Columns = Mapping[Role, int]
"""The place of each known column, counted from 0."""

_NAMES: Final[Mapping[Role, str]] = {
    "text": """text|tekst|trend|trends|trender|label|problem|problem area|problem areas|problemområde|problemområder
        |challenge|challenges|utfordring|utfordringer|udfordring|udfordringer|herausforderung|herausforderungen
        |problemfeld|problemfelder|measure|measures|action|actions|recommendation|recommendations|proposal|proposals
        |tiltak|tiltag|maßnahme|maßnahmen|forslag|anbefaling|anbefalinger|empfehlung|vorschlag|aufgabe|title|tittel|titel|description|beskrivelse
        |beschreibung|item|issue|question|questions|spørsmål|spørgsmål|frage|bezeichnung""",
    "number": "number|nr|nr.|no|no.|#|num|nummer|id|n°|№",
    "theme": """theme|themes|tema|thema|category|kategori|kategorie|group|gruppe|topic|emne|område|innsatsområde
        |indsatsområde|satsingsområde|handlungsfeld|bereich""",
    "item name": "name|navn",
    "name": "participant|deltaker|deltager|teilnehmer|full name|fullt navn|fulde navn",
    "first name": "first name|given name|forename|fornavn|vorname",
    "last name": "last name|surname|family name|etternavn|efternavn|nachname",
    "organisation": """organisation|organization|organisasjon|org|org.|company|firma|virksomhed|virksomhet|bedrift
        |institution|institusjon|affiliation|arbeidssted|arbejdssted|arbeidsgiver|employer|einrichtung|unternehmen
        |selskap""",
    "sector": "sector|sektor|bransje|branche",
    "importance": "importance|viktighet|betydning|vigtighed|relevance|relevans|wichtigkeit|bedeutung",
    "certainty": "certainty|sikkerhet|sikkerhed|visshet|sicherheit|gewissheit",
    "origin": "origin|opphav|oprindelse|opprinnelse|source|kilde|herkunft|quelle",
    "new": "new|ny|nytt|neu|is new|added",
    "owner": """owner|who|hvem|wer|action by|assigned to
        |responsible|responsible party|lead|ansvarlig|ansvar|eier|ejer|tovholder|verantwortlich
        |verantwortung|zuständig""",
    "note": "note|notes|comment|comments|merknad|kommentar|kommentarer|bemerkning|anmerkung|notiz|bemerkung",
}
_ROLES: Final[Mapping[str, Role]] = {name.strip(): role for role, names in _NAMES.items() for name in names.split("|")}
_ASIDE: Final = re.compile(r"\s*[(\[].*?[)\]]\s*|[*:]+$")
_INTEGER: Final = re.compile(r"\d{1,4}[.)]?")
_MOSTLY: Final = 0.8
_REPEATED: Final = 0.7
_FEWEST_ROWS: Final = 2


def chosen_columns(chosen: Sequence[str]) -> dict[Role, int]:
    """Return the columns a person chose; the first of two alike counts, and what is no role is not read."""
    columns: dict[Role, int] = {}
    for place, name in enumerate(chosen):
        if name in get_args(Role):
            columns.setdefault(cast("Role", name), place)
    return columns


def named_columns(cells: Sequence[str], kind: ListKind) -> dict[Role, int]:
    """Return the columns that a row names if it is a heading; the first of two alike counts."""
    columns: dict[Role, int] = {}
    for place, cell in enumerate(cells):
        words = _ASIDE.sub("", cell.strip()).strip().casefold()
        role = _ROLES.get(words) or _ROLES.get(words.partition("/")[0].strip())
        if role == "item name":
            role = "name" if kind == "participants" else "text"
        if role == "text" and kind == "participants":
            role = "name"
        if role:
            columns.setdefault(role, place)
    return columns


def is_heading(cells: Sequence[str], kind: ListKind) -> bool:
    """Whether a row names columns: most of its cells are known names, or one is and none is a number or a sentence."""
    filled = [cell for cell in cells if cell.strip()]
    known = len(named_columns(cells, kind))
    if not known or any(_INTEGER.fullmatch(cell.strip()) for cell in filled):
        return False
    return 2 * known >= len(filled)


def guessed_columns(rows: Sequence[Sequence[str]], kind: ListKind, taken: Mapping[Role, int]) -> dict[Role, int]:
    """Guess by content what the heading leaves open: numbers, the longest text, and words that repeat."""
    columns = dict(taken)
    free = [place for place in range(max(map(len, rows))) if place not in set(taken.values())]
    cells = {place: [row[place].strip() for row in rows if len(row) > place and row[place].strip()] for place in free}
    free = [place for place in free if cells[place]]
    integers = [place for place in free if _share(cells[place], _INTEGER.fullmatch) >= _MOSTLY]
    if integers and "number" not in columns and len(free) > 1:
        columns["number"] = integers[0]
    words = [place for place in free if place not in integers] or free
    if kind == "participants":
        return _guess_people(columns, words, cells)
    if words and "text" not in columns:
        longest = max(words, key=lambda place: sum(map(len, cells[place])) / len(rows))
        columns["text"] = longest
        words = [place for place in words if place != longest]
    if not taken and "theme" not in columns:
        columns |= _repeating(words, cells, "theme")
    return columns


def _guess_people(columns: dict[Role, int], words: list[int], cells: Mapping[int, list[str]]) -> dict[Role, int]:
    if columns:
        # A heading that names no name column means participants without names.
        return columns if set(columns) - {"number"} else _guess_people({}, words, cells) | columns
    sectors = [place for place in words if _share(cells[place], is_sector) >= _MOSTLY]
    if not sectors and len(words) > _FEWEST_ROWS:
        sectors = list(_repeating(words[1:], cells, "sector").values())
    others = [place for place in words if place not in sectors[:1]]
    found: list[tuple[Role, int]] = list(zip(("name", "organisation"), others, strict=False))
    return dict(found) | ({"sector": sectors[0]} if sectors else {})


def _repeating(places: Sequence[int], cells: Mapping[int, list[str]], role: Role) -> dict[Role, int]:
    """Find the column whose words repeat most, as themes and sectors do."""
    shares = {place: len(set(cells[place])) / len(cells[place]) for place in places}
    best = min(shares, key=lambda place: shares[place], default=None)
    if best is None or shares[best] > _REPEATED or Counter(cells[best]).most_common(1)[0][1] < _FEWEST_ROWS:
        return {}
    return {role: best}


def _share(cells: Sequence[str], test: object) -> float:
    return sum(bool(test(cell)) for cell in cells) / max(1, len(cells)) if callable(test) else 0.0
