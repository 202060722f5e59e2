"""How the room sends something in for the facilitator to decide on; see ``services.edits.suggestions`` for deciding."""

from typing import Final

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.services.edits.lists import Gone

MOST_WAITING: Final = 300
"""Suggestions that wait for a decision at one time; nobody reads more, and a room cannot fill the disk with them."""


class TooManyWaiting(WorkshopProblem):
    """{most} suggestions wait for the facilitator already, so yours was not taken. Try again when some are decided."""


class NothingSuggested(WorkshopProblem):
    """There was nothing in it, so nothing was sent. Write a few words first."""


def suggest(plan: Plan, suggestion: Suggestion) -> Plan:
    """Add a suggestion at the end of the facilitator's inbox; one with an id that is there already stays as it is.

    Raises:
        NothingSuggested, TooManyWaiting: as they say.
        Gone: what a comment is about is no longer there.
    """
    if suggestion.id in plan.suggestions:
        return plan
    if not suggestion.text:
        raise NothingSuggested
    if sum(other.state == "waiting" for other in plan.suggestions) >= MOST_WAITING:
        raise TooManyWaiting(most=MOST_WAITING)
    if suggestion.kind == "comment" and suggestion.about not in plan.trends and suggestion.about not in plan.posters:
        raise Gone
    return plan.with_new(suggestion)
