"""A rehearsal: simulated participants and group scribes on a copy of a workshop, or on the site of an open one."""

import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.rehearsal.characters import cast_characters
from workshop_tool.rehearsal.participants import Invitation, Participant
from workshop_tool.rehearsal.scribes import Scribe
from workshop_tool.rehearsal.stories import Story, Tell, is_sealed, missing, table
from workshop_tool.rehearsal.timeline import Life, live_through
from workshop_tool.services import closing, voting
from workshop_tool.services.cards import card_codes, ensure_cards
from workshop_tool.services.edits.groups import make_groups
from workshop_tool.services.joining import ensure_room_key
from workshop_tool.services.opening import free_path, open_workshop, read_workshop, save_new
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.stations import station_key
from workshop_tool.site import Site

OPENS: Final = 0.4
CLOSES: Final = 0.92
"""When voting opens and closes on a copy, as shares of the rehearsal."""
GROUPS: Final = 3
"""That are made on a copy which has none."""


class BallotsMissing(WorkshopProblem):
    """{count} acknowledged ballots are not in the file, the first of them that of {name}. That must not happen."""


class PublishedMeanwhile(WorkshopProblem):
    """The round was published before the rehearsal ended, so nobody can tell any more whose ballot is whose.

    Close the round, let the rehearsal end, and publish then.
    """


class NotLetIn(WorkshopProblem):
    """{path} has not let anybody in yet, so it has no join code. Switch the page for the phones on first."""


@dataclass(frozen=True)
class Cast:
    """How many take part, which ones, and for how long."""

    participants: int
    seed: int
    seconds: float


def rehearse_on_copy(path: Path, cast: Cast, *, cards: bool) -> int:
    """Rehearse on a copy of a workshop, which is thrown away; returns 0 once everybody's ballot was found again.

    Raises:
        BallotsMissing: a ballot was lost.
    """
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as folder:
        # Read as it is at this moment: somebody may have it open.
        copy, tell = free_path(Path(folder), "rehearsal"), _teller()
        save_new(read_workshop(path), copy)
        with _held(copy, cast, cards=cards) as (session, site):
            facilitator = _facilitate(session, cards=cards, tell=tell)
            stories = _run(session.current, site.join_url, cast, tell, [facilitator])
        return _prove(stories, read_workshop(copy))


def rehearse_at(path: Path, address: str, cast: Cast) -> int:
    """Send everybody to the site of a workshop that is open in the window: the facilitator there opens and closes.

    Raises:
        NotLetIn: its site was never on.
        BallotsMissing, PublishedMeanwhile: as they say.
    """
    workshop, tell = read_workshop(path), _teller()
    code = workshop.plan.particulars.join_code
    if code is None:
        raise NotLetIn(path=path)
    tell(_("What is typed and voted now goes into {path}.").format(path=path))
    stories = _run(workshop, f"{address.rstrip('/')}/j/{code}", cast, tell, [])
    return _prove(stories, read_workshop(path))


@contextmanager
def _held(path: Path, cast: Cast, *, cards: bool) -> Iterator[tuple[WorkshopSession, Site]]:
    """Open a copy, make ready what a rehearsal needs, and serve it on the loopback address."""
    session = open_workshop(path)
    try:
        if session.current.plan.particulars.standing != "running":
            session.act(partial(closing.reopen_workshop, now=session.clock())).result()
        if not len(session.current.plan.groups):
            names = tuple(_("Group {n}").format(n=n + 1) for n in range(GROUPS))
            session.edit(_("Make groups"), partial(make_groups, names=names)).result()
        session.act(ensure_room_key).result()
        if cards:
            session.act(partial(ensure_cards, count=cast.participants)).result()
        site = Site(session)
        site.start()
        try:
            yield session, site
        finally:
            site.stop()
    finally:
        session.close()


def _facilitate(session: WorkshopSession, *, cards: bool, tell: Tell) -> Life:
    """Open a round and close it, as the facilitator of a copy."""
    for book in session.current.rounds:
        if book.round.state == "open":
            session.act(partial(voting.close_round, round_id=book.round.id, now=session.clock())).result()
    yield OPENS
    prepared = Round(id=new_id(), name=_("Rehearsal"), voters="card" if cards else "open")
    round_id = session.act(partial(voting.prepare_round, round_=prepared)).result()
    session.act(partial(voting.open_round, round_id=round_id, now=session.clock())).result()
    tell(_("Voting is open."))
    yield CLOSES
    session.act(partial(voting.close_round, round_id=round_id, now=session.clock())).result()
    tell(_("Voting is closed."))


def _run(workshop: Workshop, join_url: str, cast: Cast, tell: Tell, others: Sequence[Life]) -> Sequence[Story]:
    """Let everybody live through it; print the table."""
    invitation = Invitation(join_url, card_codes(workshop))
    characters = cast_characters(cast.participants, cast.seed)
    people = [Participant(character, invitation, cast.seed, tell) for character in characters]
    scribes = [
        Scribe(group.name, join_url, station_key(workshop, group.id), cast.seed, tell)
        for group in workshop.plan.groups
        if workshop.plan.particulars.room_key
    ]
    lives = [*others, *(person.day() for person in people), *(scribe.day() for scribe in scribes)]
    live_through(lives, cast.seconds)
    stories = [person.story for person in people]
    print(table(stories))
    return stories


def _prove(stories: Sequence[Story], workshop: Workshop) -> int:
    if is_sealed(stories, workshop):
        raise PublishedMeanwhile
    lost = missing(stories, workshop)
    if lost:
        raise BallotsMissing(count=len(lost), name=lost[0])
    print(_("Everybody's last acknowledged ballot is the one in the file."))
    return 0


def _teller() -> Tell:
    started, lock = time.monotonic(), threading.Lock()

    def tell(words: str) -> None:
        with lock:
            print(f"{time.monotonic() - started:6.1f} s  {words}", flush=True)

    return tell
