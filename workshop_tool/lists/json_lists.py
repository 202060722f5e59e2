"""The reader of JSON: plain lists, lists of objects, the exchange format, and a workshop file as it was last saved."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from workshop_tool.domain.fact import clean_line
from workshop_tool.language import _
from workshop_tool.lists.drafts import Findings, ListKind
from workshop_tool.lists.refusals import JsonUnfit, JsonUnreadable, ListTooLong
from workshop_tool.lists.shaping import drafts_from_words
from workshop_tool.lists.sources import LINES_CAP, Source
from workshop_tool.lists.structure import Passage
from workshop_tool.lists.tables import Row, read_rows

_DEEPEST: Final = 50
_LONGEST_NUMBER: Final = 40
_LONGEST_HEAD: Final = 2_000
_COLUMNS_CAP: Final = 100
_SIGNS: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_BEGINS: Final = re.compile(r'\s*(?:\[\s*(?:[\[{"]|\]\s*$)|\{\s*["}]|\[\s*(?:-?\d|true|false|null)[^\]]*\]\s*$)')
_KEYS: Final[Mapping[ListKind, tuple[str, ...]]] = {
    "trends": ("trends",),
    "problems": ("problem_areas", "areas", "problems", "problem areas"),
    "participants": ("participants", "people"),
    "questions": ("questions",),
}
_OWN_KEYS: Final = frozenset({"id", "_id", "position", "presented_as", "sources", "example", "groups"})
"""What only a workshop itself needs."""
_ANY_KEYS: Final = ("items", "drafts", "list", "entries", "data")


def recognises(source: Source) -> bool:
    """Say whether the text begins as JSON does; a list of ticks ("[ ]") or of footnotes ("[1]") does not."""
    text, _encoding = source.decoded
    return bool(_BEGINS.match(text[:_LONGEST_HEAD])) or (source.suffix == ".json" and text.lstrip()[:1] in ("[", "{"))


def read(source: Source, kind: ListKind) -> Findings:
    """Return a draft for each entry.

    Raises:
        JsonUnreadable: with line and column.
        JsonUnfit: it says the same key twice, is nested too deeply, or holds a number that is none.
    """
    text, encoding = source.decoded
    entries = _entries(_parsed(text, source.shown_name), kind, source.shown_name)
    if len(entries) > LINES_CAP:
        raise ListTooLong(file=source.shown_name, limit=f"{LINES_CAP:,}")
    objects = [entry for entry in entries if isinstance(entry, Mapping)]
    if objects:
        return _from_objects(objects, kind, encoding, source)
    words = ((place, clean_line(_cell(entry))) for place, entry in enumerate(entries, start=1))
    passages = [Passage(text=entry, line=place, confidence=1.0) for place, entry in words if entry]
    return Findings(drafts=drafts_from_words(passages, kind), encoding=encoding)


def _from_objects(objects: Sequence[Mapping[str, Any]], kind: ListKind, encoding: str, source: Source) -> Findings:
    if all(isinstance(entry.get("position"), int) for entry in objects):
        objects = sorted(objects, key=lambda entry: int(entry["position"]))
    keys = [key for key in dict.fromkeys(key for entry in objects for key in entry) if key not in _OWN_KEYS]
    keys = keys[:_COLUMNS_CAP]
    rows = [Row(tuple(keys), 0)]
    rows += [Row(tuple(_cell(entry.get(key)) for key in keys), at) for at, entry in enumerate(objects, start=1)]
    return read_rows(rows, kind, encoding, source.choices.columns)


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None or value is False or isinstance(value, (list, dict)):
        return ""
    return "x" if value is True else f"{value:.12g}" if isinstance(value, float) else str(value)


def _entries(value: Any, kind: ListKind, file: str) -> Sequence[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        wanted = next((value[key] for key in (*_KEYS[kind], *_ANY_KEYS) if key in value), None)
        if isinstance(wanted, list):
            return wanted
        if isinstance(wanted, dict) and all(isinstance(entry, dict) for entry in wanted.values()):
            return list(wanted.values())
        lists = [entry for entry in value.values() if isinstance(entry, list)]
        if len(lists) == 1 and wanted is None:
            return lists[0]
    raise JsonUnfit(file=file, what=_("there is no list of this kind"))


def _parsed(text: str, file: str) -> Any:
    _check_depth(text, file)

    def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in pairs:
            if key in made:
                raise JsonUnfit(
                    file=file, what=_("“{key}” stands twice in one object").format(key=clean_line(key)[:60])
                )
            made[key] = value
        return made

    def number_of(digits: str) -> float:
        value = float(digits) if len(digits) <= _LONGEST_NUMBER else math.inf
        if not math.isfinite(value):
            raise JsonUnfit(file=file, what=_("{number} is no number").format(number=digits[:_LONGEST_NUMBER]))
        return int(value) if value.is_integer() else value

    try:
        return json.loads(
            text, object_pairs_hook=object_of, parse_int=number_of, parse_float=number_of, parse_constant=number_of
        )
    except json.JSONDecodeError as problem:
        raise JsonUnreadable(file=file, line=problem.lineno, column=problem.colno) from problem


def _check_depth(text: str, file: str) -> None:
    depth = 0
    for found in _SIGNS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > _DEEPEST:
            line = text.count("\n", 0, found.start()) + 1
            raise JsonUnfit(file=file, what=_("line {line} is nested too deeply").format(line=line))
