"""When a backup is due, and what each backup of a workshop holds."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from workshop_tool.domain.documents import workshop_from
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.store import snapshot
from workshop_tool.store.backups import Backup, Occasion, backups_of
from workshop_tool.store.refusals import BackupDamaged
from workshop_tool.store.restoring import restore
from workshop_tool.store.upgrades import upgraded


@dataclass(frozen=True)
class Holdings:
    """How much a workshop holds: what tells one state of it from another."""

    title: str
    trends: int
    areas: int
    participants: int
    posters: int
    words: int
    """Words written on the posters."""
    rounds: tuple[tuple[str, str, int], ...]
    """Name, state and number of ballots of each round."""

    @classmethod
    def of(cls, workshop: Workshop) -> Self:
        """Count what a workshop holds."""
        plan = workshop.plan
        return cls(
            title=plan.particulars.title,
            trends=len(plan.trends),
            areas=len(plan.areas),
            participants=len(plan.participants),
            posters=len(plan.posters),
            words=sum(len(text.split()) for poster in plan.posters for text in poster.fields.values()),
            rounds=tuple((book.round.name, book.round.state, len(book.ballots)) for book in workshop.rounds),
        )


@dataclass(frozen=True)
class KeptCopy:
    """One backup and what it holds, or why it cannot be used."""

    backup: Backup
    holdings: Holdings | None
    problem: WorkshopProblem | None = None


def kept_copies(path: Path) -> list[KeptCopy]:
    """Read all backups of a workshop file, the newest first; some may turn out damaged."""
    return [_kept_copy(backup) for backup in backups_of(path.resolve())]


def _kept_copy(backup: Backup) -> KeptCopy:
    try:
        return KeptCopy(backup, Holdings.of(workshop_from(upgraded(snapshot.load(backup.path)).tables)))
    except snapshot.ChecksumWrong:
        return KeptCopy(backup, None, BackupDamaged(path=backup.path))
    except WorkshopProblem as problem:
        return KeptCopy(backup, None, problem)


def restore_copy(path: Path, backup: Backup, now: dt.datetime) -> None:
    """Go back to a backup of a workshop that nobody has open. Raises what ``store.restoring.restore`` raises."""
    restore(path.resolve(), backup, now)


def occasion_between(before: Workshop, after: Workshop, *, seals: bool) -> Occasion | None:
    """Return what a backup is due for after a commit, if any: a round was closed, or something was sealed."""
    if seals:
        return "published"
    ended = {round_id for round_id, book in after.books.items() if book.round.state == "closed"}
    if any(round_id in before.books and before.books[round_id].round.state == "open" for round_id in ended):
        return "round-closed"
    return None
