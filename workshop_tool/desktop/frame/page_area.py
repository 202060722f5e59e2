"""The area in which a page scrolls that needs more room than the window has, as with large text."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
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
        self._followed: QWidget | None = None
        """What the page was scrolled to last."""
        self._holder = _Holder(stack, self)
        self.setWidget(self._holder)
        stack.shown.connect(self._begin_at_top)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the next control; Qt would scroll to the middle of a tall one, ``_show_focused`` to its top."""
        return QWidget.focusNextPrevChild(self, forward)

    def _begin_at_top(self, _key: str) -> None:
        self._followed = None
        self.verticalScrollBar().setValue(0)

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what the keyboard reaches; what is clicked is seen already, and stays under the pointer.

        A window that is only activated again stays as it was: the click that did it is still to come.
        """
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or (before is None and now is self._followed) or not self._stack.page.isAncestorOf(now):
            return
        self._followed = now
        if not by_mouse:
            QTimer.singleShot(0, self, self._show_focused)  # a page that has just come up is laid out by then

    def _show_focused(self) -> None:
        """Bring what has the focus into view, in each area that it scrolls in, from the inside out."""
        focused = QApplication.focusWidget()
        if focused is None or focused is not self._followed or not self._stack.page.isAncestorOf(focused):
            return
        around = focused.parentWidget()
        while around is not None and around is not self:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(focused, 0, GRID)
            around = around.parentWidget()
        if focused.height() <= self.viewport().height():
            self.ensureWidgetVisible(focused, 0, GRID)
        elif not 0 <= focused.mapTo(self.viewport(), QPoint()).y() < self.viewport().height() // 2:
            self.verticalScrollBar().setValue(focused.mapTo(self._holder, QPoint()).y() - GRID)


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
