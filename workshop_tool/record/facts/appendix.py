"""The appendix: who took part where they agreed, single ballots where they may be told, what changed afterwards."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from workshop_tool import __version__
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.suppression import FEWEST
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.wording import as_people_sort, long_date, number_text, number_word
from workshop_tool.services.exchange import to_exchange


@dataclass(frozen=True)
class PersonRow:
    """One participant who agreed to be named."""

    name: str
    organisation: str
    sector: str


@dataclass(frozen=True)
class BallotTable:
    """The ballots of one published round, in an order that tells nothing."""

    title: str
    criteria: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """For each ballot and criterion the numbers that got dots: "10 (2), 11"."""


@dataclass(frozen=True)
class AppendixFacts:
    """The whole section."""

    heading: Heading
    people: tuple[PersonRow, ...]
    ballots: tuple[BallotTable, ...]
    ballots_note: str
    changes: tuple[tuple[str, str], ...]
    """What was closed, reopened or edited after the close: the day, and what it was."""
    content_hash: str
    """SHA-256 of the content in hexadecimal."""
    hash_note: str
    made_with: str


def appendix_facts(workshop: Workshop, content: str) -> AppendixFacts:
    """Return what may be told, above the hash of the content; names and ballots only where that was chosen."""
    record = workshop.plan.record
    ballots = _ballots(workshop) if record.ballots else ()
    return AppendixFacts(
        heading=Heading("appendix", _("Appendix")),
        people=_people(workshop.plan) if record.names else (),
        ballots=ballots,
        ballots_note=_ballots_note(workshop, ballots) if record.ballots else "",
        changes=tuple(_change(entry) for entry in workshop.log if entry.kind != "round"),
        content_hash=content,
        hash_note=_(
            "SHA-256 of the workshop in the exchange format, as JSON with sorted keys and without blanks. A record "
            "with another number tells of other content."
        ),
        made_with=_("Workshop Tool {version}").format(version=__version__),
    )


def content_hash(workshop: Workshop) -> str:
    """Return the SHA-256 of all that the exchange format holds of a workshop, in hexadecimal."""
    content = json.dumps(to_exchange(workshop), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _people(plan: Plan) -> tuple[PersonRow, ...]:
    rows = (PersonRow(person.name, person.organisation, person.sector) for person in plan.participants)
    return tuple(sorted(rows, key=lambda row: (as_people_sort(row.name), as_people_sort(row.organisation), row.sector)))


def _ballots(workshop: Workshop) -> tuple[BallotTable, ...]:
    """Return the ballots of published rounds; none at all where voters are told by sector anywhere in the file.

    Of a round with very few ballots none is told either: each would lead to a person.
    """
    if any(book.round.breakdown for book in workshop.rounds):
        return ()
    published = [book for book in workshop.rounds if book.round.state == "published" and len(book.ballots) >= FEWEST]
    return tuple(_table(workshop.plan, book) for book in published)


def _table(plan: Plan, book: Book) -> BallotTable:
    rows = sorted(_row(plan, book, ballot) for ballot in book.ballots.values())
    words = ngettext("{round}: {count} ballot", "{round}: {count} ballots", len(rows))
    return BallotTable(
        title=words.format(round=book.round.name, count=number_text(len(rows))),
        criteria=tuple(criterion.label for criterion in book.round.asked),
        rows=tuple(rows),
    )


def _row(plan: Plan, book: Book, ballot: Ballot) -> tuple[str, ...]:
    cells = []
    for criterion in book.round.asked:
        dots = {number_of(plan, p): ballot.allocation.of(p, criterion.key) for p in ballot.allocation.dots}
        given = [f"{number} ({n})" if n > 1 else str(number) for number, n in sorted(dots.items()) if n]
        cells.append(", ".join(given) or _("none"))
    return tuple(cells)


def _ballots_note(workshop: Workshop, ballots: tuple[BallotTable, ...]) -> str:
    if ballots:
        return _(
            "Each line is one ballot: the numbers that got a dot, and in brackets how many where it was several. The "
            "lines are sorted by what they say, so that nothing leads to a person."
        )
    if any(book.round.breakdown for book in workshop.rounds):
        return _("Single ballots are not listed, because voters are told by sector.")
    words = _("No published round has {fewest} ballots or more, and fewer would lead to persons.")
    return words.format(fewest=number_word(FEWEST))


def _change(entry: LogEntry) -> tuple[str, str]:
    return long_date(entry.at.astimezone(dt.UTC).date()), entry.text
