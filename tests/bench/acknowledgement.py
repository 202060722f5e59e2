"""How many ballots are acknowledged in a second, beside what the disk and stock TinyDB do, all in turn on one disk.

Session and TinyDBs hold 10,000 ballots.
"""

import gc
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from tests.bench.big_rounds import MANY, ballot_change, ballot_documents, record_size, save_round, vote
from tests.bench.disk import Appender, a_folder
from tests.bench.measure import Measure, median, seconds
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.workshop_file import WorkshopFile

TURNS = 15
IN_A_ROW = 40
WRITERS = 500
UPDATES = 2
"""Stock TinyDB rewrites its file for each: two per turn are enough to wait for."""


class UnsyncedStorage(JSONStorage):
    """TinyDB's own storage without its fsync: what it costs where a power cut may take everything."""

    def write(self, data: dict[str, dict[str, object]]) -> None:
        """Write as TinyDB does, and leave the rest to the system."""
        self._handle.seek(0)
        self._handle.write(json.dumps(data))
        self._handle.flush()
        self._handle.truncate()


class Turn(NamedTuple):
    """What each one did in a second."""

    disk: float
    store: float
    one: float
    many: float
    stock: float
    unsynced: float


def measures() -> Iterator[Measure]:
    """Let the disk, the store alone, one writer, 500 writers and two TinyDBs take turns."""
    with a_folder() as folder:
        session, store = open_workshop(save_round(folder, MANY)), WorkshopFile(save_round(folder, 10))
        raw = Appender(folder / "raw", record_size())
        store.load()
        stock, unsynced = _stock(folder / "stock.json", JSONStorage), _stock(folder / "unsynced.json", UnsyncedStorage)
        gc.collect()
        gc.freeze()  # so that nobody's garbage collection walks through what the others hold
        try:
            turns = [_turn(raw, store, session, stock, unsynced) for _ in range(TURNS)]
        finally:
            for opened in (raw, store, session, stock, unsynced):
                opened.close()
            gc.unfreeze()
    yield from _told(turns)


def _told(turns: list[Turn]) -> Iterator[Measure]:
    disk, store, one, many, stock, unsynced = (median(column) for column in zip(*turns, strict=True))
    how = f"median of {TURNS} turns"
    yield Measure(f"the disk: append and sync {record_size()} bytes", disk, "/s", None, how)
    yield Measure("commits of the store alone", store, "/s", None, how)
    yield Measure("acks of ballots, 1 writer that waits for each", one, "/s", None, how)
    yield Measure(f"acks of ballots, {WRITERS} that each wait for theirs", many, "/s", None, how)
    yield Measure("updates of stock TinyDB", stock, "/s", None, how)
    yield Measure("updates of TinyDB without its fsync", unsynced, "/s", None, how)
    how = f"median of the ratios of {TURNS} turns"
    yield Measure("the store alone against the disk", median(t.store / t.disk for t in turns), "times", None, how)
    yield Measure("1 writer against the disk", median(t.one / t.disk for t in turns), "times", None, how, least=0.5)
    yield Measure(f"{WRITERS} writers against the disk", median(t.many / t.disk for t in turns), "times", None, how)
    yield Measure("1 writer against stock TinyDB", median(t.one / t.stock for t in turns), "times", None, how)
    kinder = median(t.one / t.unsynced for t in turns)
    yield Measure("1 writer against TinyDB without its fsync", kinder, "times", None, how, least=20)


def _turn(raw: Appender, store: WorkshopFile, session: WorkshopSession, stock: TinyDB, unsynced: TinyDB) -> Turn:
    return Turn(
        disk=_rate(IN_A_ROW, raw.append),
        store=_rate(IN_A_ROW, partial(store.commit, ballot_change())),
        one=_rate(IN_A_ROW, lambda: session.act(vote(0)).result()),
        many=WRITERS / seconds(partial(_cast_at_once, session)),
        stock=_rate(UPDATES, partial(_update, stock)),
        unsynced=_rate(UPDATES, partial(_update, unsynced)),
    )


def _rate(times: int, action: Callable[[], object]) -> float:
    return times / seconds(lambda: [action() for _ in range(times)])


def _cast_at_once(session: WorkshopSession) -> None:
    for waiting in [session.act(vote(device)) for device in range(WRITERS)]:
        waiting.result()


def _stock(path: Path, storage: type[JSONStorage]) -> TinyDB:
    """Return a TinyDB file that holds the same ballots."""
    database = TinyDB(path, storage=storage)
    database.table("ballots").insert_multiple(ballot_documents(MANY))
    return database


def _update(database: TinyDB) -> None:
    """Put one ballot in its place by TinyDB's own number, which spares it a search and a second reading."""
    database.table("ballots").update(ballot_documents(1)[0], doc_ids=[1])
