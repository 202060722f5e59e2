"""What sections are put together from: headings, labelled rows, numbered items, hairlines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer

from workshop_tool.look.fonts import REGULAR
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts.heading import ContentsEntry, Heading
from workshop_tool.record.pdf.anchors import Anchor
from workshop_tool.record.pdf.style import TEXT_HEIGHT, TEXT_WIDTH, Style

_ROOM_FOR_A_SECTION = 0.28 * TEXT_HEIGHT
_ROOM_FOR_A_TABLE = 96.0
"""A title, the head of a table and two or three of its lines."""
_ROOM_FOR_A_TITLE = 40.0
"""A title and the air above and below it."""
_BETWEEN_SECTIONS = 30.0
_ONE_LINE = 90
"""Most characters that surely fit beside a label; what takes several lines is followed by some air."""
GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE} "
"""Between what is said and a remark on it; ordinary blanks would become one."""


def heading(style: Style, head: Heading, *, new_page: bool) -> list[Flowable]:
    """Return the head of a section: its name small, what its page states large, who and how many below.

    Args:
        style: Of this build.
        head: What to say.
        new_page: Begin on a page of its own; otherwise go on below, where a third of a page is left.
    """
    entry = ContentsEntry(head.key, 0, head.name, head.message)
    anchor = Anchor(style.anchors, entry, space_before=_BETWEEN_SECTIONS)
    parts: list[Flowable] = [PageBreak() if new_page else CondPageBreak(_ROOM_FOR_A_SECTION), anchor]
    if head.message:
        parts.append(paragraph(style.eyebrow, head.name))
    parts.append(paragraph(style.h1, head.title))
    parts.append(paragraph(style.subtitle, head.subtitle) if head.subtitle else space(12))
    return parts


def rows(style: Style, labelled: Iterable[tuple[str, Sequence[str]]]) -> list[Flowable]:
    """Return labels in a column of their own, each with its paragraphs beside it."""
    parts: list[Flowable] = []
    for label, texts in labelled:
        parts += [paragraph(style.row, text, bullet="" if at else label) for at, text in enumerate(texts)]
        if len(texts) > 1 or len("".join(texts)) > _ONE_LINE:
            parts.append(Spacer(0, 7))
    return parts


def item(
    style: Style, number: str, text: str | Words, details: str = "", below: Iterable[str] = (), *, picked: bool = False
) -> list[Flowable]:
    """Return one numbered item with its details behind it and its notes below; a picked one is tinted and bold."""
    bullet = f"\N{BLACK CIRCLE} {number}" if picked else number
    notes = [paragraph(style.item_note, line) for line in below if line]
    behind = [Words(GAP + details, font=REGULAR.name, colour=LIGHT.ink_2, size=8.5)] if details else []
    head = paragraph(style.picked if picked else style.item, text, *behind, bullet=bullet)
    # ReportLab asks the flowable, and its style only where the flowable says nothing
    head.keepWithNext = bool(notes)
    return [head, *notes]


def titled(title: Paragraph, *parts: Flowable, picture: float = 0.0) -> list[Flowable]:
    """Return a title with a table below it that may be longer than the page: it begins where some of it has room.

    ReportLab keeps a title with all of what follows, and would turn the page for a table that fills the next one.
    ``picture`` is the height in points of what stands between them and cannot be broken.
    """
    title.keepWithNext = 0  # ReportLab asks the flowable before its style
    room = max(_ROOM_FOR_A_TABLE, min(picture + _ROOM_FOR_A_TITLE, TEXT_HEIGHT))
    return [CondPageBreak(room), title, *parts]


def height_of(parts: Iterable[Flowable]) -> float:
    """Return how high parts stand one below the other across the page, in points; turns of the page count nothing."""
    solid = [part for part in _apart(parts) if not isinstance(part, PageBreak | CondPageBreak)]
    heights = [_height_of(part) for part in solid]
    gaps = [max(above.getSpaceAfter(), below.getSpaceBefore()) for above, below in pairwise(solid)]
    return float(sum(heights) + sum(gaps))


def _apart(parts: Iterable[Flowable]) -> Iterator[Flowable]:
    """Yield what is to be kept together one by one: together it would claim more height than any page has."""
    for part in parts:
        kept = getattr(part, "_content", None) if isinstance(part, KeepTogether) else None
        yield from _apart(kept) if kept else (part,)


def _height_of(part: Flowable) -> float:
    nowhere: Any = None
    return float(part.wrapOn(nowhere, TEXT_WIDTH, TEXT_HEIGHT)[1])


def space(height: float) -> Flowable:
    """Return so many points of air that stay with what comes next."""
    gap = Gap(height)
    gap.keepWithNext = 1
    return gap


class Gap(Flowable):
    """Air of a certain height; unlike a Spacer it is kept where a heading stands above or below it."""

    def __init__(self, height: float) -> None:
        """Take so many points of height and no width."""
        super().__init__()
        self.width, self.height = 0, height

    def draw(self) -> None:
        """Leave the paper as it is."""
