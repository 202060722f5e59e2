"""What kind of list a file holds, guessed from its columns, its words and its name; a person may say otherwise."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.lists import read_file
from workshop_tool.lists.drafts import ListKind, Preview

_NAMES: Final[tuple[tuple[str, ListKind], ...]] = (
    (r"trend", "trends"),
    (r"question|spørsm|sporsm|spørgsm|sporgsm", "questions"),
    (r"problem|area|område|omrade|challenge|utfordring|udfordring", "problems"),
    (r"particip|people|person|delta(?!ta)|guest|invit|attend", "participants"),
)
_MOST: Final = 0.5
"""More than this share of the lines must look like questions."""


def guessed_kinds(paths: Sequence[Path]) -> tuple[ListKind, ...]:
    """Return what each file seems to hold; one that cannot be read is guessed from its name."""
    return tuple(map(guessed_kind, paths))


def guessed_kind(path: Path) -> ListKind:
    """Return what the file seems to hold: what its columns say goes before its name, and that before its words."""
    trends, people = _read(path, "trends"), _read(path, "participants")
    if trends and any(draft.importance is not None or draft.certainty is not None for draft in trends.drafts):
        return "trends"
    if people and {"organisation", "sector"} & {column.role for column in people.offers.columns}:
        return "participants"
    named = next((kind for pattern, kind in _NAMES if re.search(pattern, path.stem.casefold())), None)
    if named is not None:
        return named
    asked = _read(path, "questions")
    if asked and sum(draft.text.rstrip().endswith("?") for draft in asked.drafts) > _MOST * len(asked.drafts):
        return "questions"
    return "problems"


def _read(path: Path, kind: ListKind) -> Preview | None:
    try:
        return read_file(path, kind)
    except WorkshopProblem:
        return None
