"""Sheets of paper on the ground, hairlines, headings and small marks."""

from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.look.tokens import GRID

Role = Literal[
    "text",
    "title",
    "section",
    "strong",
    "secondary",
    "small",
    "caption",
    "attention",
    "accent",
    "rail",
    "button",
    "button_main",
    "cap",
    "cap_main",
]
Tone = Literal["quiet", "new", "attention", "accent"]


_UNBROKEN: Final = 16
"""Letters that stand in one line of the narrowest column."""


def breakable(text: str) -> str:
    """Return the text with places where a label may break words that are longer than a narrow line."""
    return " ".join(
        "\N{ZERO WIDTH SPACE}".join(word[at : at + _UNBROKEN] for at in range(0, len(word), _UNBROKEN))
        for word in text.split(" ")
    )


class Sheet(QFrame):
    """A white card with a hairline around it; ``body`` is its column."""

    def __init__(self, name: str, parent: QWidget | None = None, *, margin: int = 2 * GRID) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(GRID)


class Divider(QFrame):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("divider")


class Label(QLabel):
    """Text in one of the house's roles, never read as HTML; ``wraps`` lets it break into lines."""

    def __init__(self, text: str = "", role: Role = "text", *, name: str = "label", wraps: bool = False) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that the words need at the width there is: a box within a box forgets it."""
        hint = super().minimumSizeHint()
        if self.wordWrap():
            hint.setHeight(max(hint.height(), self.heightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew where the width is another."""
        super().resizeEvent(event)
        if self.wordWrap() and event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Pill(QLabel):
    """A small word on a soft ground: "renamed", "added today", "taken"."""

    def __init__(self, text: str, tone: Tone = "quiet", *, name: str = "pill") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def clear(layout: QLayout) -> None:
    """Take every widget out of a row or column and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
