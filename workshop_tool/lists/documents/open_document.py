"""The paragraphs and tables of an OpenDocument text (.odt), as LibreOffice writes it, in order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from workshop_tool.lists.documents.block import BULLETS, DEEPEST, Block, Table, deeper
from workshop_tool.lists.markup import Node, nodes
from workshop_tool.lists.outline import OutlineLine
from workshop_tool.lists.refusals import ListTooLong
from workshop_tool.lists.sources import LINES_CAP, Source

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_BLOCKS: Final = frozenset({"p", "h", "list", "table", "tracked-changes"})
_DEEPER: Final = re.compile(r"List_20_(?:Bullet|Number)_20_(?P<level>[2-5])")
_UNSAID: Final = frozenset({"note", "annotation", "tracked-changes", "frame", "bookmark"})
"""What stands in a paragraph and is no word of it."""
_BY_ITSELF: Final = re.compile(r"P\d+")
"""Names of styles that stand for what was set by hand."""
_TITLES: Final = frozenset({"Title", "Subtitle"})
_WIDEST: Final = 50
"""Columns that a cell may span."""


def recognises(source: Source) -> bool:
    """Say whether it is an OpenDocument text."""
    if _CONTENT not in source.part_names or "mimetype" not in source.part_names:
        return False
    return source.package.read("mimetype").strip().endswith((b"opendocument.text", b"text-template"))


def body(source: Source) -> Iterator[Block]:
    """Give what stands in the document; what was deleted while changes were tracked does not.

    Raises:
        ListTooLong: there are more paragraphs than a list has.
    """
    lists = _Lists(_numbered_styles(source), _parents(source))
    line = 0
    for node in nodes(source.package, _CONTENT, _BLOCKS):
        for block in _blocks(node, line + 1, lists):
            line = block.line + (max(0, len(block.rows) - 1) if isinstance(block, Table) else 0)
            if line > LINES_CAP:
                raise ListTooLong(file=source.shown_name, limit=f"{LINES_CAP:,}")
            yield block
        if node.tag in {"p", "h"} and not _words(node).strip():
            line += 1  # an empty paragraph takes its place


@dataclass
class _Lists:
    """Counts the numbers of lists."""

    numbered: frozenset[tuple[str, int]]
    """Styles of lists, and the levels at which they count."""
    parents: Mapping[str, str]
    """Style of a paragraph to the one that it is derived from."""
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def begin(self, style: str) -> None:
        """Count from 1 again."""
        for key in [key for key in self._counts if key[0] == style]:
            del self._counts[key]

    def named(self, paragraph: Node) -> str:
        """Return the style that a person gave a paragraph, not the one it got by itself."""
        style = paragraph.attribute("style-name")
        return self.parents.get(style, style)

    def depth(self, paragraph: Node, level: int) -> int:
        """Return how deep an item is; a style for deeper levels may stand in a list of its own."""
        deeper = _DEEPER.fullmatch(self.named(paragraph))
        return max(level, int(deeper["level"]) - 1) if deeper else level

    def next_mark(self, style: str, level: int) -> str:
        """Return what stands before the next item."""
        if (style, level) not in self.numbered:
            return BULLETS[level]
        for key in [key for key in self._counts if key[0] == style and key[1] > level]:
            del self._counts[key]
        self._counts[style, level] = count = self._counts.get((style, level), 0) + 1
        return f"{count}."


def _styles(source: Source, tag: str) -> Iterator[Node]:
    for part in (_STYLES, _CONTENT):
        if part in source.part_names:
            yield from nodes(source.package, part, frozenset({tag}))


def _numbered_styles(source: Source) -> frozenset[tuple[str, int]]:
    return frozenset(
        (style.attribute("name"), int(level.attribute("level")) - 1)
        for style in _styles(source, "list-style")
        for level in style.children("list-level-style-number")
        if level.attribute("num-format") and level.attribute("level").isdecimal()
    )


def _parents(source: Source) -> dict[str, str]:
    """Return what the styles that a program made by itself are derived from; those have no name to be shown."""
    return {
        style.attribute("name"): style.attribute("parent-style-name")
        for style in _styles(source, "style")
        if style.attribute("family") == "paragraph"
        and style.attribute("parent-style-name")
        and _BY_ITSELF.fullmatch(style.attribute("name"))
    }


def _blocks(node: Node, line: int, lists: _Lists) -> Iterator[Block]:
    match node.tag:
        case "table":
            yield Table(tuple(_cells(row) for row in node.all("table-row")), line)
        case "list":
            style = node.attribute("style-name")
            if node.attribute("continue-numbering") != "true" and not node.attribute("continue-list"):
                lists.begin(style)
            for at, found in enumerate(_items(node, style, 0, lists)):
                yield OutlineLine(found.text, line + at, mark=found.mark, level=found.level)
        case "p" | "h":
            if (text := _words(node)).strip():
                yield OutlineLine(text, line, heading=_heading(node, lists))


def _heading(node: Node, lists: _Lists) -> int:
    if node.tag == "p":
        return 1 if lists.named(node) in _TITLES else 0
    level = node.attribute("outline-level")
    return min(6, int(level) + 1) if level.isdecimal() else 2


def _items(node: Node, style: str, level: int, lists: _Lists) -> Iterator[OutlineLine]:
    """Give the items of a list; a second paragraph of one carries it on."""
    for item in node.children("list-item", "list-header"):
        mark = ""
        for part in item.children("p", "h", "list"):
            if part.tag == "list":
                yield from _items(part, part.attribute("style-name") or style, min(level + 1, DEEPEST), lists)
            elif (text := _words(part)).strip():
                at = lists.depth(part, level)
                mark = "" if mark or item.tag == "list-header" else deeper(lists.next_mark(style, level), at)
                yield OutlineLine(text, 0, mark=mark, level=at if mark else 0)


def _words(node: Node) -> str:
    """Return the words of a paragraph; footnotes, comments and text boxes are no part of them."""
    words: list[str] = []
    for part in node.parts:
        if isinstance(part, str):
            words.append(part)
        elif part.tag == "s":
            count = part.attribute("c")
            words.append(" " * (int(count) if count.isdecimal() and len(count) < len("100") else 1))
        elif part.tag == "tab":
            words.append("\t")
        elif part.tag == "line-break":
            words.append("\n")
        elif part.tag not in _UNSAID:
            words.append(_words(part))
    return "".join(words)


def _cells(row: Node) -> tuple[str, ...]:
    cells = list[str]()
    for cell in row.children("table-cell", "covered-table-cell"):
        repeated = cell.attribute("number-columns-repeated")
        words = " ".join(" ".join(map(_words, cell.all("p", "h"))).split())
        cells += [words] * (min(_WIDEST, int(repeated)) if repeated.isdecimal() and len(repeated) < len("100") else 1)
    return tuple(cells)
