"""A choice among a few, closed until it is wanted; what is chosen ends in an ellipsis where the room ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from workshop_tool.look.tokens import GRID


class Choosing(QComboBox):
    """A combo box whose tooltip says what is chosen, where there is no room for it all."""

    def __init__(self, name: str = "", says: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._said = ""
        """What this box put into its tooltip itself; a tooltip that somebody else set stays."""

    def sizeHint(self) -> QSize:
        """Ask for a little more than Qt does, which forgets the air around the words."""
        return super().sizeHint() + QSize(GRID, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, and as much of the text as fits."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        whole = option.currentText
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width() - 4)
        if self.toolTip() == self._said:
            self._said = "" if option.currentText == whole else whole
            self.setToolTip(self._said)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
