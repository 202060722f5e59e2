"""What the writer holds between two commits, and the rules of stepping through it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.plan import Key
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import LogEntry, Workshop
from workshop_tool.services.history import Change, History, Step, applied

FACILITATOR: Final = "facilitator"


class WorkshopIsClosed(WorkshopProblem):
    """The workshop is closed, so the room cannot change it any more. Nothing was changed."""


class RecordIsApproved(WorkshopProblem):
    """The record is approved. Reopen the workshop to change it; nothing was changed."""


class NothingToUndo(WorkshopProblem):
    """There is nothing to undo."""


class NothingToRedo(WorkshopProblem):
    """There is nothing to redo."""


class SessionEnded(WorkshopProblem):
    """The workshop is no longer open here. Open it again; what was saved is safe."""


@dataclass(frozen=True)
class Moment:
    """What readers see: one workshop and who may undo what."""

    workshop: Workshop
    history: History = field(default_factory=History)
    revision: int = 0


@dataclass(frozen=True)
class Announcement:
    """One revision: which documents changed, or what could not be saved or folded away (then nothing changed)."""

    revision: int
    touched: frozenset[Key]
    failure: WorkshopProblem | None = None


@dataclass(frozen=True)
class Undone:
    """What an undo or redo did; ``kept`` values had been changed by somebody else since and stay."""

    label: str
    kept: int = 0


def check_may_edit(workshop: Workshop, actor: str) -> None:
    """Refuse what closing the workshop ended: the room's edits in a draft, everybody's once it is approved."""
    match workshop.plan.particulars.standing:
        case "draft" if actor != FACILITATOR:
            raise WorkshopIsClosed
        case "approved":
            raise RecordIsApproved if actor == FACILITATOR else WorkshopIsClosed
        case _:
            return


def marked(workshop: Workshop, label: str, actor: str, now: dt.datetime) -> Workshop:
    """Note an edit in the log where it was made after closing."""
    if workshop.plan.particulars.standing == "running":
        return workshop
    return workshop.with_entry(LogEntry(id=new_id(), at=now, kind="edit after closing", text=label, actor=actor))


def retraced(workshop: Workshop, step: Step, changes: Sequence[Change]) -> tuple[Workshop, tuple[Change, ...], object]:
    """Go one step back or forth; return the workshop, the changes made, and the answer.

    A step that is refused is answered with the refusal; it leaves the stack, so that it blocks no earlier one.
    """
    try:
        plan, made = applied(workshop.plan, changes)
        return workshop.with_plan(plan), made, Undone(step.label, kept=len(changes) - len(made))
    except WorkshopProblem as problem:
        return workshop, (), problem
