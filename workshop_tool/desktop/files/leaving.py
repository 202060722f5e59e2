"""What is asked before a workshop is closed while something would be cut off or lost."""

from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.dialogs import ask
from workshop_tool.language import _


def sure_to_cut_off(parent: QWidget, bridge: Bridge) -> bool:
    """Ask before phones are cut off in the middle of a vote; without a vote there is nothing to ask."""
    book = bridge.workshop.open_book
    if book is None or not bridge.is_hosting:
        return True
    words = _(
        "“{name}” is open, and phones cannot reach it once the workshop is closed. Every vote so far is saved; the "
        "round stays open, and goes on when you open the workshop and start the site again."
    )
    return ask(parent, _("Voting is open"), words.format(name=book.round.name), _("Close anyway"), _("Keep open"))


def sure_to_lose(parent: QWidget) -> bool:
    """Ask before what could not be saved is let go."""
    words = _("The last change could not be saved. What was saved before is safe. Close without the last change?")
    return ask(parent, _("Not everything is saved"), words, _("Close anyway"), _("Keep open"))
