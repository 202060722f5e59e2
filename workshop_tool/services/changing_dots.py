"""Changing the dots per person while a round is open: recorded, and never at the cost of a dot that was placed."""

import datetime as dt

from workshop_tool.domain.fact import CriterionKey, new_id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.services.moment import WorkshopIsClosed


class NotWhileOpen(WorkshopProblem):
    """Dots per person change here only while the round is open. Nothing was changed; before that, see its rules."""


class OverNewLimit(WorkshopProblem):
    """Somebody has placed more than {dots} {label} dots, and no placed dot is taken away. Nothing was changed."""


def change_dots(
    workshop: Workshop, round_id: str, criterion: str, dots: int, now: dt.datetime
) -> tuple[Workshop, None]:
    """Give everybody another number of dots (0 to 100) of one criterion in a round that is open; the log keeps it.

    Raises:
        NotWhileOpen, OverNewLimit, WorkshopIsClosed: as they say.
    """
    if workshop.plan.particulars.standing != "running":
        raise WorkshopIsClosed
    book = workshop.book(round_id)
    if book.round.state != "open" or book.round.closing_at is not None:
        raise NotWhileOpen
    label, before = book.round.criterion(criterion).label, book.round.dots.get(CriterionKey(criterion))
    if before == dots:
        return workshop, None
    if any(ballot.allocation.spent(criterion) > dots for ballot in book.ballots.values()):
        raise OverNewLimit(dots=dots, label=label.lower())
    changed = book.with_round(book.round.revised(dots={**book.round.dots, CriterionKey(criterion): dots}))
    was = "unknown" if before is None else before
    text = f"Dots per person in {book.round.name}, {label}: {dots} instead of {was}"
    return workshop.with_book(changed).with_entry(LogEntry(id=new_id(), at=now, kind="round", text=text)), None


def finished(book: Book, *, most: int = 2_000) -> int | None:
    """Return how many ballots have no dot left, whatever they chose; None where dots are unknown or ballots too many.

    It is asked ten times a second while a room votes: above ``most`` ballots it would hold the window up.
    """
    round_ = book.round
    dots = {criterion.key: round_.dots.get(criterion.key) for criterion in round_.criteria}
    if any(number is None for number in dots.values()) or len(book.ballots) > most:
        return None
    cap = round_.most_per_poster
    room = None if cap is None else cap * len(round_.posters)
    full = {key: number if room is None else min(number or 0, room) for key, number in dots.items()}
    return sum(
        all(ballot.allocation.spent(key) >= (number or 0) for key, number in full.items())
        for ballot in book.ballots.values()
    )
