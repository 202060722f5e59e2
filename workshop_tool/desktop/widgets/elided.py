"""Text on one line that ends in an ellipsis where the room ends, and says the whole of it in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from workshop_tool.desktop.widgets.sheet import Label, Role


class ElidedLabel(Label):
    """A label that gives way."""

    def __init__(self, role: Role = "text", *, name: str) -> None:
        super().__init__("", role, name=name)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """The text before it was cut."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show a text, as much as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self._whole else self._whole)
        super().setText(shown)
