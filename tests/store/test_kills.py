"""Kill the process at any moment, open the file again: whatever it was told is saved, is there, and is there once."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.builders import a_workshop
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.opening import open_workshop, save_new
from workshop_tool.services.voting import ballot_of

KILLS_PER_FILE = 25
LONGEST = 0.25
"""Seconds of work before the kill, at most: some twenty rounds, each with its checkpoints and its sealing."""


@dataclass
class Told:
    """What the processes were told is saved, over all runs on one file."""

    typed: tuple[int, int, int] = (-1, 0, 0)
    votes: dict[str, dict[int, int]] = field(default_factory=dict)
    """By round and phone: the revision that was acknowledged."""
    published: set[str] = field(default_factory=set)

    def hear(self, line: str) -> None:
        """Take note of one acknowledgement."""
        said = json.loads(line)
        if "typed" in said:
            self.typed = tuple(said["typed"])
        if "opened" in said:
            self.votes[said["opened"]] = {}
        if "voted" in said:
            round_id, phone, revision = said["voted"]
            self.votes[round_id][phone] = revision
        if "published" in said:
            self.published.add(said["published"])


@pytest.fixture(scope="module")
def nursery() -> Iterator["subprocess.Popen[str]"]:
    """Give the process that starts the victims."""
    if not hasattr(os, "fork"):
        pytest.skip("processes are forked to be killed, and there is no fork on this system")
    command = [sys.executable, "-m", "tests.store.victim"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process


def killed_at_work(nursery: "subprocess.Popen[str]", path: Path, run: int, seconds: float, told: Told) -> None:
    """Let a process work on the file so long, kill it, and note what it was told."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(json.dumps({"path": str(path), "run": run}) + "\n")
    nursery.stdin.flush()
    victim = json.loads(nursery.stdout.readline())["ready"]
    timer = threading.Timer(seconds, os.kill, (victim, signal.SIGKILL))
    timer.start()
    while (line := nursery.stdout.readline()) and "ended" not in line:
        told.hear(line)
    timer.join()


def check_all_there(workshop: Workshop, told: Told) -> None:
    """Compare the reopened workshop with what was acknowledged; a little more than that may be there, never less."""
    text = workshop.plan.posters["p1"].text("evidence")
    found = tuple(int(number) for number in text.split()[:3]) or (-1, 0, 0)
    assert found >= told.typed
    for round_id, votes in told.votes.items():
        book = workshop.book(round_id)
        assert len(book.ballots) <= 4, "a device has one ballot"
        assert len(book.ballots) >= len(votes)
        if round_id in told.published:
            assert (book.round.state, book.round.key) == ("published", None)
        if book.round.state == "published":
            assert {ballot.revision for ballot in book.ballots.values()} <= {1}
            continue
        for phone, revision in votes.items():
            ballot = ballot_of(workshop, round_id, f"phone {phone}")
            assert ballot is not None
            assert ballot.revision >= revision
            assert ballot.allocation.dots == {f"p{phone % 3 + 1}": {"priority": ballot.revision % 3 + 1}}


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_nothing_acknowledged_is_lost_by_a_kill(nursery: "subprocess.Popen[str]", tmp_path: Path, seed: int) -> None:
    """Kill -9 while typing, voting, folding the journal and sealing, over and over on one file: 100 kills in all."""
    rng = random.Random(seed)
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(posters=3), path)
    told = Told()
    for run in range(KILLS_PER_FILE):
        killed_at_work(nursery, path, run, rng.uniform(0, LONGEST), told)
        session = open_workshop(path)
        check_all_there(session.current, told)
        session.close()
        assert [file.name for file in tmp_path.iterdir()] == ["day.workshop.json"]
    assert len(told.votes) > KILLS_PER_FILE, "the processes got no work done before they were killed"
