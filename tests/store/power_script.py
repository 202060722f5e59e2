"""A day of thirty commits to lose power in: with photos, backups, secrets that are sealed, checkpoints, reopenings."""

import datetime as dt
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.builders import NOW, a_workshop
from tests.store.files import note, noted
from tests.store.power_loss import Disk, State
from tests.store.recorder import Operation, Recorder
from workshop_tool.domain.documents import all_documents
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store import snapshot
from workshop_tool.store.attachments import keep_attachment, names_in, read_attachment
from workshop_tool.store.backups import backups_of
from workshop_tool.store.names import files_folder
from workshop_tool.store.workshop_file import WorkshopFile, create

STEPS = 30
SEALS_EVERY = 12
"""Steps 12 and 24 make what was there before them secret; nothing of it may stay."""
NAME = "day.workshop.json"


def recorded(folder: Path, seed: int) -> list[Operation]:
    """Run the day, and return all that was asked of the disk."""
    rng = random.Random(seed)
    recorder = Recorder(folder)
    path = folder / NAME
    with recorder.recording():
        create(path, all_documents(a_workshop()))
        recorder.note("ack", 0)
        store = _opened(path, at=NOW)
        for step in range(1, STEPS + 1):
            recorder.note("try", step)
            seals = step % SEALS_EVERY == 0
            text = f"{step} {_secret(step)} " + "word " * rng.randint(0, 200)
            if not seals and rng.random() < 0.3:
                text += " " + keep_attachment(path, f"{_secret(step)} photo {step}".encode(), ".jpg")
            store.commit({("notes", "n"): {"text": text, "names": text.split()[-1:]}}, seals=seals)
            if seals:
                store.checkpoint()
            recorder.note("ack", step)
            event = rng.random()
            if event < 0.1:
                store.checkpoint()
            elif event < 0.25:
                store.back_up("working", NOW + dt.timedelta(minutes=step))
            elif event < 0.35:
                store.close()
                store = _opened(path, at=NOW + dt.timedelta(minutes=step))
        store.close()
    return recorder.operations


def bad_states(operations: list[Operation], folder: Path, seed: int, states_per_cut: int) -> Iterator[str | None]:
    """Lose power behind each operation, in several ways; yield what is wrong with each state, None where nothing is."""
    rng = random.Random(seed)
    begun = next(place for place, operation in enumerate(operations) if operation.kind == "ack")
    for cut in range(begun + 1, len(operations) + 1):
        happened = operations[:cut]
        tried = max((o.step for o in happened if o.kind in {"try", "ack"}), default=0)
        acknowledged = max((o.step for o in happened if o.kind == "ack"), default=0)
        disk = Disk(happened)
        for _ in range(states_per_cut):
            after, folds_first = disk.after_power_loss(rng), rng.random() < 0.5
            problem = _problem(after, folder, acknowledged, tried, folds_first=folds_first)
            yield f"behind {happened[-1].kind} {happened[-1].name} ({cut}): {problem}" if problem else None


def _opened(path: Path, at: dt.datetime) -> WorkshopFile:
    """Open as a session does: fold what a crash left, then keep a copy."""
    store = WorkshopFile(path)
    store.load()
    store.checkpoint()
    store.back_up("opened", at)
    return store


def _secret(step: int) -> str:
    """Return the word that stands in everything of a step until the next seal."""
    return f"secret-{step // SEALS_EVERY}"


def _problem(state: State, folder: Path, acknowledged: int, tried: int, *, folds_first: bool) -> str | None:
    """Open what is left, and go on working with it; return what is wrong with it, if anything is."""
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    state.write_into(folder)
    path = folder / NAME
    store = WorkshopFile(path)
    try:
        found = store.load().get("notes", {}).get("n", {"text": "0 "})
        step = int(found["text"].split(" ", 1)[0])
        if not acknowledged <= step <= tried:
            return f"step {acknowledged} was acknowledged, {tried} tried, {step} found"
        _check_photos(path, found)
        if folds_first:
            store.checkpoint()
        store.commit(note("and on"))
        if noted(path) != "and on":
            return "what was written afterwards is gone"
        store.checkpoint()
        for backup in backups_of(path):
            _check_photos(path, snapshot.load(backup.path).tables)
        left = _left_of_earlier_secrets(folder, step, but=files_folder(path).name)
        store.close()  # photos go when nobody works any more: undo might have brought one back
        return left or _left_of_earlier_secrets(folder, step)
    except (WorkshopProblem, snapshot.ChecksumWrong) as problem:
        return f"{type(problem).__name__}: {problem}"
    finally:
        store.release()


def _check_photos(path: Path, documents: object) -> None:
    for name in names_in(documents):
        read_attachment(path, name)


def _left_of_earlier_secrets(folder: Path, step: int, but: str = "") -> str | None:
    """Look through every byte below a folder, but for one folder in it."""
    earlier = [_secret(seal - 1).encode() for seal in range(SEALS_EVERY, step + 1, SEALS_EVERY)]
    files = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != but] if earlier else []
    left = [path.name for path in files if any(secret in path.read_bytes() for secret in earlier)]
    return f"step {step} is there, and what it sealed is still in {left}" if left else None
