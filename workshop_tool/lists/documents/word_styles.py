"""What a Word document knows of its headings and of the numbers and bullets before its paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from workshop_tool.lists.documents.block import BULLETS
from workshop_tool.lists.markup import Node, nodes
from workshop_tool.lists.sources import Source

_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_HEADING: Final = re.compile(r"(?:heading|overskrift|überschrift|rubrik)\s*(?P<level>[1-9])", re.IGNORECASE)
_DEEPER: Final = re.compile(r"list (?:bullet|number) (?P<level>[2-5])", re.IGNORECASE)
_TITLES: Final = frozenset({"title", "tittel", "titel"})
_ROMANS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LETTERS: Final = 26


def heading_levels(source: Source) -> dict[str, int]:
    """Return the styles that make a paragraph a heading: id to level, 1 to 6."""
    found = {}
    for style in _styles(source):
        name = style.child("name")
        words = (name.attribute("val") if name else "").casefold()
        outline = style.child("pPr", "outlineLvl")
        given = outline.attribute("val") if outline else ""
        if heading := _HEADING.fullmatch(words):
            found[style.attribute("styleId")] = min(6, int(heading["level"]) + 1)
        elif words in _TITLES:
            found[style.attribute("styleId")] = 1
        elif given.isdecimal() and int(given) < len("heading 9"):
            found[style.attribute("styleId")] = min(6, int(given) + 2)
    return found


def numbered_styles(source: Source) -> dict[str, tuple[str, int]]:
    """Return the styles that bring a number or bullet with them: id to (list, level)."""
    found = {}
    for style in _styles(source):
        name = style.child("name")
        named = _DEEPER.fullmatch(name.attribute("val") if name else "")
        number, level = style.child("pPr", "numPr", "numId"), style.child("pPr", "numPr", "ilvl")
        if number:
            at = level.attribute("val") if level else "0"
            found[style.attribute("styleId")] = (
                number.attribute("val"),
                int(named["level"]) - 1 if named else _whole(at),
            )
    return found


def _whole(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) == 1 else 0


def _styles(source: Source) -> list[Node]:
    if _STYLES not in source.part_names:
        return []
    return [
        node for node in nodes(source.package, _STYLES, frozenset({"style"})) if node.attribute("type") == "paragraph"
    ]


@dataclass
class Numbering:
    """Counts the numbers of lists as Word does; a number of a deeper level starts again below each outer one."""

    formats: Mapping[str, Mapping[int, str]]
    """List to level to format: ``bullet``, ``decimal``, ``lowerLetter`` …"""
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, source: Source) -> Self:
        """Read the numbering of a document."""
        if _NUMBERING not in source.part_names:
            return cls({})
        abstract: dict[str, dict[int, str]] = {}
        lists: dict[str, dict[int, str]] = {}
        for node in nodes(source.package, _NUMBERING, frozenset({"abstractNum", "num"})):
            if node.tag == "abstractNum":
                levels = {level.attribute("ilvl"): level.child("numFmt") for level in node.children("lvl")}
                abstract[node.attribute("abstractNumId")] = {
                    int(at): form.attribute("val") for at, form in levels.items() if form and at.isdecimal()
                }
            elif base := node.child("abstractNumId"):
                lists[node.attribute("numId")] = abstract.get(base.attribute("val"), {})
        return cls(lists)

    def next_mark(self, number_id: str, level: int) -> str:
        """Return what Word shows before the next paragraph of a list."""
        form = self.formats.get(number_id, {}).get(level, "bullet")
        if form == "none":
            return ""
        if form == "bullet":
            return BULLETS[min(level, len(BULLETS) - 1)]
        count = self.counts[number_id, level] = self.counts.get((number_id, level), 0) + 1
        for deeper in [key for key in self.counts if key[0] == number_id and key[1] > level]:
            del self.counts[deeper]
        if form in {"lowerLetter", "upperLetter"} and count <= _LETTERS:
            return f"{chr(ord('a') + count - 1)})"
        if form in {"lowerRoman", "upperRoman"} and count <= len(_ROMANS):
            return f"{_ROMANS[count - 1]})"
        return f"{count}."
