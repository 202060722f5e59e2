"""After publishing nothing on the disk leads from a ballot to its voter: every byte of every file is looked through."""

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from tests.builders import NOW, a_plan, a_round, a_session, start_round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.rehearsal.characters import CALM, cast_characters
from workshop_tool.rehearsal.messages import Request
from workshop_tool.rehearsal.participants import Invitation, Participant
from workshop_tool.rehearsal.phone import Phone
from workshop_tool.rehearsal.timeline import live_through
from workshop_tool.services import voting
from workshop_tool.services.cards import ensure_cards
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

VOTING = dt.datetime(2041, 7, 18, 13, 14, 15, 161718, tzinfo=dt.UTC)
"""What the session's clock shows while people vote, and at no other time."""
PEOPLE = 5
AGENT = "PracticePhone/7"


@dataclass
class Traces:
    """What could lead to a voter, by what it is."""

    kept_until_publish: dict[str, str] = field(default_factory=dict)
    never_kept: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Voted:
    """A workshop whose rounds were voted over real HTTP and are closed, but not published."""

    folder: Path
    session: WorkshopSession
    traces: Traces

    def found(self, traces: dict[str, str]) -> list[str]:
        """Return which traces stand in a file of the workshop, its journal or a backup, and in which."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        data = {path.name: path.read_bytes() for path in files}
        return [
            f"{what} in {name}" for name, held in data.items() for what, mark in traces.items() if mark.encode() in held
        ]


@pytest.fixture
def voted(tmp_path: Path) -> Iterator[Voted]:
    """Hold two rounds, one by device and one with cards, and close them."""
    session = a_session(tmp_path, Workshop(a_plan(posters=3)))
    cards = session.act(partial(ensure_cards, count=PEOPLE)).result()
    site = Site(session)
    site.start()
    traces = Traces(never_kept={"the address": "127.0.0.1", "the program": AGENT})
    try:
        for round_id, voters in (("r1", "open"), ("r2", "card")):
            start_round(session, a_round(round_id, voters=voters))
            _hold_vote(session, site, round_id, cards if voters == "card" else (), traces)
            session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
        yield Voted(tmp_path, session, traces)
    finally:
        site.stop()
        session.close()


def _hold_vote(session: WorkshopSession, site: Site, round_id: str, cards: tuple[str, ...], traces: Traces) -> None:
    """Let some people vote and one phone wander about, at a time of the clock that is kept for it."""
    clock, session.clock = session.clock, lambda: VOTING
    started = time.time()
    people = [
        Participant(character, Invitation(site.join_url, cards), seed=3, tell=lambda _what: None)
        for character in cast_characters(PEOPLE, seed=3, room=CALM, mistypes=0)
    ]
    live_through([person.day() for person in people], seconds=0)
    wanderer = Phone(site.join_url)
    wanderer.join()
    wanderer.ask(Request("GET", "/vote", {"User-Agent": AGENT}))
    session.clock = clock
    round_ = session.current.book(round_id).round
    assert round_.key is not None
    traces.kept_until_publish[f"key of {round_id}"] = round_.key
    for person in people:
        vote = person.story.last
        assert vote is not None
        who = f"{person.story.name} in {round_id}"
        traces.kept_until_publish[f"voter key of {who}"] = voting.voter_key(round_, vote.token)
        traces.kept_until_publish[f"receipt of {who}"] = f'"{vote.receipt}"'
        traces.never_kept[f"token of {who}"] = vote.token.removeprefix("card:")
        traces.never_kept[f"token of {who}, as typed"] = vote.token.removeprefix("card:").replace("-", "")
    for moment in (VOTING.timestamp(), *range(int(started), int(time.time()) + 1)):
        at = dt.datetime.fromtimestamp(moment, dt.UTC)
        traces.never_kept |= {f"the second {at}": str(int(moment)), f"the time {at}": f"{at:%Y-%m-%dT%H:%M:%S}"}
        traces.never_kept |= {f"the time {at}, tight": f"{at:%Y%m%dT%H%M%S}", f"the day's time {at}": f"{at:%H:%M:%S}."}


def test_while_voting_the_file_holds_voter_keys(voted: Voted) -> None:
    """The search finds what is there: a restart must not lock anybody out."""
    found = voted.found(voted.traces.kept_until_publish)
    assert {what.rpartition(" in ")[0] for what in found} == set(voted.traces.kept_until_publish)


def test_while_voting_neither_token_nor_card_nor_address_nor_time_is_on_the_disk(voted: Voted) -> None:
    """Not even before the round is published."""
    assert voted.found(voted.traces.never_kept) == []


def test_published_nothing_on_the_disk_leads_to_a_voter(voted: Voted) -> None:
    """File, journal and backups: no key, no receipt, no token, no card, no address, no time of a ballot."""
    for round_id in ("r1", "r2"):
        voted.session.act(partial(voting.publish_round, round_id=round_id, now=NOW), seals=True).result()
    assert voted.found(voted.traces.kept_until_publish | voted.traces.never_kept) == []


def test_published_and_closed_nothing_on_the_disk_leads_to_a_voter(voted: Voted) -> None:
    """Nor in what is written when the workshop is closed and opened again."""
    for round_id in ("r1", "r2"):
        voted.session.act(partial(voting.publish_round, round_id=round_id, now=NOW), seals=True).result()
    voted.session.close()
    assert len(list(voted.folder.rglob("*.json"))) > 1, "there is a file and a backup of it"
    assert voted.found(voted.traces.kept_until_publish | voted.traces.never_kept) == []
