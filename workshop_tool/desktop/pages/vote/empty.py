"""What the Vote page shows before there is a round."""

from collections.abc import Callable

from workshop_tool.desktop.widgets.buttons import PrimaryButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.language import _


def nothing_to_vote_on(show_posters: Callable[[], object]) -> EmptyState:
    """Return what shows while there is no poster: the way to one."""
    hint = _("Dots are placed on posters. You can vote once a group has claimed a problem area.")
    button = PrimaryButton(_("Go to the posters"), "go_to_posters", show_posters, icon="posters")
    return EmptyState("vote", _("Nothing to vote on yet"), hint, button, name="nothing_to_vote_on")


def no_round_yet(prepare: Callable[[], object]) -> EmptyState:
    """Return what shows while there is no round: the way to one."""
    hint = _("Prepare a round: how many dots each person gets, and how ties are settled. It opens when you say so.")
    button = PrimaryButton(_("Prepare a round"), "prepare_round", prepare, icon="vote")
    return EmptyState("vote", _("No round yet"), hint, button, name="no_round_yet")
