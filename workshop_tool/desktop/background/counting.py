"""Rounds that are over are counted in another thread than the window's, which finds the answer ready."""

from threading import Thread

from workshop_tool.domain.plan import Key
from workshop_tool.domain.workshop import Workshop


def count_beside(workshop: Workshop) -> None:
    """Count in a thread of its own: with the first page of a file that was just opened."""
    Thread(target=_count, args=(workshop,), name="counting", daemon=True).start()


def count_if_touched(workshop: Workshop, touched: frozenset[Key]) -> None:
    """Count in the thread that calls, the writer's, where a change reached a round."""
    if any(table in {"rounds", "counts"} for table, _name in touched):
        _count(workshop)


def _count(workshop: Workshop) -> None:
    for book in workshop.rounds:
        book.count_ahead()
