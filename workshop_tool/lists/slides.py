"""The reader of PowerPoint files (.pptx): one item for each bullet, and for each text box without bullets."""

import re
from collections.abc import Iterator
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import Findings, LeftOut, ListKind
from workshop_tool.lists.markup import Node, nodes, relations
from workshop_tool.lists.outline import OutlineLine, read_outline
from workshop_tool.lists.refusals import ListTooLong
from workshop_tool.lists.sources import LINES_CAP, Source
from workshop_tool.lists.structure.furniture import is_axis_label
from workshop_tool.lists.tables import Row, read_rows
from workshop_tool.lists.tables.columns import is_heading

_SHOW: Final = "ppt/presentation.xml"
_SHAPES: Final = frozenset({"sp", "tbl", "SldTree"})
_TITLES: Final = frozenset({"title", "ctrTitle"})
_FURNITURE: Final = frozenset({"sldNum", "dt", "ftr", "hdr", "subTitle"})
_GOODBYE: Final = re.compile(
    r"(?:(?:mange |tusen |vielen |herzlichen |many )?(?:thank(?:s| you)|takk|tak|danke?)\b(?! to\b| til\b| an\b)"
    r"|(?:any )?(?:questions|spørsmål|spørgsmål|fragen)\s*\?$|\S+@\S+\.\w+$)",
    re.IGNORECASE,
)
_BODY: Final = frozenset({"body", "obj", ""})


def recognises(source: Source) -> bool:
    """Say whether the parts of the file are those of a presentation."""
    return _SHOW in source.part_names


def read(source: Source, kind: ListKind) -> Findings:
    """Return a draft for each bullet or text box, the titles of slides as themes where there are several.

    Raises:
        ListRefused: the file is damaged, or holds more than a list.
    """
    lines: list[OutlineLine] = []
    left_out: list[LeftOut] = []
    tables: list[list[tuple[str, ...]]] = []
    parts = _slide_parts(source)
    for slide, part in enumerate(parts, start=1):
        for shape in nodes(source.package, part, _SHAPES):
            if shape.tag == "tbl":
                tables.append(_rows(shape))
            elif reason := _furniture(shape, is_last=slide == len(parts)):
                left_out += [LeftOut(text=text, reason=reason, line=slide) for text in _texts(shape)]
            else:
                lines += _lines(shape, slide)
        if len(lines) > LINES_CAP:
            raise ListTooLong(file=source.shown_name, limit=f"{LINES_CAP:,}")
    rows = [Row(row, at) for at, row in enumerate((row for table in tables for row in table), start=1)]
    if rows and (not lines or any(is_heading(row.cells, kind) for row in rows[:2]) or not _items(lines)):
        titles = tuple(LeftOut(text=line.text, reason=_("stands outside the table"), line=line.line) for line in lines)
        found = read_rows(rows, kind, "")
        return found.revised(left_out=(*titles, *found.left_out, *left_out))
    lines, titles = _without_single_title(lines)
    return read_outline(lines, kind, (*titles, *left_out))


def _slide_parts(source: Source) -> list[str]:
    """Return the slides in the order in which they are shown."""
    linked = relations(source.package, _SHOW)
    shown = (linked.get(node.link, ("", ""))[1] for node in nodes(source.package, _SHOW, frozenset({"sldId"})))
    return [part for part in shown if part in source.package.names]


def _placeholder(shape: Node) -> str | None:
    found = shape.child("nvSpPr", "nvPr", "ph")
    return None if found is None else found.attribute("type")


def _furniture(shape: Node, *, is_last: bool) -> str:
    if _placeholder(shape) in _FURNITURE:
        return _("a slide's number, date or footer") if _placeholder(shape) != "subTitle" else _("a slide's subtitle")
    whole = " ".join(_texts(shape))
    if is_last and _GOODBYE.match(whole):
        return _("thanks at the end")
    return _("a label of the map's axes") if is_axis_label(whole) or whole.isdecimal() else ""


def _texts(shape: Node) -> list[str]:
    return [text for paragraph in shape.all("p") if (text := " ".join(_words(paragraph).split()))]


def _words(paragraph: Node) -> str:
    return "".join("\n" if run.tag == "br" else run.text for run in paragraph.all("t", "br"))


def _lines(shape: Node, slide: int) -> Iterator[OutlineLine]:
    kind = _placeholder(shape)
    if kind in _TITLES:
        title = " ".join(_texts(shape))
        yield from [OutlineLine(title, slide, heading=2)] if title else []
        return
    paragraphs = [paragraph for paragraph in shape.all("p") if _words(paragraph).strip()]
    if kind in _BODY or any(_has_bullet(paragraph) for paragraph in paragraphs):
        yield from (_bullet(paragraph, slide) for paragraph in paragraphs)
    elif paragraphs:
        yield OutlineLine(" ".join(" ".join(map(_words, paragraphs)).split()), slide, mark="•")


def _has_bullet(paragraph: Node) -> bool:
    settings = paragraph.child("pPr")
    return settings is not None and next(settings.children("buChar", "buAutoNum", "buBlip"), None) is not None


def _bullet(paragraph: Node, slide: int) -> OutlineLine:
    settings = paragraph.child("pPr")
    level = settings.attribute("lvl") if settings else ""
    at = min(8, int(level)) if level.isdecimal() and len(level) == 1 else 0
    plain = settings is not None and settings.child("buNone") is not None
    words = _words(paragraph)
    if plain and words.rstrip().endswith(":"):
        return OutlineLine(words, slide)
    return OutlineLine(words, slide, mark="•‣▪◦▫·∙●○"[at], level=at)


def _rows(table: Node) -> list[tuple[str, ...]]:
    return [
        tuple(" ".join(" ".join(map(_words, cell.all("p"))).split()) for cell in row.children("tc"))
        for row in table.children("tr")
    ]


def _items(lines: list[OutlineLine]) -> list[OutlineLine]:
    return [line for line in lines if not line.heading]


def _without_single_title(lines: list[OutlineLine]) -> tuple[list[OutlineLine], tuple[LeftOut, ...]]:
    """Leave the title out where only one slide has items: it says what the list is, not what a part is about."""
    with_items = {line.line for line in _items(lines)}
    if len(with_items) > 1:
        bare = [line for line in lines if line.heading and line.line not in with_items]
    else:
        bare = [line for line in lines if line.heading]
    reason = _("the title of the list") if len(with_items) < 2 else _("the title of a slide without items")  # noqa: PLR2004
    return [line for line in lines if line not in bare], tuple(
        LeftOut(text=line.text, reason=reason, line=line.line) for line in bare
    )
