"""Widgets side by side that go on in the next line where the room ends, as words do."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from workshop_tool.look.tokens import GRID

_LINE_GAP: Final = GRID // 2


class Flow(QLayout):
    """Lines of widgets, each as wide as it likes best, in the middle of their line.

    The lines stand in the middle of what height there is, or ``at_foot``.
    """

    def __init__(self, *, spacing: int = 2 * GRID, at_foot: bool = False) -> None:
        super().__init__()
        self._gap, self._at_foot = spacing, at_foot
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        """Return one of them; None beyond the last."""
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        """Give one away; None beyond the last."""
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than the lines need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that fewer pixels across mean more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width, in pixels."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Like to stand in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        across = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(across, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Do with the widest of them."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put them in their places."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines; return the height of all."""
        lines: list[list[QLayoutItem]] = [[]]
        left = 0
        for item in self._shown():
            width = item.sizeHint().width()
            if lines[-1] and left + width > rect.width():
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += width + self._gap
        heights = [max((item.sizeHint().height() for item in line), default=0) for line in lines]
        total = sum(heights) + _LINE_GAP * (len(lines) - 1)
        if move:
            spare = max(0, rect.height() - total)
            self._place(rect, lines, heights, spare if self._at_foot else spare // 2)
        return total

    def _place(self, rect: QRect, lines: list[list[QLayoutItem]], heights: list[int], down: int) -> None:
        top = rect.top() + down
        for line, height in zip(lines, heights, strict=True):
            left = rect.left()
            for item in line:
                size = item.sizeHint()
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._gap
            top += height + _LINE_GAP


def in_lines(name: str, *widgets: QWidget, at_foot: bool = False) -> QWidget:
    """Return a box of widgets, such as buttons, in one line, or in several where the room ends."""
    box = QWidget()
    box.setObjectName(name)
    lines = Flow(spacing=GRID, at_foot=at_foot)
    for widget in widgets:
        lines.addWidget(widget)
    box.setLayout(lines)
    return box
