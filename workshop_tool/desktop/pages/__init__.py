"""The pages in the order of the day; a page is one room with one class in its ``page``, and one line here.

Each page's module is imported when the page is first visited, so that the window shows at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.desktop.page import Page


@dataclass(frozen=True)
class PageEntry:
    """What the rail knows of a page before it is made."""

    key: str
    """Also its icon's name, and its room's where nothing else is said."""
    page_class: str
    title: Callable[[], str]
    count: Callable[[Workshop], int | str | None] = lambda _workshop: None
    """The number behind the title; None shows nothing."""
    module: str = ""
    below: bool = False
    """Stands at the foot of the rail."""
    needs: tuple[str, ...] = ()
    """Modules of the window that take long to import, in front of the page's own."""

    def load_in_parts(self) -> Iterator[None]:
        """Import the page's module, a part before each yield."""
        for module in self.needs:
            import_module(f"workshop_tool.desktop.{module}")
            yield
        self.load()
        yield

    def load(self) -> "type[Page]":
        """Import the page's module and return the class."""
        module = import_module(f"{__name__}.{self.module or self.key}.page")
        page_class: type[Page] = getattr(module, self.page_class)
        return page_class


def _trends(workshop: Workshop) -> int | str | None:
    """Count the trends, and say how many suggestions of the room wait there."""
    trends, waiting = len(workshop.plan.trends), sum(sent.state == "waiting" for sent in workshop.plan.suggestions)
    return _("{n} · {waiting} in inbox").format(n=trends, waiting=waiting) if waiting else trends or None


PAGES: Final[tuple[PageEntry, ...]] = (
    PageEntry(
        "prepare", "PreparePage", lambda: _("Prepare"), needs=("widgets.item_table", "pages.prepare.participants")
    ),
    PageEntry("trends", "TrendsPage", lambda: _("Trends"), _trends),
    PageEntry("problem-areas", "AreasPage", lambda: _("Problem areas"), lambda w: len(w.plan.areas) or None, "areas"),
    PageEntry("groups", "GroupsPage", lambda: _("Groups"), lambda w: len(w.plan.groups) or None),
    PageEntry(
        "posters",
        "PostersPage",
        lambda: _("Posters"),
        lambda w: len(w.plan.posters) or None,
        needs=("pages.posters.wall", "pages.posters.sheet"),
    ),
    PageEntry(
        "vote",
        "VotePage",
        lambda: _("Vote"),
        lambda w: len(w.rounds) or None,
        needs=("pages.vote.result", "hosting.site"),
    ),
    PageEntry("record", "RecordPage", lambda: _("Record")),
    PageEntry("room", "RoomPage", lambda: _("Room"), below=True),
    PageEntry("run", "RunPage", lambda: _("Run"), below=True, needs=("running", "projector.window")),
)
