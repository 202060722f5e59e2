"""Eight threads that all work on one session as fast as they can, and what they were told."""

import threading
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.builders import NOW, a_round, a_session, a_workshop
from workshop_tool.domain.documents import all_documents
from workshop_tool.domain.trends import Trend
from workshop_tool.services import voting
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.moment import NothingToRedo, NothingToUndo
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.session import WorkshopSession

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

THREADS = 8
WAIT = 60.0
"""Seconds after which an answer that does not come is a finding."""


def hammer(folder: Path, seed: int, turns: int) -> list[str]:
    """Let eight threads take so many turns each; return everything that is wrong then, or in the file reopened."""
    session = a_session(folder, a_workshop(posters=3))
    session.act(partial(voting.prepare_round, round_=a_round())).result()
    session.act(partial(voting.open_round, round_id="r1", now=NOW)).result()
    wrong: list[str] = []
    threads = [threading.Thread(target=_work, args=(session, n, Random(seed * THREADS + n), turns, wrong))
               for n in range(THREADS)]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    in_memory = all_documents(session.current)
    session.close()
    if all_documents(read_workshop(session.path)) != in_memory:
        wrong.append("the file reopened is not what was in memory")
    return wrong


def _work(session: WorkshopSession, number: int, rng: Random, turns: int, wrong: list[str]) -> None:
    """Type, vote, add, undo, redo and fold, mostly without waiting; note every answer that is not to be expected."""
    actor = f"hand {number}"
    ways: list[Callable[[int], Future[Any]]] = [
        lambda turn: session.edit("Write", partial(_written, number, turn), actor=actor),
        lambda turn: session.edit("Add", partial(add_items, items=[_trend(number, turn)]), actor=actor),
        lambda turn: session.act(partial(_cast, number, turn)),
        lambda _turn: session.undo(actor),
        lambda _turn: session.redo(actor),
        lambda _turn: session.checkpoint(),
    ]
    waiting: list[Future[Any]] = []
    try:
        for turn in range(1, turns + 1):
            waiting.append(rng.choices(ways, weights=(6, 3, 6, 2, 1, 1))[0](turn))
            if rng.random() < 0.2:
                waiting[-1].exception(WAIT)
        for future in waiting:
            problem = future.exception(WAIT)
            if problem is not None and not isinstance(problem, NothingToUndo | NothingToRedo):
                wrong.append(f"{actor}: {problem!r}")
    except Exception as problem:  # noqa: BLE001 - a thread tells it on, else nobody hears
        wrong.append(f"{actor}: {problem!r}")


def _written(number: int, turn: int, plan: Any) -> Any:
    return write_field(plan, f"p{number % 3 + 1}", "evidence", f"{number} {turn}")


def _cast(number: int, turn: int, workshop: Any) -> Any:
    dots = {f"p{turn % 3 + 1}": {"priority": 1}}
    return voting.cast_ballot(workshop, round_id="r1", token=f"phone {number}", dots=dots, revision=turn)


def _trend(number: int, turn: int) -> Trend:
    return Trend(id=f"t{number}-{turn}", label=f"Trend {number}.{turn}")
