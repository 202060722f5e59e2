"""Many processes that open one file in the same moment: ``python -m tests.store.starts PATH COUNT [careless]``.

Each is a process of its own, forked so that it waits at the door with everything imported. Each line on standard output
is what became of one: its number, and who has the file where it was refused. Whoever opened it holds it until killed.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop_tool.store import lock
from workshop_tool.store.refusals import OpenElsewhere
from workshop_tool.store.workshop_file import WorkshopFile


@dataclass(frozen=True)
class Start:
    """What became of one process."""

    process: int
    refused_for: str | None
    """Who has the file instead; None where this process has it."""


@contextmanager
def simultaneous_starts(path: Path, count: int, *, careless: bool = False) -> Iterator[list[Start]]:
    """Let so many processes open a file at once; give what became of each. Those that hold it are killed at the end."""
    command = [sys.executable, "-m", "tests.store.starts", str(path), str(count), *(["careless"] if careless else [])]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as door:
        assert door.stdout is not None
        lines = [json.loads(door.stdout.readline()) for _ in range(count)]
        starts = [Start(line["process"], line["refused_for"]) for line in lines]
        try:
            yield starts
        finally:
            for start in starts:
                if start.refused_for is None:
                    os.kill(start.process, signal.SIGKILL)
            door.communicate()


def _open(path: Path, door: int) -> None:
    """Wait for the door to open, then take the file."""
    os.read(door, 1)
    store = WorkshopFile(path)
    try:
        store.load()
    except OpenElsewhere as refusal:
        _say(refusal.details["owner"])
    else:
        _say(None)
        signal.pause()


def _say(refused_for: object) -> None:
    line = json.dumps({"process": os.getpid(), "refused_for": refused_for}) + "\n"
    os.write(sys.stdout.fileno(), line.encode())


def _wait_at_the_door(path: Path, count: int) -> None:
    waiting, opener = os.pipe()
    children = []
    for _ in range(count):
        if (child := os.fork()) == 0:
            os.close(opener)
            _open(path, waiting)
            os._exit(0)
        children.append(child)
    os.close(opener)  # now every one of them reads the end of the pipe, and starts
    for child in children:
        os.waitpid(child, 0)


if __name__ == "__main__":
    if sys.argv[3:] == ["careless"]:
        vars(lock)["_lock"] = lambda _fd: None
    _wait_at_the_door(Path(sys.argv[1]), int(sys.argv[2]))
