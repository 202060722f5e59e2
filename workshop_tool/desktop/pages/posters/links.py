"""Choosing what a poster refers to: trends of the map, or other problem areas."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.picking import SearchLine, matches
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label, breakable
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
        self._rows: list[_Row] = []
        for item_id, text in choices:
            row = _Row(f"link_{item_id}", text)
            row.box.setChecked(item_id in linked)
            self._boxes[item_id] = row.box
            self._rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("link_choices")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        for row in self._rows:
            row.setVisible(row.box.isChecked() or matches(sought, row.box.accessibleName()))


class _Row(QWidget):
    """A box and its words on as many lines as they take; the words tick too."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(text)
        words = Label(breakable(text), name=f"{name}_words", wraps=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        across.setSpacing(GRID)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, as a click on the box does."""
        if self.rect().contains(event.position().toPoint()):
            self.box.setFocus()
            self.box.click()
