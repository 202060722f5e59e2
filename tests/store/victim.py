"""Processes to be killed: each types, votes and publishes, and says what it was told is saved.

``python -m tests.store.victim`` forks one (imports are slow, forks are not) for each line on standard input, a JSON
object with ``path`` and ``run``. Each line on standard output is one acknowledgement: JSON that is written only after
the future of a change is done.
"""

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.builders import NOW, a_round
from workshop_tool.services import voting
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store import workshop_file

if TYPE_CHECKING:
    from concurrent.futures import Future

PHONES = 4
TURNS = 1000


def type_and_vote(session: WorkshopSession, run: int, turn: int) -> None:
    """Open a round, type and vote in it, publish it; say so as each thing is acknowledged."""
    round_id = f"r{run}-{turn}"
    session.act(partial(voting.prepare_round, round_=a_round(round_id))).result()
    session.act(partial(voting.open_round, round_id=round_id, now=NOW)).result()
    _say(opened=round_id)
    for revision in range(1, 6):
        waiting: list[tuple[Future[Any], dict[str, Any]]] = []
        for phone in range(PHONES):
            dots = {f"p{phone % 3 + 1}": {"priority": revision % 3 + 1}}
            cast = partial(voting.cast_ballot, round_id=round_id, token=f"phone {phone}", dots=dots, revision=revision)
            waiting.append((session.act(cast), {"voted": [round_id, phone, revision]}))
        text = f"{run} {turn} {revision} " + "word by word " * revision
        write = partial(write_field, poster_id="p1", field="evidence", text=text)
        waiting.append((session.edit("Write", write), {"typed": [run, turn, revision]}))
        for future, said in waiting:
            future.result()
            _say(**said)
    session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    session.act(partial(voting.publish_round, round_id=round_id, now=NOW), seals=True).result()
    _say(published=round_id)


def work(path: Path, run: int) -> None:
    """Type and vote until somebody kills this process."""
    vars(workshop_file)["CHECKPOINT_BYTES"] = 3000  # many checkpoints, to be killed in one
    session = open_workshop(path)
    _say(ready=os.getpid())
    if left_open := session.current.open_book:
        session.act(partial(voting.close_round, round_id=left_open.round.id, now=NOW)).result()
    for turn in range(TURNS):
        type_and_vote(session, run, turn)


def _say(**said: Any) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    for order in sys.stdin:
        if (victim := os.fork()) == 0:
            work(Path(json.loads(order)["path"]), json.loads(order)["run"])
            os._exit(0)
        os.waitpid(victim, 0)
        _say(ended=victim)
