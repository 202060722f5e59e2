"""Voting: the way in, the rules, and the turnout. How the dots fall is nobody's business before it is published."""

from typing import NamedTuple

from PySide6.QtCore import QSizeF

from workshop_tool.desktop.projector.joining import column_left, write_way_in
from workshop_tool.desktop.projector.lettering import BANNER, BODY, FIGURE, STRONG, TITLE, Style, width_of, wrap
from workshop_tool.desktop.projector.showing import Showing, notice
from workshop_tool.desktop.projector.slide import Slide
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.result import turnout
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import LIGHT

_RULE = Style(1 / 21, 400, LIGHT.ink)
_SMALL_RULE = Style(1 / 27, 400, LIGHT.ink)


class _Way(NamedTuple):
    rule: Style
    asks: bool
    """Whether it says beneath each criterion what that asks."""


_WAYS = (_Way(_RULE, asks=True), _Way(_RULE, asks=False), _Way(_SMALL_RULE, asks=False))
"""How the rules are written, each way with less room than the one before: the turnout has to stand below them."""


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return one page for the round that is open, was just closed, or comes next."""
    book = showing.workshop.open_book or showing.book_at_hand("closed", "prepared")
    if book is None or book.round.state == "published":
        return notice(size, _("Voting"), _("No round of voting is open."))
    for way in _WAYS:
        slide, end = _page(showing, size, book, way)
        if end <= slide.inside.bottom():
            break
    return [slide]


def _page(showing: Showing, size: QSizeF, book: Book, way: _Way) -> tuple[Slide, float]:
    """Return the page, and where it ends."""
    slide = Slide(size)
    box, width = slide.inside, slide.inside.width()
    if showing.join_url and book.round.state == "open":
        write_way_in(slide, showing)
        width = column_left(slide) - box.left() - slide.height * 0.04
    y = box.top() + slide.height * 0.1
    title = _title(book.round)
    style = BANNER if len(wrap(title, BANNER, slide.height, width)) == 1 else TITLE
    y = slide.write(title, style, box.left(), y, width, most=3) + slide.height * 0.05
    for criterion in book.round.asked:
        y = _write_rule(slide, criterion, _rule(book.round, criterion), y, width, way=way)
    if book.round.state != "prepared":
        y = _write_turnout(slide, book, y + slide.height * 0.03)
    return slide, y


def in_running_text(label: str) -> str:
    """Return a criterion's label as it stands inside a sentence: "Priority" becomes "priority", "EU fit" stays."""
    return label.lower() if label.istitle() else label


def _title(round_: Round) -> str:
    return {
        "prepared": _("Voting opens soon"),
        "open": _("Place your dots"),
        "closed": _("Voting is closed"),
    }.get(round_.state, round_.name)


def _rule(round_: Round, criterion: Criterion) -> str:
    """Return "3 for priority", or the criterion alone where nobody said how many."""
    dots, label = round_.dots.get(criterion.key), in_running_text(criterion.label)
    return _("{n} for {criterion}").format(n=dots, criterion=label) if dots is not None else criterion.label


def _write_rule(slide: Slide, criterion: Criterion, head: str, y: float, width: float, *, way: _Way) -> float:
    """Write a rule behind its mark, and what it asks beneath; return where it ends."""
    left, least = slide.inside.left(), y + slide.height * 0.068  # a mark is higher than one small line
    bold = way.rule._replace(weight=600)
    slide.dot(criterion, left, y + bold.leading(slide.height) / 2)
    indent = slide.height * 0.095
    y = slide.write(head, bold, left + indent, y, width - indent, most=3)
    if criterion.meaning and way.asks:
        quiet = BODY._replace(colour=LIGHT.ink_2)
        y = slide.write(criterion.meaning, quiet, left + indent, y, width - indent, most=2)
    return max(y, least) + slide.height * 0.028


def _write_turnout(slide: Slide, book: Book, y: float) -> float:
    """Write "11 of 15 have voted", the first figure large; return where it ends."""
    seen = turnout(book)
    figure = str(seen.voted)
    left = slide.inside.left()
    end = slide.lines((figure,), FIGURE, left, y)
    text = (
        ngettext("has voted", "have voted", seen.voted)
        if seen.present is None
        else _("of {present} have voted").format(present=seen.present)
    )
    baseline_drop = FIGURE.leading(slide.height) * 0.5 - STRONG.leading(slide.height) * 0.28
    x = left + width_of(figure, FIGURE, slide.height) + slide.height * 0.02
    slide.lines((text,), _RULE._replace(colour=LIGHT.ink_2), x, y + baseline_drop)
    return end
