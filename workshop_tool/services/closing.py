"""Closing the workshop: the room has spoken, the record is a draft, then approved; each step is logged."""

import datetime as dt

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.particulars import Standing
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import LogEntry, Workshop


class RoundStillOpen(WorkshopProblem):
    """Voting is still open. Close and publish the round before closing the workshop."""


class WrongStanding(WorkshopProblem):
    """The workshop is {standing}, so it cannot be {step} now. Nothing was changed."""


def close_workshop(workshop: Workshop, now: dt.datetime) -> tuple[Workshop, None]:
    """Freeze what the room said; later edits are marked."""
    if workshop.open_book:
        raise RoundStillOpen
    return _step(workshop, {"running"}, "draft", "closed", now)


def approve_record(workshop: Workshop, now: dt.datetime) -> tuple[Workshop, None]:
    """Declare the record final."""
    return _step(workshop, {"draft"}, "approved", "approved", now)


def reopen_workshop(workshop: Workshop, now: dt.datetime) -> tuple[Workshop, None]:
    """Let the room speak again."""
    return _step(workshop, {"draft", "approved"}, "running", "reopened", now)


def _step(
    workshop: Workshop, allowed: set[Standing], standing: Standing, step: str, now: dt.datetime
) -> tuple[Workshop, None]:
    plan = workshop.plan
    if plan.particulars.standing not in allowed:
        raise WrongStanding(standing=plan.particulars.standing, step=step)
    plan = plan.with_particulars(plan.particulars.revised(standing=standing))
    entry = LogEntry(id=new_id(), at=now, kind="workshop", text=f"Workshop {step}")
    return workshop.with_plan(plan).with_entry(entry), None
