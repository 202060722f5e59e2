"""Choosing what a poster refers to: trends of the map, or other problem areas."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.picking import SearchLine, matches
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_SIZE = (72 * GRID, 60 * GRID)


class LinkDialog(Dialog):
    """A list of things to tick."""

    def __init__(
        self, title: str, choices: Iterable[tuple[str, str]], ticked: Iterable[str], parent: QWidget | None = None
    ) -> None:
        """Show choices as (id, text), with those that are linked already ticked."""
        super().__init__("links", title, parent)
        self.resize(*_SIZE)
        linked = set(ticked)
        self._find = SearchLine("link_find", _("Find by number or word"))
        self._find.textChanged.connect(self._narrow)
        inside = QWidget()
        column = QVBoxLayout(inside)
        self._boxes: dict[str, QCheckBox] = {}
        for item_id, text in choices:
            box = QCheckBox(text.replace("&", "&&"))
            box.setObjectName(f"link_{item_id}")
            box.setAccessibleName(text)
            box.setToolTip(text)
            box.setChecked(item_id in linked)
            self._boxes[item_id] = box
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("link_choices")
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(self._find)
        self.body.addWidget(area, 1)
        self.add_buttons(_("Done"), _("Cancel"))
        self._find.setFocus()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked, in order."""
        return tuple(item_id for item_id, box in self._boxes.items() if box.isChecked())

    def _narrow(self, sought: str) -> None:
        """Show what matches; what is ticked stays in sight."""
        for box in self._boxes.values():
            box.setVisible(box.isChecked() or matches(sought, box.accessibleName()))
