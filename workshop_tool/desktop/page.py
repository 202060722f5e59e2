"""What every page of the window is: it shows the workshop, and asks the bridge for changes."""

from collections.abc import Collection, Iterator
from typing import ClassVar, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.fields import TypedField
from workshop_tool.domain.plan import Key
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.tokens import GRID

Touched = frozenset[Key] | None
"""The documents that changed since the page was last shown the workshop; None = anything may have."""


class SavesLater(Protocol):
    """A widget that may hold something typed and not saved yet."""

    def flush(self) -> None:
        """Save it now."""


class Page(QWidget):
    """One page. The window calls ``show_workshop`` when the page comes up and at each change while it is up."""

    key: ClassVar[str]
    """As in ``PAGES``; also the widget's objectName with "page_" before it."""

    badge_changed = Signal(str)
    """A short note for the rail that the workshop does not hold ("14 phones"); the counts are ``PageEntry.count``."""

    present = Signal(str, str)
    """The room is to see this: the key of a view of the projector, and the id of what it shows (or nothing)."""
    page_wanted = Signal(str)
    """The key of another page that goes on from here."""
    item_wanted = Signal(str, str, str)
    """Another page's key, and what is to be chosen there: a table of the plan and an id."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self.setObjectName(f"page_{self.key}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(4 * GRID - 4, 3 * GRID, 4 * GRID - 4, 2 * GRID)
        self.body.setSpacing(2 * GRID)

    def make_ahead(self) -> Iterator[None]:
        """Make what the page may show later, a part before each yield: called while another page is read."""
        yield from ()

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show the workshop, updating only what changed; a field that is being typed in is left alone.

        Fields made of ``widgets.fields`` take care of that themselves.
        """
        raise NotImplementedError

    def show_item(self, table: str, item_id: str) -> None:
        """Choose or open one thing that this page shows, and put the focus on it; what it does not show is no matter.

        Args:
            table: As in ``domain.plan.TABLES``: "trends", "areas", "posters" ...
            item_id: Its id.
        """

    def show_step(self) -> None:
        """Show the workshop after an undo or redo, in the fields too that had just saved something else."""
        for field in self.findChildren(TypedField):
            field.forget_saves()
        self.show_workshop(self.bridge.workshop, None)

    def flush(self) -> None:
        """Save what was typed and not saved yet: the window calls this before another page, and before it closes."""
        for widget in self.findChildren(QWidget):
            if hasattr(type(widget), "flush"):  # as SavesLater says, which takes long to look into each widget
                cast("SavesLater", widget).flush()


def touches(touched: Touched, tables: Collection[str]) -> bool:
    """Tell whether a change reached one of these tables ("areas", "posters", "particulars" ...)."""
    return touched is None or any(table in tables for table, _name in touched)
