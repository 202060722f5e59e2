"""Schedules of a vote on bad Wi-Fi: what phones send is doubled, reordered and dropped while the laptop restarts.

A schedule is run against a real session and a real file, and against a model that fits on a page.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from hypothesis import strategies as st

from tests.builders import NOW, a_round, a_workshop, start_round
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services import opening, voting

if TYPE_CHECKING:
    from concurrent.futures import Future

    from workshop_tool.domain.voting.ballots import Ballot

ROUND: Final = "r1"
NAME: Final = "day.workshop.json"
MEMORY: Final = "/dev/shm"  # noqa: S108 - each schedule makes a folder of its own in it
"""Where Linux keeps files in memory: nothing here is about the disk, and waiting for it would take most of the time."""
LONGEST: Final = 24
"""Steps of a schedule, at most."""

Dots = dict[str, dict[str, int]]
State = Literal["open", "closed", "published"]


class Tap(NamedTuple):
    """Somebody places one to three dots anew; the phone sends its whole ballot with the next revision."""

    phone: int
    poster: int
    dots: int


class Air(NamedTuple):
    """Something happens to one of the messages that are under way: it is told by its place, counted round."""

    what: Literal["arrive", "double", "drop"]
    place: int


class Room(NamedTuple):
    """Something happens to all: everything under way arrives at once, the laptop restarts, a step of the round."""

    what: Literal["rush", "restart", "crash", "close", "reopen", "publish"]


Step = Tap | Air | Room

_PLACES = st.integers(0, 11)
_TAPS = st.builds(Tap, st.integers(0, 3), st.integers(1, 3), st.integers(1, 3))
_AIR = st.builds(Air, st.sampled_from(["arrive", "arrive", "double", "double", "drop"]), _PLACES)
_ROOM = st.builds(Room, st.sampled_from(["rush", "rush", "restart", "crash", "close", "reopen", "publish"]))
SCHEDULES: Final = st.lists(st.one_of(_TAPS, _TAPS, _AIR, _AIR, _ROOM), min_size=4, max_size=LONGEST)


class Message(NamedTuple):
    """One complete ballot on its way."""

    phone: str
    revision: int
    dots: Dots


@dataclass
class Model:
    """What ought to be: the state of the round, and each phone's ballot with its receipt."""

    state: State = "open"
    ballots: dict[str, tuple[Message, str]] = field(default_factory=dict)

    def hear(self, message: Message, answer: "Future[Ballot]") -> None:
        """Compare what a message was answered with what it had to be, and count the ballot if it counts."""
        earlier = self.ballots.get(message.phone)
        same = earlier is not None and earlier[0] == message
        newer = earlier is None or earlier[0].revision < message.revision
        refused = answer.exception()
        if self.state == "published" or not (same or (newer and self.state == "open")):
            assert isinstance(refused, WorkshopProblem), f"{message} was taken, {self.state}"
            return
        assert refused is None, f"{message} was refused: {refused}"
        receipt = answer.result().receipt
        assert earlier is None or earlier[1] == receipt, f"{message} got another receipt"
        self.ballots[message.phone] = (message, receipt)

    def step(self, what: str) -> bool:
        """Take a step of the round, or tell that it cannot be taken now."""
        steps: Mapping[str, tuple[State, State]] = {
            "close": ("open", "closed"),
            "reopen": ("closed", "open"),
            "publish": ("closed", "published"),
        }
        before, after = steps[what]
        if self.state != before:
            return False
        self.state = after
        return True


