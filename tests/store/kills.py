"""Killing processes at work on a file, over and over, and comparing what is found with what they were told."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.builders import a_workshop
from tests.store.victim import IMPORTED, PHONES
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.opening import open_workshop, save_new
from workshop_tool.services.voting import ballot_of
from workshop_tool.store import snapshot
from workshop_tool.store.backups import backups_of

LONGEST = 0.25
"""Seconds of work before the kill, at most: some fifty things done, each with its checkpoints and its sealing."""
MAY_STAND_BESIDE = (".backups", ".files")
CUT_SHORT = re.compile(r"day\.workshop\.damaged-\d+\.journal")
"""Linux may end a write of several pages between two of them when the process is killed."""


@dataclass
class Told:
    """What the processes were told is saved, over all runs on one file."""

    acknowledged: int = 0
    typed: tuple[int, ...] = (-1, 0, 0)
    imported: tuple[int, ...] = (-1, 0)
    votes: dict[str, dict[int, int]] = field(default_factory=dict)
    """By round and phone: the revision that was acknowledged."""
    keys: dict[str, str] = field(default_factory=dict)
    """By round: what leads from its ballots to a device."""
    published: set[str] = field(default_factory=set)
    ended: int = 0
    """How often the workshop was closed or reopened."""

    def hear(self, line: str) -> None:
        """Take note of one acknowledgement."""
        self.acknowledged += 1
        match json.loads(line):
            case {"typed": typed}:
                self.typed = tuple(typed)
            case {"imported": imported}:
                self.imported = tuple(imported)
            case {"opened": round_id, "key": key}:
                self.votes[round_id], self.keys[round_id] = {}, key
            case {"voted": [round_id, phone, revision]}:
                self.votes[round_id][phone] = revision
            case {"published": round_id}:
                self.published.add(round_id)
            case {"ended": _}:
                self.ended += 1


class Nursery:
    """The process that starts the victims."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Speak to it through its pipes."""
        self._process = process

    def killed_at_work(self, order: dict[str, object], seconds: float, told: Told) -> None:
        """Let a process work so long, kill it, and note what it was told."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        first = json.loads(self._process.stdout.readline())
        if "ready" not in first:
            raise AssertionError(f"process {first['over']} ended by itself")
        timer = threading.Timer(seconds, os.kill, (first["ready"], signal.SIGKILL))
        timer.start()
        while (line := self._process.stdout.readline()) and "over" not in line:
            told.hear(line)
        timer.join()


@contextmanager
def nursery() -> Iterator[Nursery]:
    """Give the process that starts the victims."""
    command = [sys.executable, "-m", "tests.store.victim"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Nursery(process)


def kill_repeatedly(start: Nursery, folder: Path, seed: int, kills: int, *, careless: bool = False) -> Iterator[Told]:
    """Work on one file, kill and reopen it so often; yield what was told so far after each kill that did no harm.

    Raises:
        AssertionError: something acknowledged is lost, or there twice, or what is left cannot be read.
    """
    rng = random.Random(seed)
    path = folder / "day.workshop.json"
    save_new(a_workshop(posters=3), path)
    told = Told()
    for run in range(kills):
        order: dict[str, object] = {"path": str(path), "run": run, "seed": rng.random(), "careless": careless}
        start.killed_at_work(order, rng.uniform(0, LONGEST), told)
        try:
            session = open_workshop(path)
        except WorkshopProblem as problem:
            raise AssertionError(f"unreadable: {problem}") from problem
        try:
            _check_all_there(session.current, told, kills=run + 1)
            _check_sealed(folder, told)
        finally:
            session.close()
        _check_beside(path)
        for backup in backups_of(path):
            snapshot.load(backup.path)
        yield told


def _check_beside(path: Path) -> None:
    """Look for what does not belong there; the piece of a record that a kill cut short in its write does."""
    beside = {file for file in path.parent.iterdir() if file.suffix not in MAY_STAND_BESIDE}
    cut_short = {file for file in beside if CUT_SHORT.fullmatch(file.name) and not file.read_bytes().endswith(b"\n")}
    assert beside == {path} | cut_short, f"left behind: {sorted(file.name for file in beside)}"


def _check_all_there(workshop: Workshop, told: Told, kills: int) -> None:
    """Compare the reopened workshop with what was acknowledged; a little more than that may be there, never less."""
    text = workshop.plan.posters["p1"].text("evidence")
    typed = tuple(int(number) for number in text.split()[:3]) or (-1, 0, 0)
    assert typed >= told.typed, f"lost: {told.typed} was typed, {typed} is there"
    labels = [trend.label for trend in workshop.plan.trends]
    imported = tuple(int(number) for number in labels[0].split()) if labels else (-1, 0)
    assert imported >= told.imported, f"lost: {told.imported} was imported, {imported} is there"
    assert len(labels) in {0, IMPORTED}, f"{len(labels)} trends of one import are there"
    assert len(set(labels)) <= 1, "two imports are there"
    steps = sum(entry.kind == "workshop" for entry in workshop.log)
    assert told.ended <= steps <= told.ended + kills, f"lost or doubled: {told.ended} steps of the day, {steps} there"
    for round_id, votes in told.votes.items():
        _check_votes(workshop, round_id, votes, published=round_id in told.published)


def _check_votes(workshop: Workshop, round_id: str, votes: dict[int, int], *, published: bool) -> None:
    book = workshop.book(round_id)
    assert len(votes) <= len(book.ballots) <= PHONES, f"lost or doubled: {len(book.ballots)} ballots of {len(votes)}"
    if published:
        assert (book.round.state, book.round.key) == ("published", None), "lost: the publishing of a round"
    if book.round.state == "published":
        assert {ballot.revision for ballot in book.ballots.values()} <= {1}
        return
    for phone, revision in votes.items():
        ballot = ballot_of(workshop, round_id, f"phone {phone}")
        assert ballot is not None, f"lost: the ballot of phone {phone}"
        assert ballot.revision >= revision, f"lost: revision {revision} of phone {phone}"
        assert ballot.allocation.dots == {f"p{phone % 3 + 1}": {"priority": ballot.revision % 3 + 1}}


def _check_sealed(folder: Path, told: Told) -> None:
    """Look through every byte beside the workshop for the keys of published rounds, which nothing may hold."""
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    left = [round_id for round_id in told.published if told.keys[round_id].encode() in everything]
    assert left == [], f"sealed, and still there: {left}"
