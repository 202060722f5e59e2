"""The ledger of a round: how many voted by which way, which dots came from where, and what was corrected."""

from dataclasses import dataclass
from typing import Literal

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.ballots import Way
from workshop_tool.domain.voting.book import Book
from workshop_tool.language import _
from workshop_tool.record.facts.areas import number_of
from workshop_tool.record.facts.wording import NOT_ENTERED, dots_text, listed, number_text, numbered


@dataclass(frozen=True)
class LedgerRow:
    """Where dots came from: a way, its ballots, and its dots by criterion."""

    way: str
    ballots: str
    dots: tuple[str, ...]


@dataclass(frozen=True)
class TurnoutPart:
    """A part of those who were there: who voted by one way, or did not."""

    kind: Literal["phone", "paper", "nobody"]
    count: int
    words: str


@dataclass(frozen=True)
class LedgerFacts:
    """The whole ledger."""

    turnout: str
    rows: tuple[LedgerRow, ...]
    """One for each way; where there are several, a last one sums up."""
    not_entered: str
    keyed_in_by: str
    corrections: tuple[str, ...]
    parts: tuple[TurnoutPart, ...] = ()
    """What the turnout is made up of; empty where there is nothing to compare."""


def ledger_facts(plan: Plan, book: Book) -> LedgerFacts:
    """Return the ledger of one round."""
    return LedgerFacts(
        turnout=_turnout(book),
        rows=_rows(book),
        not_entered=_not_entered(plan, book),
        keyed_in_by=_keyed_in_by(plan, book),
        corrections=_corrections(plan, book),
        parts=_parts(book),
    )


def _parts(book: Book) -> tuple[TurnoutPart, ...]:
    turnout = book.result.turnout
    missing = max(0, (turnout.present or 0) - turnout.voted)
    parts = (
        TurnoutPart("phone", turnout.phone, _("{count} by phone").format(count=number_text(turnout.phone))),
        TurnoutPart("paper", turnout.paper, _("{count} on paper").format(count=number_text(turnout.paper))),
        TurnoutPart("nobody", missing, _("{count} did not vote").format(count=number_text(missing))),
    )
    told = tuple(part for part in parts if part.count)
    return told if turnout.voted and len(told) > 1 else ()


def _turnout(book: Book) -> str:
    turnout = book.result.turnout
    if not turnout.voted:
        said = _("No single ballots: the dots were counted on the posters.")
        if turnout.present is not None:
            said += " " + _("{present} were present.").format(present=number_text(turnout.present))
        return said
    ways = []
    if turnout.phone:
        ways.append(_("{count} by phone").format(count=number_text(turnout.phone)))
    if turnout.paper:
        ways.append(_("{count} on paper").format(count=number_text(turnout.paper)))
    if turnout.present is None:
        return _("{ways}; how many were present was not counted.").format(ways=listed(ways))
    return _("{ways} of {present} present.").format(ways=listed(ways), present=number_text(turnout.present))


def _rows(book: Book) -> tuple[LedgerRow, ...]:
    ways: tuple[tuple[Way, str], ...] = (("phone", _("Phone")), ("paper", _("Paper ballot")))
    rows = []
    for way, name in ways:
        if ballots := book.ways.get(way):
            rows.append(LedgerRow(name, number_text(ballots), _spent(book, way)))
    if summed := book.round.summed:
        spent = [sum(by.get(criterion.key, 0) for by in summed.dots.values()) for criterion in book.round.asked]
        voted = number_text(summed.phone + summed.paper)
        rows.append(LedgerRow(_("Phone and paper ballots"), voted, tuple(map(number_text, spent))))
    if book.standing_counts():
        rows.append(LedgerRow(_("Counted on paper posters"), NOT_ENTERED, _counted(book)))
    totals = book.result.totals
    together = tuple(dots_text(totals[criterion.key]) for criterion in book.round.asked)
    voted_together = book.result.turnout.voted
    ballots_together = number_text(voted_together) if voted_together else NOT_ENTERED
    if len(rows) == 1:
        return tuple(rows)
    return (*rows, LedgerRow(_("Together"), ballots_together, together))


def _spent(book: Book, way: Way) -> tuple[str, ...]:
    spent = book.spent[way]
    return tuple(number_text(spent.get(criterion.key, 0)) for criterion in book.round.asked)


def _counted(book: Book) -> tuple[str, ...]:
    counts = book.standing_counts()
    sums = []
    for criterion in book.round.asked:
        entered = [dots for (_poster, key), dots in counts.items() if key == criterion.key]
        sums.append(dots_text(sum(entered) if entered else None))
    return tuple(sums)


def _not_entered(plan: Plan, book: Book) -> str:
    said = []
    for criterion in book.round.asked:
        blank = [row.poster for row in book.result.rows if row.dots[criterion.key] is None]
        numbers = [number_of(plan, poster) for poster in blank]
        if numbers:
            said.append(_("{criterion} for {numbers}").format(criterion=criterion.label, numbers=numbered(numbers)))
    return "; ".join(said)


def _keyed_in_by(plan: Plan, book: Book) -> str:
    """Name those who keyed in paper; participants, whose names the record keeps out, are left out here too."""
    participants = {person.name.casefold() for person in plan.participants}
    kept = {name for name in book.keyed_in_by if name.casefold() not in participants}
    return listed(sorted(kept, key=str.casefold))


def _corrections(plan: Plan, book: Book) -> tuple[str, ...]:
    """Tell each entry that changed an earlier one or carries a reason, in the order in which they were made."""
    standing: dict[tuple[str, str], int | None] = {}
    said = []
    for entry in book.counts:
        cell = (entry.poster, entry.criterion)
        if cell in standing or entry.reason:
            said.append(_correction(plan, book, cell, (standing.get(cell), entry.count), entry.reason))
        standing[cell] = entry.count
    return tuple(said)


def _correction(
    plan: Plan, book: Book, cell: tuple[str, str], change: tuple[int | None, int | None], reason: str
) -> str:
    before, after = change
    said = _("Number {number}, {criterion}: {after}, before that {before}.").format(
        number=number_of(plan, cell[0]),
        criterion=book.round.criterion(cell[1]).label.lower(),
        after=dots_text(after) if after is not None else _("not entered"),
        before=dots_text(before) if before is not None else _("not entered"),
    )
    return said + (" " + _("Reason: {reason}").format(reason=reason) if reason else "")
