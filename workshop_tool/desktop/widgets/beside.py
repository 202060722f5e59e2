"""Parts of a page side by side where there is room; with large text or in a small window one below the other."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from workshop_tool.desktop.dress.measures import NO_LIMIT
from workshop_tool.desktop.dress.theme import zoom, zoomed
from workshop_tool.look.tokens import GRID

WIDE: Final = 90 * GRID
"""Pixels, at the usual size of text, from which two columns of a page are wide enough to work in."""
TALL: Final = 42 * GRID
"""Pixels, at the usual size of text, of a part that scrolls in itself and has no height of its own."""


@dataclass(frozen=True)
class _Part:
    widget: QWidget
    stretch: int
    width: int
    most: int
    tall: int


class Beside(QBoxLayout):
    """A row that becomes a column where it is narrower than ``wide``, or than its parts need side by side."""

    def __init__(self, parent: QWidget | None = None, *, wide: int = WIDE, spacing: int = 2 * GRID) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._wide = wide
        self._parts: list[_Part] = []
        self._fitted: tuple[bool, float] | None = None
        """How the parts were fitted last: side by side or not, and the size of text."""

    def add(self, widget: QWidget, stretch: int = 0, *, width: int = 0, most: int = 0, tall: int = 0) -> None:
        """Take one more part.

        Args:
            widget: The part.
            stretch: Its share of the width that is left; with 0 it stays as wide as it likes best.
            width: Pixels that it is wide side by side, at the usual size of text; 0 leaves it to the stretch.
            most: Pixels that it is wide at most side by side, likewise; 0 sets no limit.
            tall: Pixels that it is high at least in a column, likewise; 0 leaves it to the part.
        """
        self._parts.append(_Part(widget, stretch, width, most or width, tall))
        self._fitted = None
        self.addWidget(widget, stretch)

    def is_beside(self, width: int) -> bool:
        """Tell whether the parts stand side by side in so many pixels."""
        shown = [part for part in self._parts if not part.widget.isHidden()]
        needed = sum(self._across(part) for part in shown) + self.spacing() * max(len(shown) - 1, 0)
        return width >= max(zoomed(self._wide), needed)

    def minimumSize(self) -> QSize:
        """Do with the width of the widest part: the others can go below it."""
        least = super().minimumSize()
        widths = [self._least(part) for part in self._parts if not part.widget.isHidden()]
        return QSize(min(least.width(), max(widths, default=0)), least.height())

    def setGeometry(self, rect: QRect) -> None:
        """Turn to a row or a column as the width wants it, then put the parts in their places."""
        beside = self.is_beside(rect.width())
        self._fit(beside=beside)
        self._raise(beside=beside)
        super().setGeometry(rect)

    def _across(self, part: _Part) -> int:
        if part.width:
            return zoomed(part.width)
        return self._least(part) if part.stretch else max(part.widget.sizeHint().width(), part.widget.minimumWidth())

    def _least(self, part: _Part) -> int:
        """Return the pixels that a part needs below the others: no width that it has beside them."""
        own = 0 if part.width else part.widget.minimumWidth()
        return max(part.widget.minimumSizeHint().width(), own)

    def _fit(self, *, beside: bool) -> None:
        """Give each part the width that it has there."""
        if self._fitted == (beside, zoom()):
            return
        self._fitted = (beside, zoom())
        ways = QBoxLayout.Direction
        self.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        for part in self._parts:
            if part.width:
                part.widget.setMinimumWidth(zoomed(part.width) if beside else 0)
            if part.most:
                part.widget.setMaximumWidth(zoomed(part.most) if beside else NO_LIMIT)

    def _raise(self, *, beside: bool) -> None:
        """In a column, let each part be as high as it was said to be, and no lower than it needs.

        Qt asks a widget no longer what it needs where a least height is set.
        """
        for part in self._parts:
            if part.tall:
                least = 0 if beside else max(zoomed(part.tall), part.widget.minimumSizeHint().height())
                if part.widget.minimumHeight() != least:
                    part.widget.setMinimumHeight(least)
