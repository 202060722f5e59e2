"""The rules that are chosen before a vote, kept while it runs; and what is left of voters once it is published."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.builders import NOW, a_plan, a_round, a_session, publish, start_round
from workshop_tool.domain.fact import GroupId
from workshop_tool.domain.posters import MORNING
from workshop_tool.domain.voting.casting import OwnPoster
from workshop_tool.domain.voting.result import count
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import voting
from workshop_tool.services.exchange import from_exchange, to_exchange
from workshop_tool.services.session import WorkshopSession


@pytest.fixture
def grouped(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give a workshop of three posters, the first made by group g1, and participants of three sectors."""
    plan = a_plan(posters=3, groups=2, participants=6)
    plan = plan.with_item(plan.posters["p1"].revised(groups={MORNING: GroupId("g1")})).settled()
    session = a_session(tmp_path, Workshop(plan))
    yield session
    session.close()


def cast(session: WorkshopSession, token: str, poster: str, **said: str | None) -> None:
    """Put one priority dot on a poster."""
    dots = {poster: {"priority": 1}}
    action = partial(voting.cast_ballot, round_id="r1", token=token, dots=dots, revision=1, **said)  # type: ignore[arg-type]
    session.act(action).result()


def test_a_group_gives_no_dots_to_its_own_poster(grouped: WorkshopSession) -> None:
    """Where the round says so; others may, and so may those who name no group."""
    start_round(grouped, a_round(own_poster=False))
    with pytest.raises(OwnPoster):
        cast(grouped, "a", "p1", group="g1")
    cast(grouped, "a", "p2", group="g1")
    cast(grouped, "b", "p1", group="g2")
    cast(grouped, "c", "p1")
    assert len(grouped.current.book("r1").ballots) == 3


def test_own_posters_may_be_voted_for_where_nothing_else_is_said(grouped: WorkshopSession) -> None:
    """As on paper."""
    start_round(grouped)
    cast(grouped, "a", "p1", group="g1")
    assert len(grouped.current.book("r1").ballots) == 1


def test_what_the_workshop_does_not_know_of_a_voter_is_left_out(grouped: WorkshopSession) -> None:
    """Neither a sector that nobody offered nor a group that is gone stops a ballot."""
    start_round(grouped)
    cast(grouped, "a", "p1", group="g9", sector="my name is")
    (ballot,) = grouped.current.book("r1").ballots.values()
    assert (ballot.group, ballot.sector) == (None, "")


def test_a_round_opens_on_the_posters_it_was_prepared_for(grouped: WorkshopSession) -> None:
    """A run-off holds the leaders only."""
    start_round(grouped, a_round(only=("p3", "p1")))
    assert grouped.current.book("r1").round.posters == ("p1", "p3")


def a_vote_by_sector(session: WorkshopSession) -> None:
    """Let twelve voters of two sectors vote, and publish."""
    start_round(session)
    for n in range(12):
        cast(session, f"t{n}", "p1" if n % 4 else "p2", group="g2", sector=("industry", "research")[n % 2])
    publish(session, "r1")


def test_publishing_counts_sectors_and_forgets_who_said_what(grouped: WorkshopSession) -> None:
    """The table is there, and no ballot knows its sector or group."""
    a_vote_by_sector(grouped)
    book = grouped.current.book("r1")
    assert book.round.breakdown is not None
    assert [(row.sectors, row.voters) for row in book.round.breakdown.rows] == [(("industry",), 6), (("research",), 6)]
    assert {(ballot.group, ballot.sector) for ballot in book.ballots.values()} == {(None, "")}


def test_where_sectors_are_told_single_ballots_leave_no_file(grouped: WorkshopSession) -> None:
    """The exchange format carries their sums, and the result is the same."""
    a_vote_by_sector(grouped)
    data = to_exchange(grouped.current)
    (entry,) = data["rounds"]
    assert (entry["ballots"], entry["summed"]["phone"]) == ([], 12)
    back = from_exchange(data)
    before, after = grouped.current.book("r1"), back.book("r1")
    assert count(after).rows == count(before).rows
    assert (count(after).turnout, after.round.breakdown) == (count(before).turnout, before.round.breakdown)
    assert to_exchange(back) == data


def test_a_decided_tie_and_a_run_off_go_there_and_back(grouped: WorkshopSession) -> None:
    """With the numbers of posters for their ids."""
    start_round(grouped, a_round(tie_rule="facilitator decides", voters="open", poster_order="random"))
    cast(grouped, "a", "p1")
    cast(grouped, "b", "p2")
    grouped.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    decide = partial(voting.decide_tie, criterion="priority", posters=("p2", "p1"), reason="Sooner")
    grouped.act(partial(decide, round_id="r1")).result()
    grouped.act(partial(voting.publish_round, round_id="r1", now=NOW), seals=True).result()
    again = grouped.act(partial(voting.prepare_rerun, round_id="r1", now=NOW)).result()
    data = to_exchange(grouped.current)
    back = from_exchange(data)
    assert back.book("r1").round.decisions == grouped.current.book("r1").round.decisions
    assert back.book(again).round.follows == "r1"
    assert to_exchange(back) == data


def test_a_run_off_is_prepared_between_the_leaders(grouped: WorkshopSession) -> None:
    """The earlier round is kept."""
    start_round(grouped, a_round(tie_rule="run-off"))
    cast(grouped, "a", "p1")
    cast(grouped, "b", "p3")
    publish(grouped, "r1")
    run_off = grouped.act(partial(voting.prepare_run_off, round_id="r1", criterion="priority")).result()
    assert grouped.current.book(run_off).round.only == ("p1", "p3")
    assert grouped.current.book("r1").round.state == "published"
