"""A line at the foot of a list: type, Enter, type the next one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.editors import TypedLine
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class AddLine(QWidget):
    """``added`` is heard with a clean line that says something."""

    added = Signal(str)

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.line = TypedLine()
        self.line.setObjectName(name)
        self.line.setAccessibleName(says)
        self.line.setPlaceholderText(says)
        self.line.setMaxLength(LINE_CAP)
        self.line.returnPressed.connect(self._add)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(QuietButton(_("Add"), f"{name}_button", self._add))

    def flush(self) -> None:
        """Add what was typed and not added yet: closing loses nothing."""
        self._add()

    def _add(self) -> None:
        text = clean_line(self.line.text())
        self.line.setText("")  # not clear(), which Ctrl+Z would take back instead of what was added
        if text:
            self.added.emit(text)
