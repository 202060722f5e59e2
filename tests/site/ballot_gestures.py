"""What a person does on the ballot page in a real browser the size of a phone."""

from typing import TYPE_CHECKING, Any, Final

from workshop_tool.services.session import WorkshopSession

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PHONE: Final[dict[str, Any]] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
RECORDED: Final = "#state.recorded"


def number(page: "Page", poster: str, criterion: str) -> "Locator":
    """Return the field that holds how many dots of a criterion lie on a poster."""
    return page.locator(f'input[data-poster="{poster}"][data-criterion="{criterion}"]')


def button(page: "Page", poster: str, criterion: str, step: int) -> "Locator":
    """Return the button that places a dot there, or takes one back (step -1)."""
    return page.locator(".stepper", has=number(page, poster, criterion)).locator(f'button[data-step="{step}"]')


def tap(page: "Page", poster: str, criterion: str, step: int = 1) -> None:
    """Place a dot, or take one back (step -1)."""
    button(page, poster, criterion, step).tap()


def saved(session: WorkshopSession) -> dict[str, dict[str, int]]:
    """Return the dots of the only ballot of round r1."""
    (ballot,) = session.current.book("r1").ballots.values()
    return {str(poster): {str(key): n for key, n in dots.items()} for poster, dots in ballot.allocation.dots.items()}
