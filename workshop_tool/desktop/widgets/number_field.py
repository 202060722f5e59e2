"""A whole number that may be left open: blank is not zero."""

from PySide6.QtCore import Signal

from workshop_tool.desktop.widgets.fields import LineField
from workshop_tool.look.tokens import GRID

_WIDTH = 18 * GRID


class NumberField(LineField):
    """``number_edited`` is heard with the number, or with None when it was cleared."""

    number_edited = Signal(object)

    def __init__(self, name: str, says: str, blank: str, least: int, most: int) -> None:
        """Make a field for ``least`` to ``most``; ``blank`` says what an empty one means."""
        super().__init__(name, says, blank)
        self._range = range(least, most + 1)
        self.setFixedWidth(_WIDTH)
        self.edited.connect(lambda text: self.number_edited.emit(int(text) if text else None))

    def show_number(self, number: int | None) -> None:
        """Show the workshop's value."""
        self.show_text("" if number is None else str(number))

    def may_be_saved(self, text: str) -> bool:
        """Save whole numbers in the range, and blank; anything else goes back to what was there."""
        return not text or (text.isdecimal() and text.isascii() and int(text) in self._range)
