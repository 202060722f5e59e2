"""How far a workshop has come, in two or three words for its card on the start page."""

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _


def stage_of(workshop: Workshop) -> str:
    """Say the stage, from the latest thing that happened."""
    match workshop.plan.particulars.standing:
        case "approved":
            return _("Record approved")
        case "draft":
            return _("Record in draft")
    states = {book.round.state for book in workshop.rounds}
    for state, words in (
        ("open", _("Voting is open")),
        ("closed", _("Votes to publish")),
        ("published", _("Result published")),
    ):
        if state in states:
            return words
    return _("Groups at work") if workshop.plan.posters else _("In preparation")
