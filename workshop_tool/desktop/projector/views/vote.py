"""Voting: the way in, the rules, and the turnout. How the dots fall is nobody's business before it is published."""

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


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return one page for the round that is open, was just closed, or comes next."""
    book = showing.workshop.open_book or showing.book_at_hand("closed", "prepared")
    if book is None or book.round.state == "published":
        return notice(size, _("Voting"), _("No round of voting is open."))
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
        y = _write_rule(slide, book.round, criterion, y, width)
    if book.round.state != "prepared":
        _write_turnout(slide, book, y + slide.height * 0.03)
    return [slide]


def in_running_text(label: str) -> str:
    """Return a criterion's label as it stands inside a sentence: "Priority" becomes "priority", "EU fit" stays."""
    return label.lower() if label.istitle() else label


def _title(round_: Round) -> str:
    return {
        "prepared": _("Voting opens soon"),
        "open": _("Place your dots"),
        "closed": _("Voting is closed"),
    }.get(round_.state, round_.name)


def _write_rule(slide: Slide, round_: Round, criterion: Criterion, y: float, width: float) -> float:
    """Write "3 for priority" behind the mark, and what it asks beneath; return where it ends."""
    left, label = slide.inside.left(), in_running_text(criterion.label)
    dots = round_.dots.get(criterion.key)
    head = _("{n} for {criterion}").format(n=dots, criterion=label) if dots is not None else criterion.label
    bold = _RULE._replace(weight=600)
    slide.dot(criterion, left, y + bold.leading(slide.height) / 2)
    indent = slide.height * 0.095
    lines = wrap(head, bold, slide.height, width - indent)
    y = slide.lines(lines, bold, left + indent, y)
    if criterion.meaning:
        quiet = BODY._replace(colour=LIGHT.ink_2)
        y = slide.write(criterion.meaning, quiet, left + indent, y, width - indent, most=2)
    return y + slide.height * 0.028


def _write_turnout(slide: Slide, book: Book, y: float) -> None:
    """Write "11 of 15 have voted", the first figure large."""
    seen = turnout(book)
    figure = str(seen.voted)
    left = slide.inside.left()
    slide.lines((figure,), FIGURE, left, y)
    text = (
        ngettext("has voted", "have voted", seen.voted)
        if seen.present is None
        else _("of {present} have voted").format(present=seen.present)
    )
    baseline_drop = FIGURE.leading(slide.height) * 0.5 - STRONG.leading(slide.height) * 0.28
    x = left + width_of(figure, FIGURE, slide.height) + slide.height * 0.02
    slide.lines((text,), _RULE._replace(colour=LIGHT.ink_2), x, y + baseline_drop)
