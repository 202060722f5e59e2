"""Takes owners out of the brackets behind items, where the list says that they stand there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workshop_tool.lists.structure.passages import Passage

_BEHIND: Final = re.compile(
    r"(?P<text>[^\[\]]*[^\[\]\s])\s*\[(?P<owner>[^\[\]]{1,80})\]\.?|(?P<words>.*[^()\s])\s*\((?P<name>[^()]{1,80})\)\.?"
)
_SAYS: Final = re.compile(
    r"\b(?:owners?|responsible|lead|ansvarlig\w*|ansvar|eier\w*|ejer\w*|tovholder\w*|verantwortlich\w*|zuständig\w*)\b.{0,20}"
    r"\b(?:brackets?|parenthes[ei]s|parentes\w*|klammern?)|\[(?:owner|responsible|ansvarlig|verantwortlich)\]",
    re.IGNORECASE,
)
"""What a title says of the brackets below it."""
_BRIEF: Final = re.compile(r"(?:actions?|aktion|aksjon|who|hvem|wer|aktør|actor)\s?:\s+(?P<owner>\S.*)", re.IGNORECASE)
_LONGEST: Final = 1_000
_MOSTLY: Final = 0.6
_FEWEST: Final = 2


def take_bracketed_owners(passages: Sequence[Passage], front: str) -> list[Passage]:
    """Return the items with their owners; ``front`` is what stands before the list, and may say what brackets hold.

    "(Action: Secretary)" says it by itself.
    """
    unowned = [item.text if len(item.text) <= _LONGEST and not item.owner else "" for item in passages]
    found = [_BEHIND.fullmatch(text) for text in unowned]
    said = bool(_SAYS.search(front)) and sum(map(bool, found)) >= max(_FEWEST, _MOSTLY * len(passages))
    settled = []
    for item, match in zip(passages, found, strict=True):
        words, owner = (match["text"] or match["words"], match["owner"] or match["name"]) if match else ("", "")
        brief = _BRIEF.fullmatch(owner)
        if brief:
            settled.append(replace(item, text=words, owner=brief["owner"]))
        elif said and match:
            settled.append(replace(item, text=words, owner=owner))
        else:
            settled.append(item)
    return settled
