"""The workshop: the plan, the books of its rounds, and a log of what cannot be undone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from immutables import Map

from workshop_tool.domain.fact import Fact, Item, Line
from workshop_tool.domain.links import check_links
from workshop_tool.domain.plan import Key, Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.sheets import Sheet
from workshop_tool.domain.voting.book import Book

Event = Literal["round", "workshop", "edit after closing"]


class NamedByRound(WorkshopProblem):
    """The voting round "{round}" names this poster, so it stays as it is. Nothing was changed."""


class NumberInRound(WorkshopProblem):
    """A voting round knows problem area {number} by its number, so the number stays. Nothing was changed."""


class NoSuchRound(WorkshopProblem):
    """This workshop has no such round of voting. Nothing was changed."""


class LogEntry(Item):
    """Something that happened and is not undone but recorded: a step of a round, a closing, an edit after it."""

    at: dt.datetime
    kind: Event
    text: Line
    actor: Line = "facilitator"


@dataclass(frozen=True)
class Workshop:
    """One consistent moment of a workshop. Readers keep it as long as they like; it never changes."""

    plan: Plan
    books: Map[str, Book] = field(default_factory=Map)
    sheets: Map[str, Sheet] = field(default_factory=Map)
    """What each device answered and placed, by the sheet's id."""
    log: tuple[LogEntry, ...] = ()
    touched_log: frozenset[Key] = field(default=frozenset(), compare=False)
    """Entries of the log and sheets that changed since the last commit."""

    @property
    def rounds(self) -> tuple[Book, ...]:
        """The books of all rounds in the order in which they were prepared."""
        return tuple(sorted(self.books.values(), key=lambda book: (book.round.position, book.round.id)))

    @property
    def open_book(self) -> Book | None:
        """The round that is open, if one is."""
        return next((book for book in self.rounds if book.round.state == "open"), None)

    def book(self, round_id: str) -> Book:
        """Return one round's book, or raise NoSuchRound."""
        if round_id not in self.books:
            raise NoSuchRound
        return self.books[round_id]

    def with_book(self, book: Book) -> Self:
        """Return the workshop with this book added, or in the place of the one of its round."""
        return replace(self, books=self.books.set(book.round.id, book))

    def with_plan(self, plan: Plan) -> Self:
        """Return the workshop with another plan, if its links hold and no round loses a poster it names."""
        check_links(plan)
        for table, item_id in sorted(plan.touched):
            if table == "posters" and self._naming_round(item_id) and self._poster_moved(plan, item_id):
                raise NamedByRound(round=self._naming_round(item_id))
            if table == "areas" and self._renumbered_in_round(plan, item_id):
                raise NumberInRound(number=self.plan.areas[item_id].number)
        return replace(self, plan=plan)

    def with_sheet(self, sheet: Sheet) -> Self:
        """Return the workshop with this sheet in the place of the same device's earlier one."""
        key = ("sheets", sheet.id)
        return replace(self, sheets=self.sheets.set(sheet.id, sheet), touched_log=self.touched_log | {key})

    def with_entry(self, entry: LogEntry) -> Self:
        """Return the workshop with one more line in its log."""
        entry = entry.revised(position=float(len(self.log) + 1))
        return replace(self, log=(*self.log, entry), touched_log=self.touched_log | {("log", entry.id)})

    @property
    def touched(self) -> frozenset[Key]:
        """The documents that changed since the last commit."""
        keys = self.plan.touched | self.touched_log
        for book in self.books.values():
            keys |= book.touched
        return keys

    def settled(self) -> Self:
        """Return the same workshop with nothing noted as touched."""
        books = self.books
        for round_id, book in self.books.items():
            if book.touched:
                books = books.set(round_id, book.settled())
        return replace(self, plan=self.plan.settled(), books=books, touched_log=frozenset())

    def fact(self, key: Key) -> Fact | None:
        """Return what stands under a key, or None where nothing does."""
        table, name = key
        if table in {"rounds", "ballots", "counts"}:
            book = self.books.get(name.partition(":")[0])
            return book.fact(key) if book else None
        if table == "sheets":
            return self.sheets.get(name)
        if table == "log":
            return next((entry for entry in reversed(self.log) if entry.id == name), None)
        return self.plan.fact(key)

    def facts(self) -> Iterator[tuple[Key, Fact]]:
        """Yield every fact with its key."""
        yield from self.plan.facts()
        for book in self.rounds:
            yield from book.facts()
        for sheet_id, sheet in self.sheets.items():
            yield ("sheets", sheet_id), sheet
        for entry in self.log:
            yield ("log", entry.id), entry

    def _naming_round(self, poster_id: str) -> str | None:
        return next((book.round.name for book in self.books.values() if poster_id in book.round.posters), None)

    def _poster_moved(self, plan: Plan, poster_id: str) -> bool:
        poster, earlier = plan.posters.get(poster_id), self.plan.posters.get(poster_id)
        return poster is None or (earlier is not None and poster.area != earlier.area)

    def _renumbered_in_round(self, plan: Plan, area_id: str) -> bool:
        area, earlier = plan.areas.get(area_id), self.plan.areas.get(area_id)
        if area is None or earlier is None or area.number == earlier.number:
            return False
        poster = self.plan.poster_on(area_id)
        return poster is not None and self._naming_round(poster.id) is not None
