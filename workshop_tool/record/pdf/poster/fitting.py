"""What stands in the cells of a poster, and how large: from 10 down to 8 points, and then it runs on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from workshop_tool.language import _
from workshop_tool.look.fonts import ITALIC, REGULAR, SEMIBOLD
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.grid import Cell
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.paper.text_block import ITEM, TextBlock
from workshop_tool.record.facts.posters import ActionFacts, FieldFacts, LinkFacts
from workshop_tool.record.pdf.style import ACCENT, INK, INK_2, INK_3, type_style

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of type that a poster may be set in, in points; one poster has one size."""
PADDING = 9.0
_TURN_OVER = 11.0
"""Kept free at the foot of a cell that runs on."""
_LEADING = 1.3
_STRETCH = 4000
"""Most characters in one paragraph."""
EN_DASH = "\N{EN DASH}"


@dataclass(frozen=True)
class Piece:
    """A paragraph, set to the width of its cell, and the height of its top below the top of the cell's inside."""

    text: Paragraph
    down: float


@dataclass(frozen=True)
class Filling:
    """What stands in one cell, and what of it did not find room."""

    pieces: tuple[Piece, ...]
    rest: tuple[Paragraph, ...]


def fill_cells(fields: Sequence[FieldFacts], cells: Sequence[Cell]) -> tuple[Filling, ...]:
    """Set the fields in the largest size in which all of them fit, or in the smallest, running on."""
    pairs = list(zip(fields, cells, strict=True))
    for size in SIZES:
        if fillings := _all_whole(pairs, size):
            return fillings
    return tuple(_running_on(field, cell) for field, cell in pairs)


def _all_whole(pairs: Sequence[tuple[FieldFacts, Cell]], size: float) -> tuple[Filling, ...]:
    """Return all cells filled, or nothing as soon as one field does not fit."""
    fillings = list[Filling]()
    for field, cell in pairs:
        filling = _whole(field, cell, size)
        if filling is None:
            return ()
        fillings.append(filling)
    return tuple(fillings)


def _whole(field: FieldFacts, cell: Cell, size: float) -> Filling | None:
    """Return a cell with all of its field, or None; looks at no more of a long one than it needs to."""
    inner_width, inner_height = cell.width - 2 * PADDING, cell.height - 2 * PADDING
    pieces, down = list[Piece](), 0.0
    for at, text in enumerate(field_paragraphs(field, size)):
        down += text.style.spaceBefore if at else 0.0
        pieces.append(Piece(text, down))
        down += text.wrap(inner_width, inner_height)[1]
        if down > inner_height:
            return None
    return Filling(tuple(pieces), ())


def _running_on(field: FieldFacts, cell: Cell) -> Filling:
    size = SIZES[-1]
    inner_width, inner_height = cell.width - 2 * PADDING, cell.height - 2 * PADDING
    return _whole(field, cell, size) or _stack(
        list(field_paragraphs(field, size)), inner_width, inner_height - _TURN_OVER
    )


def _stack(paragraphs: Sequence[Paragraph], inner_width: float, inner_height: float) -> Filling:
    """Put paragraphs below one another until the height is used up; the one at the edge is split."""
    pieces, down = list[Piece](), 0.0
    for at, text in enumerate(paragraphs):
        gap = text.style.spaceBefore if at else 0.0
        _width, height = text.wrap(inner_width, inner_height)
        if down + gap + height > inner_height:
            head, *rest = _split(text, inner_width, inner_height - down - gap)
            if not rest:
                return Filling(tuple(pieces), tuple(paragraphs[at:]))
            head.wrap(inner_width, inner_height)
            return Filling((*pieces, Piece(head, down + gap)), (*rest, *paragraphs[at + 1 :]))
        pieces.append(Piece(text, down + gap))
        down += gap + height
    return Filling(tuple(pieces), ())


def _split(text: Paragraph, inner_width: float, inner_height: float) -> list[Paragraph]:
    """Return the lines that fit and those that do not as two paragraphs, or the text as it is where none fits."""
    parts = text.split(inner_width, inner_height)
    return [part for part in parts if isinstance(part, Paragraph)] or [text]


def field_paragraphs(field: FieldFacts, size: float) -> Iterator[Paragraph]:
    """Yield a field's label, prompt and points, or that it is not filled in."""
    styles = _styles(size)
    yield paragraph(styles("label"), field.label)
    if field.prompt:
        yield paragraph(styles("prompt"), field.prompt)
    if field.domain:
        yield paragraph(styles("prompt"), _("Domain: {domain}").format(domain=field.domain))
    if field.blank:
        yield paragraph(styles("blank"), _("not filled in"))
    for link in field.links:
        yield _link(link, styles("link"))
    for action in field.actions:
        yield _action(action, styles("point"))
    for point in field.points:
        first, *more = _stretches(point)
        yield paragraph(styles("point"), first, bullet="•")
        for stretch in more:
            yield paragraph(styles("point goes on"), stretch)


def _link(link: LinkFacts, style: ParagraphStyle) -> TextBlock:
    """Name a trend or area; better and worse have a sign and a word, and need no colour."""
    sign = {"better": "↑", "worse": "↓", None: "→"}[link.effect]
    said = [Words(f" {EN_DASH} {link.said}", font=REGULAR.name)] if link.said else []
    return paragraph(style, link.text, *said, bullet=sign)


def _action(action: ActionFacts, style: ParagraphStyle) -> TextBlock:
    """Say who does what, and who follows it up."""
    blank = Words(_("not filled in"), font=ITALIC.name, colour=LIGHT.ink_3)
    actor = Words(action.actor, font=SEMIBOLD.name) if action.actor else blank
    owner = _("followed up by {owner}").format(owner=action.owner) if action.owner else ""
    behind = [Words(f" ({owner})", colour=LIGHT.ink_2)] if owner else []
    return paragraph(style, actor, " → ", action.action or blank, *behind, bullet="•")


def _stretches(point: str) -> list[str]:
    """Cut an endless point at blanks: setting a paragraph anew for each column it fills takes the square of time."""
    stretches = []
    while len(point) > _STRETCH:
        cut = point.rfind(" ", 1, _STRETCH) + 1 or _STRETCH
        stretches.append(point[:cut])
        point = point[cut:]
    return [*stretches, point]


def _styles(size: float) -> Callable[[str], ParagraphStyle]:
    line = round(size * _LEADING, 2)
    by_name = {
        "label": type_style("poster label", 10.5, 13, SEMIBOLD.name, ACCENT, role="H3"),
        "prompt": type_style("poster prompt", 8, 10, colour=INK_2),
        "blank": type_style("poster blank", size, line, ITALIC.name, INK_3, spaceBefore=5),
        "link": type_style("poster link", size, line, SEMIBOLD.name, INK, role=ITEM, leftIndent=11, spaceBefore=4),
        "point": type_style("poster point", size, line, role=ITEM, leftIndent=11, bulletIndent=1, spaceBefore=4),
        "point goes on": type_style("poster point goes on", size, line, role=ITEM, leftIndent=11),
    }
    return by_name.__getitem__
