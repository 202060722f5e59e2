"""The area in which a page scrolls that needs more room than the window has, as with large text."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from workshop_tool.desktop.frame.page_stack import PageStack
from workshop_tool.look.tokens import GRID


class PageArea(QScrollArea):
    """Gives the page that is up all the room there is, and scrolls only where that is less than it needs."""

    def __init__(self, stack: PageStack) -> None:
        super().__init__()
        self.setObjectName("page_area")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = stack
        self._holder = _Holder(stack, self)
        self.setWidget(self._holder)
        stack.shown.connect(lambda _key: self.verticalScrollBar().setValue(0))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what the keyboard reaches; what is clicked is seen already, and stays under the pointer."""
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or by_mouse or not self._stack.page.isAncestorOf(now):
            return
        if now.height() <= self.viewport().height():
            self.ensureWidgetVisible(now, 0, GRID)
        elif not 0 <= now.mapTo(self.viewport(), QPoint()).y() < self.viewport().height() // 2:
            self.verticalScrollBar().setValue(now.mapTo(self._holder, QPoint()).y() - GRID)


class _Holder(QWidget):
    """Holds the stack without a layout: Qt would take the height that the highest of all pages likes best."""

    def __init__(self, stack: PageStack, area: QScrollArea) -> None:
        super().__init__()
        self.setObjectName("page_holder")
        self._stack, self._area = stack, area
        stack.setParent(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for what the page that is up cannot do without, at the width that there is."""
        least = self._stack.minimumSizeHint()
        width = max(least.width(), self._area.viewport().width())
        return QSize(least.width(), max(least.height(), self._stack.least_height(width)))

    def event(self, event: QEvent) -> bool:
        """Ask anew when the page asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the stack all of it."""
        super().resizeEvent(event)
        self._stack.setGeometry(self.rect())
