"""Workshop files that something damaged, and the promise: refused, or a state that was once saved, never another.

Where that state is not the newest one, opening says so. One kind of damage no reader can tell from an earlier moment:
a journal that ends exactly between two records. What is there is whole, and nothing tells of what came after.
"""

import json
import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.store.files import a_file
from workshop_tool.domain.documents import Documents
from workshop_tool.store import workshop_file
from workshop_tool.store.names import journal_path
from workshop_tool.store.refusals import DamagedFile, NewerFile, NotAWorkshopFile
from workshop_tool.store.workshop_file import WorkshopFile

SNAPSHOT_AFTER = 10
RECORDS = 30
REFUSALS = (DamagedFile, NotAWorkshopFile, NewerFile)
"""A flipped bit may also make a version of a later one: that is refused too, and its words are checked when read."""
Part = Literal["snapshot", "journal"]


@dataclass(frozen=True)
class Original:
    """A workshop file before it is damaged: its bytes, and every state that was ever saved, oldest first."""

    snapshot: bytes
    journal: bytes
    states: tuple[str, ...]

    def part(self, part: Part) -> bytes:
        """Return the bytes of one of the two files."""
        return self.snapshot if part == "snapshot" else self.journal

    def ends_between_records(self, damaged: bytes) -> bool:
        """Tell whether this is the beginning of the journal, up to some record's end, with its line end or without."""
        if not self.journal.startswith(damaged):
            return False
        return not damaged or damaged.endswith(b"\n") or self.journal[len(damaged) :].startswith(b"\n")


@dataclass(frozen=True)
class Damage:
    """What one of the two files holds instead, and what was done to it."""

    part: Part
    how: str
    content: bytes


def original(folder: Path, *, closed: bool) -> Original:
    """Make a workshop of many commits: closed, so that the snapshot is all there is, or left by a crash."""
    path = a_file(folder)
    store = WorkshopFile(path)
    documents = store.load()
    states = [_state(documents)]
    for number in range(1, SNAPSHOT_AFTER + RECORDS + 1):
        store.commit({("notes", f"n{number % 7}"): None if number % 5 == 0 else {"text": f"på {number}", "x": 0.25}})
        states.append(_state(documents))
        if number == SNAPSHOT_AFTER:
            store.checkpoint()
    if closed:
        store.checkpoint()
    made = Original(path.read_bytes(), journal_path(path).read_bytes(), tuple(states))
    store.release()
    return made


def flips(whole: Original, part: Part, *, every: int = 1, first: int = 0) -> Iterator[Damage]:
    """Yield the file with one bit turned over: from the first named on, every so many bits, to its end."""
    data = whole.part(part)
    for bit in range(first, len(data) * 8, every):
        content = bytearray(data)
        content[bit // 8] ^= 1 << bit % 8
        yield Damage(part, f"bit {bit} turned over", bytes(content))


def truncations(whole: Original, part: Part, *, every: int = 1) -> Iterator[Damage]:
    """Yield the file cut off at each length."""
    data = whole.part(part)
    return (Damage(part, f"cut at {length}", data[:length]) for length in range(0, len(data), every))


def overwritten(whole: Original, part: Part, seed: int, count: int) -> Iterator[Damage]:
    """Yield the file with random bytes in the place of a stretch of it, as long as a sector at most."""
    rng, data = random.Random(seed), whole.part(part)
    for _ in range(count):
        start = rng.randrange(len(data))
        length = min(rng.choice((2, 16, 128, 512)), len(data) - start)
        middle = rng.choice((rng.randbytes(length), bytes(length), data[:length]))
        yield Damage(part, f"{length} bytes at {start} overwritten", data[:start] + middle + data[start + length :])


def shuffled_lines(whole: Original) -> Iterator[Damage]:
    """Yield the journal with two lines swapped, with one twice, and without one in the middle."""
    lines = whole.journal.splitlines(keepends=True)
    for one in range(len(lines)):
        twice = b"".join([*lines[: one + 1], *lines[one:]])
        yield Damage("journal", f"line {one + 1} twice", twice)
        if one < len(lines) - 1:
            yield Damage("journal", f"line {one + 1} missing", b"".join([*lines[:one], *lines[one + 1 :]]))
        for other in range(one + 1, len(lines)):
            swapped = list(lines)
            swapped[one], swapped[other] = lines[other], lines[one]
            yield Damage("journal", f"lines {one + 1} and {other + 1} swapped", b"".join(swapped))


def verdicts(whole: Original, damages: Iterable[Damage], folder: Path, *, writing: bool) -> Iterator[str | None]:
    """Open each damaged file, to write or to read only; yield what is wrong, None where the promise is kept."""
    pause, workshop_file.READING_PAUSE = workshop_file.READING_PAUSE, 0.0  # type: ignore[misc] # nobody is writing
    try:
        for damage in damages:
            problem = _problem(whole, damage, folder, writing=writing)
            yield f"{damage.part}, {damage.how}: {problem}" if problem else None
    finally:
        workshop_file.READING_PAUSE = pause  # type: ignore[misc]


def _problem(whole: Original, damage: Damage, folder: Path, *, writing: bool) -> str | None:
    path = folder / "day.workshop.json"
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    parts: dict[Path, bytes] = {path: whole.snapshot, journal_path(path): whole.journal}
    parts[path if damage.part == "snapshot" else journal_path(path)] = damage.content
    for file, content in parts.items():
        file.write_bytes(content)
    store = WorkshopFile(path, read_only=not writing)
    try:
        state = _state(store.load())
    except REFUSALS:
        touched = [file.name for file, content in parts.items() if file.read_bytes() != content]
        return f"refused, and yet {touched} changed" if touched else None
    except Exception as problem:  # noqa: BLE001 - whatever else it is, it is a finding
        return f"not a sentence but {problem!r}"
    finally:
        store.release()
    if state not in whole.states:
        return "a state that was never saved"
    told = bool(store.notices) or (damage.part == "journal" and whole.ends_between_records(damage.content))
    return None if told or state == whole.states[-1] else "an earlier state, and not a word about it"


def _state(documents: Documents) -> str:
    return json.dumps({name: table for name, table in documents.items() if table}, sort_keys=True)
