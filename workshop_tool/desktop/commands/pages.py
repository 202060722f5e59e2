"""What the buttons of the pages do, as commands: found in the palette from wherever one is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton

from workshop_tool.desktop.pages import PAGES
from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.desktop.frame.window import MainWindow


@dataclass(frozen=True)
class PageAction:
    """One button of a page."""

    page: str
    words: Callable[[], str]
    buttons: tuple[str, ...]
    """Its objectName, and that of the button which does the same while the page is empty."""
    icon: str


ACTIONS: Final = (
    PageAction("trends", lambda: _("Add trend"), ("trends_new", "trends_first"), "add"),
    PageAction("trends", lambda: _("Add from list…"), ("trends_import", "trends_first_list"), "import"),
    PageAction("problem-areas", lambda: _("Add problem area"), ("areas_new", "areas_first"), "add"),
    PageAction("problem-areas", lambda: _("Add from list…"), ("areas_import", "areas_first_list"), "import"),
    PageAction("groups", lambda: _("Add a group"), ("add_group",), "add"),
    PageAction("groups", lambda: _("Mix"), ("mix",), "mix"),
    PageAction("posters", lambda: _("Claim a problem area"), ("claim_area", "claim_first"), "add"),
    PageAction("posters", lambda: _("Show the wall"), ("show_wall",), "projector"),
    PageAction("record", lambda: _("Export PDF…"), ("export_pdf",), "export"),
    PageAction("record", lambda: _("Export data (JSON)…"), ("export_data",), "export"),
    PageAction("room", lambda: _("Print…"), ("print_ways_in",), "record"),
    PageAction("room", lambda: _("Check with your phone"), ("room_check_begin",), "check"),
)


def page_actions(window: "MainWindow") -> Iterator[tuple[str, Callable[[], object], str]]:
    """Yield the words, the call and the icon of each; the words begin with the page's title."""
    titles = {entry.key: entry.title() for entry in PAGES}
    for action in ACTIONS:
        words = _("{page}: {action}").format(page=titles[action.page], action=action.words())
        yield words, partial(press, window, action), action.icon


def press(window: "MainWindow", action: PageAction) -> None:
    """Bring the page up and press its button; one that rests now stays as it is, and the page shows why."""
    window.bring_page(action.page, partial(_press_first, window, action))


def _press_first(window: "MainWindow", action: PageAction) -> None:
    for name in action.buttons:
        button = window.page.findChild(QPushButton, name)
        if isinstance(button, QPushButton) and button.isEnabled() and button.isVisibleTo(window.page):
            button.click()
            return
