"""What can be worked with in a window: its name for screen readers, its place in the order of Tab, its focus ring."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.audit.judging import place

_ROLES: Final = {
    getattr(QAccessible.Role, name)
    for name in (
        "Button",
        "ButtonDropDown",
        "ButtonMenu",
        "CheckBox",
        "ComboBox",
        "Dial",
        "EditableText",
        "HotkeyField",
        "Link",
        "List",
        "PageTabList",
        "ProgressBar",
        "RadioButton",
        "Slider",
        "SpinBox",
        "Table",
        "Tree",
    )
}
"""What a screen reader stops at and must be able to name; pictures only go with words here."""
_CONTROLS: Final = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_LONGEST_ROUND: Final = 2_000
_ENOUGH: Final = 3
"""Controls of one class are drawn by one rule."""
_RING: Final = 4
"""Pixels around a control that its ring may take."""


def unnamed(window: QWidget) -> list[str]:
    """Return what a screen reader would stop at in a window without being able to say what it is."""
    return [place(widget) for interface, widget in _walk(window) if interface.role() in _ROLES and not _name(interface)]


def out_of_reach(window: QWidget) -> list[str]:
    """Return the controls that Tab, and arrow keys within a group of buttons, never come to."""
    reached = {id(widget) for widget in round_trip(window)}
    groups = {id(group) for widget in round_trip(window) if (group := _group(widget)) is not None}
    return [
        place(widget)
        for widget in controls(window)
        if id(widget) not in reached and not (_group(widget) is not None and id(_group(widget)) in groups)
    ]


def controls(window: QWidget) -> list[QWidget]:
    """Return the controls that are seen and can be used; the parts of a control count as that control."""
    found: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, _CONTROLS) or isinstance(widget, QScrollBar | QHeaderView):
            continue
        inside = widget.parentWidget()
        is_part = isinstance(inside, QAbstractSpinBox | QComboBox | QAbstractItemView | QHeaderView)
        in_view = isinstance(inside.parentWidget() if inside else None, QAbstractItemView)
        if not (is_part or in_view) and widget.isVisibleTo(window) and widget.isEnabled() and _has_room(widget):
            found.append(widget)
    return found


def round_trip(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus is where it began; return where it was on the way."""
    window.activateWindow()
    seen: list[QWidget] = []
    for _step in range(_LONGEST_ROUND):
        window.focusNextPrevChild(True)
        widget = window.focusWidget()
        if widget is None or any(widget is other for other in seen):
            return seen
        seen.append(widget)
    raise AssertionError("Tab never comes back to where it began")


def unmarked(window: QWidget) -> list[str]:
    """Return the controls that look the same with the focus and without it; of one kind the first few are tried."""
    found, tried = [], Counter[type[QWidget]]()
    for widget in controls(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.visibleRegion().isEmpty():
            continue
        if tried[type(widget)] >= _ENOUGH:
            continue
        tried[type(widget)] += 1
        if isinstance(focused := QApplication.focusWidget(), QWidget):
            focused.clearFocus()
        QApplication.processEvents()
        area = _around(widget, window)
        before = _picture(window, area)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus() and not widget.isAncestorOf(QApplication.focusWidget() or window):
            continue
        if _picture(window, _around(widget, window)) == before:
            found.append(place(widget))
    return found


def _walk(window: QWidget) -> Iterator[tuple[QAccessibleInterface, QWidget]]:
    """Yield what a screen reader meets in a window, from the accessibility tree; cells and scroll bars aside."""
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        interface = waiting.pop()
        widget = interface.object()
        if not isinstance(widget, QWidget) or not widget.isVisibleTo(window):
            continue
        yield interface, widget
        if not isinstance(widget, QAbstractItemView | QComboBox | QAbstractSpinBox):
            waiting += [child for at in range(interface.childCount()) if (child := interface.child(at)) is not None]


def _name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name).strip()


def _group(widget: QWidget) -> object:
    return widget.group() if isinstance(widget, QAbstractButton) else None


def _has_room(widget: QWidget) -> bool:
    return widget.width() > 1 and widget.height() > 1


def _around(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-_RING, -_RING, _RING, _RING)


def _picture(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage()