@cache
def _template() -> bytes:
    """Return the file of a workshop whose round is open."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        opening.save_new(a_workshop(posters=3), path)
        session = opening.open_workshop(path)
        start_round(session, a_round(ROUND))
        session.close()
        return path.read_bytes()


class Vote:
    """One vote: a file in a folder of its own, phones, and what is under way between them."""

    def __init__(self, folder: Path) -> None:
        """Open the round."""
        self._folder = folder / "0"
        self._folder.mkdir()
        (self._folder / NAME).write_bytes(_template())
        self._session = opening.open_workshop(self._folder / NAME)
        self._air: list[Message] = []
        self._last: dict[str, Message] = {}
        self.model = Model()

    def run(self, schedule: Sequence[Step]) -> None:
        """Take all steps, then let every phone send what it holds, as its retry queue does; compare after each."""
        for step in schedule:
            match step:
                case Tap():
                    self._tap(step)
                case Air():
                    self._stir(step)
                case Room():
                    self._change(step.what)
            self._compare()
        self._air = list(self._last.values())
        self._change("rush")
        self._compare()
        if self.model.state == "open":
            assert {phone: kept[0] for phone, kept in self.model.ballots.items()} == self._last

    def close(self) -> None:
        """Let go of the file."""
        self._session.close()

    def _tap(self, tap: Tap) -> None:
        phone = f"phone {tap.phone}"
        revision = self._last[phone].revision + 1 if phone in self._last else 1
        message = Message(phone, revision, {f"p{tap.poster}": {"priority": tap.dots}})
        self._last[phone] = message
        self._air.append(message)

    def _stir(self, air: Air) -> None:
        if not self._air:
            return
        place = air.place % len(self._air)
        message = self._air[place]
        if air.what != "double":
            del self._air[place]
        if air.what != "drop":
            self.model.hear(message, self._send(message))

    def _change(self, what: str) -> None:
        match what:
            case "rush":
                queued = [(message, self._send(message)) for message in self._air]
                self._air = []
                for message, answer in queued:
                    self.model.hear(message, answer)
            case "restart":
                self._session.close()
                self._session = opening.open_workshop(self._session.path)
            case "crash":
                self._crash()
            case _:
                self._step(what)

    def _send(self, message: Message) -> "Future[Ballot]":
        cast = partial(
            voting.cast_ballot, round_id=ROUND, token=message.phone, dots=message.dots, revision=message.revision
        )
        return self._session.act(cast)

    def _crash(self) -> None:
        """Go on with the files as they lie on the disk at this moment, as after the laptop lost its power."""
        after = self._folder.with_name(str(int(self._folder.name) + 1))
        after.mkdir()
        for file in self._folder.iterdir():
            if file.is_file() and file.suffix != ".lock":  # backups may be in the making at any moment
                shutil.copyfile(file, after / file.name)
        self._session.close()
        self._folder = after
        self._session = opening.open_workshop(after / NAME)

    def _step(self, what: str) -> None:
        action = {"close": voting.close_round, "reopen": voting.reopen_round, "publish": voting.publish_round}[what]
        done = self._session.act(partial(action, round_id=ROUND, now=NOW), seals=what == "publish")
        assert (done.exception() is None) == self.model.step(what), f"{what} while {self.model.state}"

    def _compare(self) -> None:
        """Check that the book holds what the model holds; sealed, nothing of it leads to a phone."""
        book = self._session.current.book(ROUND)
        assert book.round.state == self.model.state
        wanted = [message.dots for message, _receipt in self.model.ballots.values()]
        assert sorted(map(str, wanted)) == sorted(str(ballot.allocation.dots) for ballot in book.ballots.values())
        if self.model.state == "published":
            assert book.round.key is None
            assert not any(ballot.receipt for ballot in book.ballots.values())
            return
        for phone, (message, receipt) in self.model.ballots.items():
            ballot = voting.ballot_of(self._session.current, ROUND, phone)
            assert ballot is not None
            assert (ballot.revision, ballot.receipt) == (message.revision, receipt)
            assert ballot.allocation.dots == message.dots


def run(schedule: Sequence[Step]) -> None:
    """Run one schedule in a folder of its own; an AssertionError says what went otherwise than in the model."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        vote = Vote(Path(folder))
        try:
            vote.run(schedule)
        finally:
            vote.close()
