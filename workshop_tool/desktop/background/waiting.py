"""Edits that the disk refused: they wait here, so that nothing is lost before saving works again."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.moment import FACILITATOR, check_may_edit, marked


@dataclass(frozen=True, eq=False)
class WaitingEdit:
    """One undoable edit, as it was asked for."""

    label: str
    change: Callable[[Plan], Plan]


def with_waiting(workshop: Workshop, edits: Iterable[WaitingEdit], now: dt.datetime) -> Workshop:
    """Return the workshop as it would be with these edits; one that is refused is passed over."""
    for edit in edits:
        try:
            check_may_edit(workshop, FACILITATOR)
            changed = workshop.with_plan(edit.change(workshop.plan))
        except (WorkshopProblem, ValidationError):
            continue
        workshop = marked(changed, edit.label, FACILITATOR, now)
    return workshop
