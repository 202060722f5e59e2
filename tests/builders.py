"""Small made-up plans, workshops and rounds for the tests of every room."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId, CriterionKey, GroupId, Item, PosterId
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import MORNING, Poster
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import opening, voting
from workshop_tool.services.session import WorkshopSession

NOW = dt.datetime(2030, 5, 14, 9, 0, tzinfo=dt.UTC)
SECTORS = ("industry", "research", "public")


def a_plan(*, areas: int = 5, posters: int = 0, trends: int = 0, participants: int = 0, groups: int = 0) -> Plan:
    """Return a plan with areas a1, a2 …, posters p1 … on the first of them, trends t1 …, people n1 … in groups g1 …."""
    items: list[Item] = []
    items += [Group(id=f"g{n}", name=f"Group {n}") for n in _upto(groups)]
    items += [Trend(id=f"t{n}", label=f"Trend {n}", importance=n / (trends + 1), certainty=0.5) for n in _upto(trends)]
    items += [ProblemArea(id=f"a{n}", number=n, text=f"Problem area {n}", theme=f"Theme {n % 3}") for n in _upto(areas)]
    items += [a_person(n, groups=groups) for n in _upto(participants)]
    items += [Poster(id=f"p{n}", area=AreaId(f"a{n}")) for n in _upto(posters)]
    plan = Plan(Particulars(title="A day on batteries"))
    for item in items:
        plan = plan.with_new(item)
    return plan.settled()


def a_person(n: int, *, groups: int = 0, sectors: int = len(SECTORS)) -> Participant:
    """Return participant n<n>, in turn of the sectors, and in turn of the morning's groups where there are some."""
    seat = {MORNING: GroupId(f"g{n % groups + 1}")} if groups else {}
    return Participant(id=f"n{n}", name=f"Number {n}", sector=SECTORS[n % sectors], groups=seat)


def a_workshop(
    *, areas: int = 5, posters: int = 0, trends: int = 0, participants: int = 0, groups: int = 0
) -> Workshop:
    """Return a workshop around ``a_plan``, with no round."""
    plan = a_plan(areas=areas, posters=posters, trends=trends, participants=participants, groups=groups)
    return Workshop(plan)


def a_round(round_id: str = "r1", **settings: object) -> Round:
    """Return a prepared round: three priority dots and one feasibility dot for each, twelve people present."""
    return Round(id=round_id, name="Dot voting", present=12).revised(**settings)


def an_open_book(posters: int = 3, **settings: object) -> Book:
    """Return the book of a round that is open on posters p1, p2 …."""
    ids = tuple(PosterId(f"p{n}") for n in _upto(posters))
    opened = a_round().revised(state="open", key="00" * 32, posters=ids, opened_at=NOW)
    return Book(opened.revised(**settings))


def a_ballot(voter: str, dots: Mapping[str, Mapping[str, int]], *, revision: int = 1) -> Ballot:
    """Return a phone's ballot with these dots by poster and criterion."""
    return Ballot(voter=voter, allocation=Allocation.model_validate({"dots": dots}), revision=revision, receipt=voter)


def a_count(poster: str, criterion: str, dots: int | None, reason: str = "") -> CountEntry:
    """Return a count taken off a paper poster."""
    entry_id = f"{poster}-{criterion}-{dots}"
    return CountEntry(
        id=entry_id, poster=PosterId(poster), criterion=CriterionKey(criterion), count=dots, by="Desk", reason=reason
    )


def a_session(folder: Path, workshop: Workshop | None = None) -> WorkshopSession:
    """Save a workshop as ``day.workshop.json`` in a folder and open it; whoever asks closes it."""
    path = folder / "day.workshop.json"
    opening.save_new(workshop or a_workshop(posters=3), path)
    return opening.open_workshop(path)


def start_round(session: WorkshopSession, round_: Round | None = None) -> str:
    """Prepare a round and open it on all posters there are; return its id."""
    round_id = session.act(partial(voting.prepare_round, round_=round_ or a_round())).result()
    session.act(partial(voting.open_round, round_id=round_id, now=NOW)).result()
    return round_id


def vote(session: WorkshopSession, token: str, dots: Mapping[str, Mapping[str, int]], revision: int = 1) -> Ballot:
    """Cast a device's ballot in the round that is open, and wait until it is on the disk."""
    book = session.current.open_book
    assert book is not None
    cast = partial(voting.cast_ballot, round_id=book.round.id, token=token, dots=dots, revision=revision)
    return session.act(cast).result()


def publish(session: WorkshopSession, round_id: str) -> None:
    """Close a round, publish and seal it."""
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    session.act(partial(voting.publish_round, round_id=round_id, now=NOW), seals=True).result()


def _upto(count: int) -> range:
    return range(1, count + 1)
