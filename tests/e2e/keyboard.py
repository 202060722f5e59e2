"""A facilitator without a mouse: after every key it is looked at where the focus is, and whether it can be seen."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.e2e.hand import Hand

FAR: Final = 150
"""More presses of Tab than any page has controls."""

CELLS: Final = 20
"""A table may keep Tab for as many presses as it has cells to fill in: two for each of nine posters."""


class Keyboard(Hand):
    """Reaches everything by keys; what has a mouse in it fails."""

    def click(self, name: str) -> None:
        """Fail: there is no mouse."""
        message = f"no mouse: {name}"
        raise AssertionError(message)

    def press(self, keys: str) -> None:
        """Press keys, and look where the focus is then."""
        super().press(keys)
        self.look()

    def look(self) -> None:
        """Fail unless what has the focus can be seen and used."""
        focus = self.focus
        assert focus.isVisible(), f"{_called(focus)} has the focus and is hidden"
        assert focus.isEnabled(), f"{_called(focus)} has the focus and is greyed out"
        seen = focus.visibleRegion().boundingRect()
        first = QRect(0, 0, min(focus.width(), 8), min(focus.height(), 8))
        assert seen.intersects(first), f"{_called(focus)} has the focus out of sight"

    def reach(self, name: str, keys: str = "Tab") -> None:
        """Press Tab until a widget with this objectName, or one inside it, has the focus; no control may keep it."""
        self.wait(lambda: self.shown(name) is not None)
        passed = list[str]()
        for _press in range(FAR):
            if self._is_at(name):
                return
            self.press(keys)
            passed.append(_called(self.focus))
            kept = len(set(passed[-CELLS:])) == 1 and len(passed) >= CELLS
            assert not kept, f"{passed[-1]} keeps the focus on the way to {name}"
        message = f"{name} is not reached by {keys}: {passed}"
        raise AssertionError(message)

    def begin_at(self, name: str) -> None:
        """Fail unless this widget has the focus without a key pressed."""
        self.wait(lambda: self._is_at(name))
        self.look()

    def go(self, words: str) -> None:
        """Find something in the palette and go there."""
        self.press("Ctrl+K")
        self.begin_at("palette_line")
        self.type(words)
        self.press("Return")

    def _is_at(self, name: str) -> bool:
        at: QWidget | None = self.focus
        while at is not None and at.objectName() != name:
            at = at.parentWidget()
        return at is not None


def _called(widget: QWidget) -> str:
    return f"{widget.objectName() or type(widget).__name__} in {widget.window().objectName()}"
