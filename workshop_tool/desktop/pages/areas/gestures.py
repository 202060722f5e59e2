"""What is asked before a problem area is merged, split, hidden or numbered anew."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.areas.split import SplitDialog
from workshop_tool.desktop.pages.areas.standing import renumbering_asks
from workshop_tool.desktop.pages.picking import pick
from workshop_tool.desktop.widgets.dialogs import ask
from workshop_tool.desktop.widgets.item_model import Changes
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import new_id
from workshop_tool.language import _
from workshop_tool.services.edits.areas import hide_area, split_area
from workshop_tool.services.edits.merging import merge_areas


@dataclass(frozen=True)
class AreaGestures:
    """Asks over the page, then asks the bridge; ``then`` is called with the id to choose."""

    bridge: Bridge
    page: QWidget
    then: Callable[[str], object]

    def merge(self, area: ProblemArea | None) -> None:
        """Let one be chosen that it becomes part of."""
        plan = self.bridge.workshop.plan
        if area is None:
            return
        hint = _("“{text}” goes into the note of the one you choose; its poster, links and minutes move along.")
        choices = [(other.id, f"{other.number}   {other.text}") for other in plan.areas if other.id != area.id]
        title = _("Merge problem area {number} into…").format(number=area.number)
        into = pick(title, hint.format(text=area.text), choices, _("Merge"), self.page)
        if into:
            said = _("{number} is part of {into} now.").format(number=area.number, into=plan.areas[into].number)
            change = partial(merge_areas, area_id=area.id, into_id=into)
            self.bridge.edit(_("Merge problem areas"), change, then=lambda: self._say_done(said, into))

    def split(self, area: ProblemArea | None) -> None:
        """Let its text be shared out between two."""
        if area is None:
            return
        dialog = SplitDialog(area, self.bridge.workshop.plan.next_number, self.page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            (keeps, gets), second = dialog.texts, new_id()
            said = _("Problem area {number} is two now.").format(number=area.number)
            change = partial(
                split_area, area_id=area.id, keeps=keeps, gets=gets, new_area_id=second, in_room=dialog.in_room
            )
            self.bridge.edit(_("Split a problem area"), change, then=lambda: self._say_done(said, second))
        dialog.deleteLater()

    def _say_done(self, said: str, area_id: str) -> None:
        self.bridge.undo_offered.emit(said)
        self.then(area_id)

    def hide(self, area: ProblemArea | None) -> None:
        """Take it out of the room's sight, or show it again."""
        if area is not None:
            label = _("Show a problem area") if area.hidden else _("Hide a problem area")
            self.bridge.edit(label, partial(hide_area, area_id=area.id, hidden=not area.hidden))

    def offer_hiding(self, area: ProblemArea) -> None:
        """Say why one with a poster is not removed, and offer what can be done instead."""
        words = _("Problem area {number} has a poster, so it cannot be removed. Hidden, it is out of the room's sight.")
        said = words.format(number=area.number)
        if area.hidden:
            self.bridge.refused.emit(said)
        else:
            hide = partial(hide_area, area_id=area.id, hidden=True)
            self.bridge.offered.emit(said, _("Hide it"), lambda: self.bridge.edit(_("Hide a problem area"), hide))

    def may_renumber(self, area: ProblemArea, changes: Changes) -> bool:
        """Ask first where people know the number."""
        number = changes.get("number", area.number)
        assert isinstance(number, int)  # noqa: S101 - as _change_number made it
        asks = renumbering_asks(self.bridge.workshop, area, number)
        title = _("Give number {old} the number {new}?").format(old=area.number, new=number)
        keep = _("Keep {old}").format(old=area.number)
        return not asks or ask(self.page, title, asks, _("Give it {new}").format(new=number), keep)
