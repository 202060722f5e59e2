"""The paragraphs and tables of a Word document (.docx), in order."""

from collections.abc import Iterator
from typing import Final

from workshop_tool.lists.documents.block import Block, Table, deeper
from workshop_tool.lists.documents.word_styles import Numbering, heading_levels, numbered_styles
from workshop_tool.lists.markup import Node, nodes
from workshop_tool.lists.outline import OutlineLine
from workshop_tool.lists.refusals import ListTooLong
from workshop_tool.lists.sources import LINES_CAP, Source

_PART: Final = "word/document.xml"
_BLOCKS: Final = frozenset({"p", "tbl"})
_RUN_TEXTS: Final = (
    "t",
    "tab",
    "br",
    "cr",
    "noBreakHyphen",
    "sym",
    "p",
    "Fallback",
    "delText",
    "instrText",
    "txbxContent",
)


def recognises(source: Source) -> bool:
    """Say whether the parts of the file are those of a Word document."""
    return _PART in source.part_names


def body(source: Source) -> Iterator[Block]:
    """Give what stands in the document.

    Raises:
        ListTooLong: there are more paragraphs than a list has.
    """
    headings, styled = heading_levels(source), numbered_styles(source)
    numbering = Numbering.of(source)
    line = blocks = 0
    for node in nodes(source.package, _PART, _BLOCKS):
        blocks += 1
        line += 1
        if blocks > LINES_CAP:
            raise ListTooLong(file=source.shown_name, limit=f"{LINES_CAP:,}")
        if node.tag == "tbl":
            table = _table(node, line)
            line += max(0, len(table.rows) - 1)
            yield table
            continue
        for part in (node, *_boxes(node)):
            yield from _paragraph(part, line, headings, styled, numbering)


def _boxes(paragraph: Node) -> list[Node]:
    """Return the paragraphs of text boxes that hang on a paragraph; their twins for old programs are left alone."""
    found: list[Node] = []
    pending = [paragraph]
    while pending:
        for part in pending.pop().parts:
            if isinstance(part, Node) and part.tag != "Fallback":
                if part.tag == "txbxContent":
                    found += part.children("p")
                else:
                    pending.append(part)
    return found


def _paragraph(
    node: Node, line: int, headings: dict[str, int], styled: dict[str, tuple[str, int]], numbering: Numbering
) -> Iterator[OutlineLine]:
    text = paragraph_text(node)
    if not text.strip():
        return
    style = node.child("pPr", "pStyle")
    name = style.attribute("val") if style else ""
    number = node.child("pPr", "numPr", "numId")
    level = node.child("pPr", "numPr", "ilvl")
    known = styled.get(name, ("", 0))
    given = level.attribute("val") if level else ""
    at = min(8, int(given) if given.isdecimal() else known[1])
    key = number.attribute("val") if number else known[0]
    if name in headings:
        yield OutlineLine(text, line, heading=headings[name])
    else:
        mark = numbering.next_mark(key, at) if key not in {"", "0"} else ""
        # A style for deeper levels may carry a list of its own, in which it stands outermost.
        depth = max(at, known[1])
        yield OutlineLine(text, line, mark=deeper(mark, depth), level=depth if mark else 0)


def paragraph_text(node: Node) -> str:
    """Return the words of a paragraph; deleted ones, field codes and text boxes are no part of them."""
    words: list[str] = []
    for part in node.all(*_RUN_TEXTS):
        match part.tag:
            case "t":
                words.append(part.text)
            case "tab":
                words.append("\t")
            case "br" | "cr":
                words.append("\n")
            case "noBreakHyphen":
                words.append("-")
    return "".join(words).strip("\n")


def _table(node: Node, line: int) -> Table:
    rows = []
    for row in node.children("tr"):
        cells = []
        for cell in row.all("tc"):
            cells.append(" ".join(" ".join(filter(None, map(paragraph_text, cell.all("p")))).split()))
            span = cell.child("tcPr", "gridSpan")
            wide = span.attribute("val") if span else ""
            cells += [""] * (min(50, int(wide)) - 1 if wide.isdecimal() else 0)
        rows.append(tuple(cells))
    return Table(tuple(rows), line)
