"""How the site says no: to the facilitator when it cannot be reached, and to a phone whose request it does not take."""

from workshop_tool.domain.refusals import WorkshopProblem


class NoNetwork(WorkshopProblem):
    """This computer is not on a network, so no phone can reach it. Join the room's Wi-Fi or start a hotspot.

    Nothing was changed.
    """


class AddressGone(WorkshopProblem):
    """This computer does not have the address {host}, so no phone can reach it there. Choose one of its networks."""


class PortInUse(WorkshopProblem):
    """Port {port} is in use by another program. The workshop is untouched; close that program or take another port."""


class PortNotAllowed(WorkshopProblem):
    """This computer does not let programs use port {port}. The workshop is untouched; choose one above 1024."""


class SiteDidNotStart(WorkshopProblem):
    """The page for the phones did not start in time. The workshop is untouched; try again."""


class WrongHost(WorkshopProblem):
    """The workshop is not at this address. Scan the code on the screen again."""


class NoSuchPage(WorkshopProblem):
    """There is no such page. Scan the code on the screen again, or type the five digits below it."""


class WrongMethod(WorkshopProblem):
    """This page cannot be used in that way. Nothing was saved."""


class NotFromOurPage(WorkshopProblem):
    """This did not come from the workshop's own page, so nothing was saved. Reload the page and try again."""


class WrongContentType(WorkshopProblem):
    """This was not sent in the form that is expected here. Nothing was saved; reload the page and try again."""


class TooMuchSent(WorkshopProblem):
    """That is more than is taken here at once. Nothing was saved; go back, send less and try again."""


class NotJoined(WorkshopProblem):
    """This phone has not joined the workshop. Scan the code on the screen, or type the five digits below it."""


class EarlierRound(WorkshopProblem):
    """What was sent belongs to the round "{name}", which is over, and is not counted. This page is the next round's."""


class UnreadableCheck(WorkshopProblem):
    """This report of the room check cannot be read. Reload the page to try again."""


class UnreadableBallot(WorkshopProblem):
    """This ballot cannot be read. Nothing was saved; reload the page and try again."""


class UnreadableForm(WorkshopProblem):
    """This form cannot be read. Nothing was saved; reload the page and try again."""


class SomethingFailed(WorkshopProblem):
    """Something went wrong on the facilitator's laptop. What was saved is safe; try again in a moment."""


class RoomFull(WorkshopProblem):
    """More phones are here than this computer takes at once. Nothing was changed; try again in a moment."""
