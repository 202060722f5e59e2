"""What a page shows while it is empty: what belongs here, and the way to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import set_icon
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.look.tokens import GRID

HINT_WIDTH = 320
"""Pixels; a hint is read in two or three short lines."""


class EmptyState(QWidget):
    """An icon, a title, a hint and buttons, in the middle of the space."""

    def __init__(self, icon: str, title: str, hint: str, *buttons: QWidget, name: str = "empty") -> None:
        super().__init__()
        self.setObjectName(name)
        picture = QLabel()
        picture.setObjectName("empty_icon")
        set_icon(picture, icon, "ink_3", 40)
        words = Label(hint, "secondary", name="empty_hint", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(HINT_WIDTH)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Label(title, "section", name="empty_title"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(_centred(words))
        column.addSpacing(GRID)
        column.addLayout(_centred(*buttons))
        column.addStretch(3)


def _centred(*widgets: QWidget) -> QHBoxLayout:
    """Return a row with the widgets in its middle; unlike an alignment it leaves text the height it wraps to."""
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
