"""A workshop as documents (plain JSON by table and id), and back: what the store keeps."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeVar

from immutables import Map
from pydantic import ValidationError

from workshop_tool.domain.collecting import uncollected
from workshop_tool.domain.earlier import Earlier
from workshop_tool.domain.fact import Fact
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.now import Now
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import EARLIER, NOW, ON_ITS_OWN, PARTICULARS, RECORD, TABLES, TEMPLATE, Key, Plan
from workshop_tool.domain.posters import PosterTemplate
from workshop_tool.domain.record_choices import RecordChoices
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.sheets import Sheet
from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.domain.workshop import LogEntry, Workshop

FactT = TypeVar("FactT", bound=Fact)

Document = dict[str, Any]
Documents = Mapping[str, Mapping[str, Document]]
Extra = Literal["forbid", "ignore"]
"""What to do with a key that the model does not know."""


class NotAWorkshop(WorkshopProblem):
    """This file holds something that is not a workshop ({place}: {what}). Nothing was changed."""


def document(fact: Fact | None) -> Document | None:
    """Return a fact as plain JSON, or None for one that is gone."""
    return fact.model_dump(mode="json") if fact is not None else None


def changed_documents(workshop: Workshop) -> dict[Key, Document | None]:
    """Return the documents that were touched since the last commit."""
    return {key: document(workshop.fact(key)) for key in sorted(workshop.touched)}


def all_documents(workshop: Workshop) -> dict[Key, Document | None]:
    """Return every document of a workshop."""
    return {key: document(fact) for key, fact in workshop.facts()}


def fact_from(key: Key, document_: Document) -> Fact:
    """Build one fact of the plan from its document.

    Raises:
        NotAWorkshop: the document does not fit the model.
    """
    table = key[0]
    kinds: dict[str, type[Fact]] = {name: kind for kind, name in TABLES.items()}
    kinds |= {PARTICULARS[0]: Particulars, TEMPLATE[0]: PosterTemplate, NOW[0]: Now, RECORD[0]: RecordChoices}
    kinds |= {EARLIER[0]: Earlier}
    return _validated(kinds[table], document_, table)


@uncollected()
def workshop_from(documents: Documents, *, newer: bool = False) -> Workshop:
    """Build the workshop from its documents; with ``newer``, leave out what only a later version knows.

    Raises:
        NotAWorkshop: a document is missing or does not fit the model; the sentence names the place.
    """
    extra: Extra = "ignore" if newer else "forbid"
    lists = {table: Keyed(_read(documents, table, kind, extra)) for kind, table in TABLES.items()}
    plan = Plan(
        particulars=_one(documents, PARTICULARS, Particulars, extra),
        template=_one(documents, TEMPLATE, PosterTemplate, extra),
        now=_one(documents, NOW, Now, extra),
        record=_one(documents, RECORD, RecordChoices, extra),
        earlier=_one(documents, EARLIER, Earlier, extra) if documents.get(EARLIER[0]) else ON_ITS_OWN,
        **lists,  # type: ignore[arg-type]
    )
    log = tuple(Keyed(_read(documents, "log", LogEntry, extra)))
    sheets = {sheet.id: sheet for sheet in _read(documents, "sheets", Sheet, extra)}
    return Workshop(plan=plan, books=_books(documents, extra), sheets=Map(sheets), log=log)


def _books(documents: Documents, extra: Extra) -> Map[str, Book]:
    books = {round_.id: Book(round=round_) for round_ in _read(documents, "rounds", Round, extra)}
    ballots: dict[str, dict[str, Ballot]] = {round_id: {} for round_id in books}
    counts: dict[str, list[CountEntry]] = {round_id: [] for round_id in books}
    for name, document_ in documents.get("ballots", {}).items():
        ballot = _validated(Ballot, document_, f"ballots {name}", extra)
        ballots[_known(name, books)][ballot.voter] = ballot
    for name, document_ in documents.get("counts", {}).items():
        counts[_known(name, books)].append(_validated(CountEntry, document_, f"counts {name}", extra))
    return Map(
        {
            round_id: Book(round=book.round, ballots=Map(ballots[round_id]), counts=Keyed(counts[round_id]))
            for round_id, book in books.items()
        }
    )


def _known(name: str, books: Mapping[str, Book]) -> str:
    round_id = name.partition(":")[0]
    if round_id not in books:
        raise NotAWorkshop(place=name, what="belongs to no round")
    return round_id


def _one(documents: Documents, key: Key, kind: type[FactT], extra: Extra) -> FactT:
    table, name = key
    if name not in documents.get(table, {}):
        raise NotAWorkshop(place=table, what="missing")
    return _validated(kind, documents[table][name], table, extra)


def _read(documents: Documents, table: str, kind: type[FactT], extra: Extra) -> Iterable[FactT]:
    rows = documents.get(table, {}).items()
    return [_validated(kind, document_, f"{table} {name}", extra) for name, document_ in rows]


def _validated(kind: type[FactT], document_: Document, place: str, extra: Extra = "forbid") -> FactT:
    try:
        return kind.model_validate(document_, extra=extra)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise NotAWorkshop(place=f"{place} {where}".strip(), what=first["msg"]) from error
