"""Reads who takes part from text without marks: one a line, a few lines each, or named in the minutes' first lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut, ListKind
from workshop_tool.lists.names import is_sector, looks_like_body, looks_like_name
from workshop_tool.lists.structure import Passage, Reading, plain_lines, read_items
from workshop_tool.lists.structure.headings import is_title
from workshop_tool.lists.structure.joining import begins_small, stays_open
from workshop_tool.lists.structure.lines import Line
from workshop_tool.lists.tables.columns import named_columns

_PRESENT: Final = re.compile(
    r"""(?:the\sfollowing\s|følgende\s|those\s|folgende\s\w+\s)?(?:took\spart|participated|were\spresent|var\stil\s?stede
    |haben\steilgenommen|present|attendees|participants|in\sattendance|attending|attended|til\s?stede(?:\svar)?|tilstede(?:værende)?
    |frammøtte|fremmøtte|deltakere|deltagere|deltok|deltog|møtende|anwesend(?:e)?|teilnehmer(?:innen)?|teilnehmende|to|cc|til|an|kopi)
    \s*:\s*(?P<names>\S.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL: Final = re.compile(r"[^\W\d_][\w /-]{0,30}:(?:\s|$)")
_COMMA: Final = re.compile(r"\s*,\s*(?![^()\[\]]*[)\]])")
_SEMICOLON: Final = re.compile(r"\s*;\s*(?![^()\[\]]*[)\]])")
_AND: Final = re.compile(r"\s*,?\s+(?:and|og|und|&)\s+(?![^()\[\]]*[)\]])")
_FIELD: Final = re.compile(r"(?P<label>[^\W\d_][\w -]{1,24}?)\s*:\s*(?P<value>\S.*)")
_TABLE: Final = re.compile(r"(?P<body>[^:]{2,80}?)\s*:\s+(?P<names>\S.*)")
_PARTICLE: Final = re.compile(
    r"(?:(?:van|von|de|der|den|da|di|du|la|le|af|av|zu|ter)\s){1,3}[A-ZÆØÅÄÖÜ][\w'-]+(?:,|$|\s[A-Z])"
)
"""The small words of a name at the beginning of a line, as in "van der Berg, Jan"."""
_QUOTED: Final = re.compile(r"[\"\u201c](?P<last>[^\",\u201d]{1,60}),\s*(?P<first>[^\",\u201d]{1,60})[\"\u201d]")
_TITLE: Final = re.compile(
    r"[^,;|]*\b(?:participants?|attendees|deltak[ae]r\w*|deltager\w*|teilnehm\w*|påmeldte|tilmeldte|anmeld\w*|inviterte|invited"
    r"|gjesteliste|gæsteliste|guest\slist)\b[^,;|]*",
    re.IGNORECASE,
)
_SURE: Final = 0.8
_LONGEST: Final = 5_000
_FEWEST: Final = 2
_MOST_FIELDS: Final = 4
_MOSTLY: Final = 0.6


def read_words(text: str, kind: ListKind) -> Reading:
    """Find the items of a list in text whose lines end in line feeds; people are told from their headings by names."""
    return read_people(text) if kind == "participants" else read_items(text)


def read_people(text: str) -> Reading:
    """Find the people in a text, with what was left out and why; lists with marks are read as any other list."""
    text = _QUOTED.sub(r"\g<first> \g<last>", text)
    lines, left_out = plain_lines(text)
    if found := _named_in_minutes(lines):
        named, used = found
        reason = _("stands beside the list")
        rest = (LeftOut(text=line.text, reason=reason, line=line.number) for line in lines if line.number not in used)
        return Reading(tuple(named), (*left_out, *rest), ())
    if recorded := _records(lines):
        return Reading(tuple(recorded), tuple(left_out), ())
    if not lines or any(line.mark for line in lines):
        return read_items(text)
    passages, titles = _read(_joined(lines))
    return Reading(tuple(passages), tuple(sorted([*left_out, *titles], key=lambda part: part.line or 0)), ())


def _named_in_minutes(lines: Sequence[Line]) -> tuple[list[Passage], set[int]] | None:
    """Find those whom a line such as "Present: …" names, one behind the other, also over several lines."""
    named: list[Passage] = []
    used: set[int] = set()
    for place, line in enumerate(lines):
        found = _PRESENT.fullmatch(line.text)
        if not found:
            continue
        words = found["names"]
        used.add(line.number)
        for below in lines[place + 1 :]:
            if below.gap or below.mark or _LABEL.match(below.text):
                break
            words = f"{words}{', ' if '@' in below.text and '@' in words else ' '}{below.text}"
            used.add(below.number)
        named += [Passage(text=name, line=line.number, confidence=_SURE) for name in _names(words[:_LONGEST])]
    return (named, used) if len(named) >= _FEWEST else None


def _records(lines: Sequence[Line]) -> list[Passage]:
    """Read "Name: …", "Organisation: …" below one another, as registration forms send them; [] for other lists."""
    found = [_FIELD.fullmatch(line.text) for line in lines]
    roles = [next(iter(named_columns([match["label"]], "participants")), "") if match else "" for match in found]
    starts = [place for place, role in enumerate(roles) if role in {"name", "first name"}]
    if len(starts) < _FEWEST or sum(map(bool, roles)) < _FEWEST * len(starts):
        return []
    people: list[Passage] = []
    for a, b in zip(starts, [*starts[1:], len(lines)], strict=True):
        said = {role: match["value"] for role, match in zip(roles[a:b], found[a:b], strict=True) if role and match}
        name = said.get("name") or f"{said.get('first name', '')} {said.get('last name', '')}".strip()
        more = [said[role] for role in ("organisation", "sector") if role in said]
        people.append(_passage(lines[a], "; ".join([name, *more])))
    return people


def _names(words: str) -> Iterator[str]:
    """Part people who are named one behind the other; commas stay within brackets, and where semicolons part them."""
    pieces = _SEMICOLON.split(words) if _SEMICOLON.search(words) else _COMMA.split(words)
    for piece in pieces:
        yield from (name.strip(" .") for name in _AND.split(piece) if name.strip(" ."))


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Join a line that evidently carries on the one above."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        small = begins_small(line.text) and not (_PARTICLE.match(line.text) or "@" in line.text)
        if before and not line.gap and (small or stays_open(before.text)):
            joined[-1] = replace(before, text=f"{before.text} {line.text}")
        else:
            joined.append(line)
    return joined


def _read(lines: Sequence[Line]) -> tuple[list[Passage], list[LeftOut]]:
    front = _front(lines)
    titles = [LeftOut(text=line.text, reason=_("the title of the list"), line=line.number) for line in lines[:front]]
    body = lines[front:]
    blocks = _blocks(body)
    if _one_each(blocks):
        return [_passage(block[0], "; ".join(line.text for line in block)) for block in blocks], titles
    if bodies := _bodies_with_names(body):
        return bodies, titles
    passages: list[Passage] = []
    theme: str | None = None
    heads = _heads(blocks)
    for line in body:
        if is_title(line.text):
            titles.append(LeftOut(text=line.text, reason=_("the title of the list"), line=line.number))
        elif line.heading or line.text.endswith(":") or line.number in heads:
            theme = line.text.rstrip(":").rstrip()
        else:
            passages.append(replace(_passage(line, line.text), theme=theme))
    return passages, titles


def _passage(line: Line, text: str) -> Passage:
    return Passage(text=text, line=line.number, confidence=_SURE)


def _front(lines: Sequence[Line]) -> int:
    """How many lines say what the list is."""
    parted = [place for place, line in enumerate(lines) if line.gap]
    for place, line in enumerate(lines[:-1]):
        apart = lines[place + 1].gap > 0 and not _says_person(line.text) and not is_sector(line.text.rstrip(":"))
        only = not parted or parted[-1] <= place + 1
        title = is_title(line.text) or (bool(_TITLE.fullmatch(line.text)) and "@" not in line.text)
        if line.text.endswith(":") or not (title or (apart and only) or line.text.startswith("(")):
            return place
    return 0


def _says_person(text: str) -> bool:
    """Whether a line may be about somebody: it begins with a name, and parts it from what follows."""
    return looks_like_name(re.split(r"[,;(|<\t]|\s[\u2013-]\s", text)[0].strip()) or "@" in text


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and not line.gap:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _one_each(blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether each block is about one person, a line for each thing: name, organisation, what they do."""
    if len(blocks) < _FEWEST or not all(1 < len(block) <= _MOST_FIELDS for block in blocks):
        return False
    names = sum(looks_like_name(block[0].text) for block in blocks)
    others = [line.text for block in blocks for line in block[1:]]
    people = sum(looks_like_name(text) and not looks_like_body(text) for text in others)
    alone = not any("," in block[0].text for block in blocks)
    return alone and names >= _MOSTLY * len(blocks) and 2 * people <= len(others)


def _bodies_with_names(lines: Sequence[Line]) -> list[Passage] | None:
    """Read "Organisation: name, name", where most lines say so."""
    found = [_TABLE.fullmatch(line.text) for line in lines]
    named = [(line, match) for line, match in zip(lines, found, strict=True) if match]
    if len(named) < max(_FEWEST, _MOSTLY * len(lines)):
        return None
    right = [name for _line, match in named for name in _names(match["names"])]
    if sum(map(looks_like_name, right)) < _MOSTLY * len(right) or any(looks_like_body(name) for name in right):
        return None
    return [
        replace(_passage(line, name), theme=match["body"]) for line, match in named for name in _names(match["names"])
    ]


def _heads(blocks: Sequence[Sequence[Line]]) -> set[int]:
    """Find the lines that head blocks: first of each block, and no person."""
    if len(blocks) < _FEWEST or not all(len(block) > 1 for block in blocks):
        return set()
    first = [block[0].text for block in blocks]
    heads = all(is_sector(text) or looks_like_body(text) or not _says_person(text) for text in first)
    return {block[0].number for block in blocks} if heads else set()
