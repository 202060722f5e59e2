"""Processes to be killed: each works through a random script, and says what it was told is saved.

``python -m tests.store.victim`` forks one (imports are slow, forks are not) for each line on standard input, a JSON
object with ``path``, ``run``, ``seed`` and ``careless``. Each line on standard output is one acknowledgement: JSON that
is written only after the future of a change is done.
"""

import json
import os
import random
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.builders import NOW, a_round
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.trends import Trend
from workshop_tool.services import closing, voting
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store import workshop_file
from workshop_tool.store.journal import Journal

if TYPE_CHECKING:
    from concurrent.futures import Future

PHONES = 4
TURNS = 1000
IMPORTED = 200


@dataclass
class Victim:
    """One process at work on the file."""

    path: Path
    run: int
    rng: random.Random
    session: WorkshopSession = field(init=False)

    def work(self) -> None:
        """Do one thing after another, in random order, until somebody kills this process."""
        _say(ready=os.getpid())
        self.session = open_workshop(self.path)
        if left_open := self.session.current.open_book:
            self.session.act(partial(voting.close_round, round_id=left_open.round.id, now=NOW)).result()
        if self.session.current.plan.particulars.standing != "running":
            self._reopen_the_day()
        things = (self.type, self.vote, self.vote, self.import_trends, self.fold, self.close_and_reopen, self.end)
        for turn in range(TURNS):
            self.rng.choice(things)(turn)

    def type(self, turn: int) -> None:
        """Write into a poster, field after field of the same revision."""
        for revision in range(1, 6):
            _say(typed=[self.run, turn, revision], after=self._typed(turn, revision))

    def _typed(self, turn: int, revision: int) -> "Future[Any]":
        text = f"{self.run} {turn} {revision} " + "word by word " * revision
        return self.session.edit("Write", partial(write_field, poster_id="p1", field="evidence", text=text))

    def vote(self, turn: int) -> None:
        """Open a round, type and vote in it at once, publish it: published, nothing leads back to a device."""
        round_id = f"r{self.run}-{turn}"
        self.session.act(partial(voting.prepare_round, round_=a_round(round_id))).result()
        self.session.act(partial(voting.open_round, round_id=round_id, now=NOW)).result()
        _say(opened=round_id, key=self.session.current.book(round_id).round.key)
        for revision in range(1, 4):
            waiting: list[tuple[Future[Any], dict[str, Any]]] = []
            for phone in range(PHONES):
                dots = {f"p{phone % 3 + 1}": {"priority": revision % 3 + 1}}
                act = partial(voting.cast_ballot, round_id=round_id, token=f"phone {phone}")
                future = self.session.act(partial(act, dots=dots, revision=revision))
                waiting.append((future, {"voted": [round_id, phone, revision]}))
            waiting.append((self._typed(turn, revision), {"typed": [self.run, turn, revision]}))
            for future, said in waiting:
                _say(**said, after=future)
        self.session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
        publish = partial(voting.publish_round, round_id=round_id, now=NOW)
        _say(published=round_id, after=self.session.act(publish, seals=True))

    def import_trends(self, turn: int) -> None:
        """Put two hundred new trends in the place of those there are, in one edit."""
        label = f"{self.run} {turn}"
        trends = [Trend(id=f"t{self.run}-{turn}-{number}", label=label) for number in range(IMPORTED)]

        def replaced(plan: Plan) -> Plan:
            for trend in list(plan.trends):
                plan = plan.without_item(trend)
            return add_items(plan, trends)

        _say(imported=[self.run, turn], after=self.session.edit("Import", replaced))

    def fold(self, _turn: int) -> None:
        """Take a checkpoint."""
        self.session.checkpoint().result()

    def close_and_reopen(self, _turn: int) -> None:
        """Leave the workshop and come back."""
        self.session.close()
        self.session = open_workshop(self.path)

    def end(self, _turn: int) -> None:
        """Close the day and go on all the same: each step leaves one entry in the log, and only one."""
        _say(ended=1, after=self.session.act(partial(closing.close_workshop, now=NOW)))
        self._reopen_the_day()

    def _reopen_the_day(self) -> None:
        _say(ended=1, after=self.session.act(partial(closing.reopen_workshop, now=NOW)))


def acknowledge_early() -> None:
    """Break the store: a record is written only together with the next one, and counts at once all the same."""
    append = Journal.append
    held: list[bytes] = []

    def holding(self: Journal, record: bytes) -> None:
        held.append(record)
        if len(held) == 2:
            append(self, b"".join(held))
            held.clear()

    Journal.append = holding  # type: ignore[method-assign]


def _say(*, after: "Future[Any] | None" = None, **said: Any) -> None:
    if after is not None:
        after.result()
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    vars(workshop_file)["CHECKPOINT_BYTES"] = 3000  # many checkpoints, to be killed in one
    for line in sys.stdin:
        order = json.loads(line)
        if (child := os.fork()) == 0:
            if order["careless"]:
                acknowledge_early()
            Victim(Path(order["path"]), order["run"], random.Random(order["seed"])).work()
            os._exit(0)
        os.waitpid(child, 0)
        _say(over=child)
