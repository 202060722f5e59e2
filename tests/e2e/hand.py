"""The hand of a facilitator: the only way in which the tests of a whole day reach the window, and it counts.

Mouse and keys go to the window as the system sends them, so nothing hidden, covered or greyed out can be worked with.
Choosing a file in the system's own dialog is two actions: the file, and Enter.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keeping_gestures import when_asked

SLOW: Final = 60_000
"""Milliseconds that something may take on a busy computer."""


@dataclass
class Count:
    """What was done so far."""

    actions: list[tuple[str, str]] = field(default_factory=list)
    """Part of the day, and what was clicked or pressed."""
    typed: list[tuple[str, str]] = field(default_factory=list)
    """Part of the day, and what was typed into a field."""

    def table(self) -> str:
        """Return a line for each part of the day."""
        parts = dict.fromkeys(part for part, _what in self.actions)
        rows = [(part, [what for at, what in self.actions if at == part]) for part in parts]
        lines = [f"{len(done):>4}  {part:<12}  {', '.join(done)}" for part, done in rows]
        return "\n".join([*lines, f"{len(self.actions):>4}  in all; apart from them {len(self.typed)} fields typed"])


class Hand:
    """Clicks, presses and types; what is done is counted under ``part``."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot, self._patch = qtbot, monkeypatch
        self._before: QWidget | None = None
        self.part = ""
        self.count = Count()

    @property
    def window(self) -> QWidget:
        """The window that has the keyboard; after a dialog the one before it, as every system has it but this one."""
        window = QApplication.activeModalWidget() or QApplication.activeWindow()
        if (window is None or not window.isVisible()) and self._before is not None:
            window = self._before
            window.activateWindow()
        assert window is not None, "no window has the keyboard"
        if not window.isModal():
            self._before = window
        return window

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard; the window itself where none has."""
        return self.window.focusWidget() or self.window

    def click(self, name: str) -> None:
        """Click the widget with this objectName; where it has to be scrolled to, that is one action more."""
        self.wait(lambda: (found := self.shown(name)) is not None and found.isEnabled())
        widget = self.shown(name)
        assert widget is not None
        if not self._can_be_hit(widget):
            self._scroll_to(widget)
        window = widget.window()
        if window is not self.window:
            window.activateWindow()  # a click on a window brings it to the front
        at = widget.mapTo(window, widget.rect().center())
        hit = window.childAt(at)
        assert hit is not None, f"{name} cannot be clicked"
        assert hit is widget or widget.isAncestorOf(hit), f"{name} is covered by {hit.objectName()}"
        self._note(f"click {name}")
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def press(self, keys: str) -> None:
        """Press one key, alone or with others held down."""
        self._note(keys)
        QTest.keySequence(self._handle(), QKeySequence(keys))

    def type(self, text: str) -> None:
        """Type a content into the field that has the keyboard; what has it must take text."""
        takes_text = self.focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert takes_text, f"{text!r} would be typed into {self.focus.objectName()}"
        self.count.typed.append((self.part, text))
        for letter in text:
            QTest.keyClick(self._handle(), letter)  # type: ignore[call-overload]  # the stubs know no letters

    def choose_next(self, *paths: Path) -> None:
        """Choose files in the dialogs of the system that come next."""
        for path in paths:
            self._note(f"choose {path.name}")
        self._note("Enter")
        one, several = (str(paths[0]), ""), ([str(path) for path in paths], "")
        self._patch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: one)
        self._patch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: one)
        self._patch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: several)

    def when_asked(self, answer: Callable[[], None]) -> None:
        """Answer the question that the next action brings up."""
        when_asked(lambda _dialog: answer())

    def wait(self, until: Callable[[], object]) -> None:
        """Look on until something is so: no action."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=SLOW)

    def _note(self, what: str) -> None:
        self.count.actions.append((self.part, what))

    def _handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def shown(self, name: str) -> QWidget | None:
        """Return the widget with this objectName where it can be clicked now; None where there is none."""
        modal = QApplication.activeModalWidget()
        windows = [modal] if modal else [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        found = (widget for window in windows for widget in window.findChildren(QWidget, name))
        return next((widget for widget in found if widget.isVisible()), None)

    def _can_be_hit(self, widget: QWidget) -> bool:
        return widget.visibleRegion().contains(widget.rect().center())

    def _scroll_to(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        assert isinstance(above, QScrollArea), f"{widget.objectName()} is out of sight"
        self._note("scroll")
        above.ensureWidgetVisible(widget)
