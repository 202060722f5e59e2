"""Takes owners ("Responsible: …") and deadlines out of a list, and gives each owner to its item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.structure.joining import begins_small, stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.structure.passages import Passage

_OWNER_WORDS: Final = r"""(?:(?:main\s|hoved|haupt)?(?:responsible
    (?:\s(?:party|unit|body|person|organi[sz]ation|actor))?|responsibility|(?:\w{3,20}\s)?owner|lead(?:\sactor|\sagency)?|action\sby|assigned\sto|in\scharge|follow-?up\sby
    |ansv\.?|resp\.?|verantw\.?|zust\.?|ansvar|ansvarlig(?:e|\s(?:enhet|aktør|part|instans|myndighet|organ))?|eier|ejer|oppfølging\sved|tovholder|utføres\sav
    |verantwortlich(?:e|er|keit)?|zuständig(?:keit)?|federführung|träger)(?:\sfor\soppfølging)?)"""
_DATE_WORDS: Final = (
    r"(?:deadline|due(?:\sdate)?|by\swhen|frist|tidsfrist|tidsramme|termin|fällig|bis\swann|zeitrahmen)"
)
_OWNER_LINE: Final = re.compile(rf"[(\[]?{_OWNER_WORDS}\s*[:=]\s*(?P<owner>\S.*)", re.IGNORECASE | re.VERBOSE)
_DATE_LINE: Final = re.compile(rf"[(\[]?{_DATE_WORDS}\s*[:=]\s*\S.*", re.IGNORECASE)
_DATE_BEHIND: Final = re.compile(rf"(?:\s*[|;,/.\u2013\u2014]\s*|\s{{2,}}|\s-\s){_DATE_WORDS}\s*[:=]", re.IGNORECASE)
_AT_END: Final = re.compile(
    rf"(?P<text>.*\S)(?:\s*[(\[]\s*|\s+[\u2013\u2014|-]\s+|(?<=[.!?;])\s+){_OWNER_WORDS}\s*:\s*(?P<owner>[^()\[\]]+?)[)\]]?\.?",
    re.IGNORECASE | re.VERBOSE,
)
_BRIEF_LINE: Final = re.compile(
    r"(?:actions?|aktion|aksjon|aktør|actor|who|hvem|wer|oppfølging|opfølgning|follow-?up)\s?:\s*(?P<owner>[A-ZÆØÅÄÖÜ].*[^.!?])",
    re.IGNORECASE,
)
_FEW_WORDS: Final = 3
_FEWEST: Final = 2
_LONGEST: Final = 120
_LONGEST_ITEM: Final = 1_000


@dataclass(frozen=True)
class Owner:
    """Who follows something up, and the line that says so."""

    name: str
    line: int


def names_owner_or_deadline(text: str) -> bool:
    """Whether a line does nothing but say who follows something up, or until when."""
    return bool(_OWNER_LINE.fullmatch(text) or _DATE_LINE.fullmatch(text))


def take_owners(lines: Sequence[Line]) -> tuple[list[Line], list[Owner], list[LeftOut]]:
    """Part the lines that name owners and deadlines from the others; a wrapped owner's second line goes along."""
    kept: list[Line] = []
    owners: list[Owner] = []
    left_out: list[LeftOut] = []
    before: Line | None = None
    brief = _brief_owners(lines)
    for line in lines:
        words = line.body
        found = _OWNER_LINE.fullmatch(words) if kept and len(words) <= _LONGEST else None
        found = found or brief.get(line.number)
        if found:
            name, deadline = _without_deadline(found["owner"])
            owners.append(Owner(_bare(name), line.number))
            left_out += [LeftOut(text=deadline, reason=_("a deadline"), line=line.number)] if deadline else []
        elif kept and _DATE_LINE.fullmatch(words) and len(words) <= _LONGEST:
            left_out.append(LeftOut(text=line.text, reason=_("a deadline"), line=line.number))
        elif before and owners and owners[-1].line == before.number and _runs_on(before, line):
            owners[-1] = replace(owners[-1], name=_bare(f"{owners[-1].name} {line.text}"), line=line.number)
        else:
            kept.append(line)
        before = line
    if owners and not _belong_to_items(owners, kept):
        return list(lines), [], []
    return kept, owners, left_out


def _brief_owners(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """Find lines such as "Action: Secretary", which name a person or a body only where all of them are as brief."""
    found = {line.number: match for line in lines if not line.mark and (match := _BRIEF_LINE.fullmatch(line.text))}
    marked = any(line.mark and not _BRIEF_LINE.fullmatch(line.text) for line in lines)
    brief = all(len(match["owner"].split()) <= _FEW_WORDS for match in found.values())
    return found if marked and brief and len(found) >= _FEWEST else {}


def give_owners(passages: Sequence[Passage], owners: Sequence[Owner]) -> list[Passage]:
    """Give each owner to the item above it, also where an item itself ends with its owner."""
    named: dict[int, str] = {}
    for owner in owners:
        above = [place for place, item in enumerate(passages) if item.line < owner.line]
        if above:
            named[above[-1]] = "; ".join(filter(None, (named.get(above[-1]), owner.name)))
    return [_with_own_owner(replace(item, owner=named.get(place))) for place, item in enumerate(passages)]


def _with_own_owner(item: Passage) -> Passage:
    found = (
        _AT_END.fullmatch(item.text)
        if item.owner is None and ":" in item.text and len(item.text) <= _LONGEST_ITEM
        else None
    )
    return replace(item, text=found["text"], owner=found["owner"].strip()) if found else item


def _without_deadline(owner: str) -> tuple[str, str]:
    """Part a deadline that stands behind an owner on the same line."""
    found = _DATE_BEHIND.search(owner)
    return (owner[: found.start()].rstrip(), owner[found.start() :].strip(" |;,/")) if found else (owner, "")


def _runs_on(before: Line, line: Line) -> bool:
    plain = not line.mark and not line.heading and line.gap == 0
    return plain and (begins_small(line.text) or stays_open(before.text))


def _belong_to_items(owners: Sequence[Owner], kept: Sequence[Line]) -> bool:
    """Whether there are things to own: a list of nothing but owners is a list of something else."""
    return len(kept) >= len(owners)


def _bare(name: str) -> str:
    name = name.strip()
    return name[:-1].rstrip() if name.endswith((")", "]")) and "(" not in name and "[" not in name else name
