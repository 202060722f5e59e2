"""A workshop becomes documents (plain JSON) and the same workshop again; anything else is refused with its place."""

import gc
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, a_ballot, a_count, a_workshop, an_open_book
from workshop_tool.domain.documents import NotAWorkshop, all_documents, changed_documents, workshop_from
from workshop_tool.domain.fact import AreaId, Item
from workshop_tool.domain.particulars import Particulars, ProgrammePart, Question
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import LogEntry, Workshop

Tables = dict[str, dict[str, dict[str, Any]]]
TEXTS = st.text(max_size=20)
NAMES = st.text(max_size=20).map(lambda text: f"x{text}")
SHARES = st.none() | st.floats(0, 1)


def as_saved(workshop: Workshop) -> Tables:
    """Return the documents by table and id, after a way through JSON text."""
    tables: Tables = {}
    for (table, name), document in all_documents(workshop).items():
        assert document is not None
        tables.setdefault(table, {})[name] = document
    loaded: Tables = json.loads(json.dumps(tables))
    return loaded


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan with any texts, shares, dates and times."""
    dates, times = st.none() | st.dates(), st.none() | st.times()
    plan = Plan(Particulars(title=draw(NAMES), purpose=draw(TEXTS), date=draw(dates), facilitators=(draw(NAMES),)))
    plan = plan.with_new(ProgrammePart(id="w1", title=draw(NAMES), starts=draw(times), note=draw(TEXTS)))
    plan = plan.with_new(Question(id="q1", text=draw(NAMES)))
    for n in range(draw(st.integers(0, 3))):
        plan = plan.with_new(Trend(id=f"t{n}", label=draw(NAMES), importance=draw(SHARES), certainty=draw(SHARES)))
    base = a_workshop(areas=3, participants=2, groups=1).plan
    for _, fact in base.facts():
        plan = plan.with_item(fact) if isinstance(fact, Item) else plan
    fields = draw(st.dictionaries(st.sampled_from(plan.template.keys), TEXTS))
    return plan.with_new(Poster(id="p1", area=AreaId("a1"), fields=fields, done=draw(st.booleans())))


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Draw a round with ballots and counts."""
    book = an_open_book(3, note=draw(TEXTS), present=draw(st.none() | st.integers(0, 90)))
    dots = st.dictionaries(
        st.sampled_from(["p1", "p2"]), st.dictionaries(st.sampled_from(["priority"]), st.integers(0, 9))
    )
    for n, placed in enumerate(draw(st.lists(dots, max_size=3))):
        book = book.with_ballot(a_ballot(f"paper:{n}", placed, revision=n + 1))
    for dots_counted in draw(st.lists(st.none() | st.integers(0, 99), max_size=3, unique=True)):
        book = book.with_count(a_count("p1", "priority", dots_counted, reason=draw(TEXTS)))
    return book


@given(plans(), books(), TEXTS)
def test_any_workshop_comes_back_as_it_was(plan: Plan, book: Book, text: str) -> None:
    """Plan, votes and log survive the way through JSON, in any script and with any blanks."""
    workshop = Workshop(plan).with_book(book).with_entry(LogEntry(id="l1", at=NOW, kind="round", text=text)).settled()
    assert workshop_from(as_saved(workshop)) == workshop


def test_only_what_was_touched_is_saved() -> None:
    """An edit of one area costs one document, however many there are; one that went is None."""
    workshop = a_workshop(areas=50)
    plan = workshop.plan.with_item(workshop.plan.areas["a7"].revised(theme="Ports"))
    changed = changed_documents(workshop.with_plan(plan.without_item(workshop.plan.areas["a8"])))
    assert set(changed) == {("areas", "a7"), ("areas", "a8")}
    assert changed["areas", "a8"] is None


def test_a_ballot_is_one_document() -> None:
    """One more ballot among many touches nothing else."""
    workshop = a_workshop(posters=3).with_book(an_open_book(3)).settled()
    voted = workshop.with_book(workshop.book("r1").with_ballot(a_ballot("v", {})))
    assert list(changed_documents(voted)) == [("ballots", "r1:v")]


def broken(table: str, name: str, **values: object) -> Tables:
    """Return the documents of a workshop with one of them changed."""
    tables = as_saved(a_workshop(posters=1).with_book(an_open_book(1).with_ballot(a_ballot("v", {}))))
    tables.setdefault(table, {})[name] = tables.get(table, {}).get(name, {}) | values
    return tables


@pytest.mark.parametrize(
    ("table", "name", "values", "place"),
    [
        ("areas", "a1", {"number": 0}, "areas a1 number"),
        ("areas", "a1", {"colour": "red"}, "areas a1 colour"),
        ("trends", "t", {"id": "t", "label": ""}, "trends t label"),
        ("particulars", "workshop", {"title": ""}, "particulars title"),
        ("rounds", "r1", {"state": "lost"}, "rounds r1 state"),
        ("ballots", "r1:v", {"revision": 1.5}, "ballots r1:v revision"),
        ("ballots", "r9:v", {"voter": "v", "allocation": {}}, "r9:v"),
    ],
)
def test_documents_that_are_no_workshop_name_the_place(
    table: str, name: str, values: dict[str, object], place: str
) -> None:
    """A file that somebody edited by hand is refused with the place to look at."""
    with pytest.raises(NotAWorkshop) as refused:
        workshop_from(broken(table, name, **values))
    assert refused.value.details["place"] == place


def test_a_workshop_needs_particulars() -> None:
    """An empty database is no workshop."""
    with pytest.raises(WorkshopProblem):
        workshop_from({})


def test_a_refused_workshop_leaves_the_collector_running() -> None:
    """Python's cycle collector rests only while documents are read, however that ends."""
    with pytest.raises(NotAWorkshop):
        workshop_from({})
    assert gc.isenabled()
