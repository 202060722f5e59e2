"""A whole number that may be left open: blank is not zero."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from workshop_tool.desktop.dress.measures import measure
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
        measure(self, width=_WIDTH)
        self.editor.installEventFilter(self)
        self.edited.connect(lambda text: self.number_edited.emit(int(text) if text else None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the whole number at the first click, so that typing replaces it instead of adding a digit."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            QTimer.singleShot(0, watched, watched.selectAll)
        return super().eventFilter(watched, event)

    def show_number(self, number: int | None) -> None:
        """Show the workshop's value."""
        self.show_text("" if number is None else str(number))

    def may_be_saved(self, text: str) -> bool:
        """Save whole numbers in the range, and blank; anything else goes back to what was there."""
        return not text or (text.isdecimal() and text.isascii() and int(text) in self._range)
