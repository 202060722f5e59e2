"""A small disk of our own, in memory, that a workshop really fills: nothing of ``os`` is replaced here."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.builders import a_workshop
from workshop_tool.domain.documents import all_documents
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.trends import Trend
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.moment import Announcement
from workshop_tool.services.opening import open_workshop, read_workshop, save_new
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.refusals import StoreFailed

SIZE = "900k"
BALLAST = 500_000
MOST_EDITS = 150


class NoSmallDisk(Exception):
    """This system lets us mount none; the text says why."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount some memory on a folder, less than a megabyte."""
    folder.mkdir()
    try:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(folder)],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise NoSmallDisk("there is no command mount") from error
    if mounted.returncode:
        raise NoSmallDisk(mounted.stderr.decode().strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # also where a failed test left a file open


@dataclass
class Filling:
    """How filling the disk went."""

    acknowledged: int = 0
    refusals: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    announced: list[Announcement] = field(default_factory=list)


def fill_and_free(folder: Path, *, close_while_full: bool) -> Filling:
    """Fill the disk with trends until nothing more fits, free it, and go on; tell what went wrong."""
    filling = Filling()
    path, ballast = folder / "day.workshop.json", folder / "holiday.mov"
    save_new(a_workshop(), path)
    ballast.write_bytes(bytes(BALLAST))
    session = open_workshop(path)
    session.listen(filling.announced.append)
    while not filling.refusals and filling.acknowledged < MOST_EDITS:
        _add(session, 12, filling)
    _fill_the_rest(folder / "the rest")
    for _ in range(3):
        _add(session, 12, filling)
    session.checkpoint().exception()
    _compare(path, session, "while the disk is full", filling)
    if close_while_full:
        before = all_documents(session.current)
        session.close()
        ballast.unlink()
        session = open_workshop(path)
        if all_documents(session.current) != before:
            filling.wrong.append("closed on a full disk and opened again, it is another workshop")
    else:
        ballast.unlink()
    refusals = len(filling.refusals)
    _add(session, 1, filling)
    if len(filling.refusals) != refusals:
        filling.wrong.append(f"there is space again, and still: {filling.refusals[-1]}")
    session.close()
    _compare(path, session, "after space returned", filling)
    return filling


def _add(session: WorkshopSession, count: int, filling: Filling) -> None:
    """Add some trends in one edit, and note whether they were acknowledged."""
    number = filling.acknowledged + len(filling.refusals)
    trends = [Trend(id=f"t{number}-{n}", label=f"{number} " + "ports and ships " * 30) for n in range(count)]
    try:
        session.edit("Add", partial(add_items, items=trends)).result()
    except StoreFailed as refusal:
        filling.refusals.append(str(refusal))
        if f"t{number}-0" in session.current.plan.trends:
            filling.wrong.append(f"edit {number} was refused, and is there")
    else:
        filling.acknowledged += 1
        if f"t{number}-0" not in session.current.plan.trends:
            filling.wrong.append(f"edit {number} was acknowledged, and is not there")


def _fill_the_rest(path: Path) -> None:
    """Take every byte that is left, so that not even a small change fits."""
    with path.open("wb", buffering=0) as rest:
        try:
            while True:
                rest.write(bytes(512))
        except OSError:
            return


def _compare(path: Path, session: WorkshopSession, when: str, filling: Filling) -> None:
    try:
        read = read_workshop(path)
    except WorkshopProblem as problem:
        filling.wrong.append(f"{when}, the file cannot be read: {problem}")
        return
    if all_documents(read) != all_documents(session.current):
        filling.wrong.append(f"{when}, the file is not what was in memory")
    numbers = {trend.label.split(" ", 1)[0] for trend in read.plan.trends}
    if len(numbers) != filling.acknowledged:
        filling.wrong.append(f"{when}, {len(numbers)} edits are there of {filling.acknowledged} acknowledged")
