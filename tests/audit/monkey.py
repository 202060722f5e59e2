"""A monkey at the window: seeded clicks, keys, words, drags, page changes; what it breaks, it can break again."""

import random
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.audit.judging import place
from tests.audit.stalls import run_for, watching
from tests.audit.witness import Told, edges, witness
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages import PAGES
from workshop_tool.domain.fact import Fact
from workshop_tool.domain.plan import Key
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.opening import read_workshop

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE: Final = 2
"""Milliseconds between two gestures."""
PATIENCE: Final = 20.0
"""Seconds that one gesture and what it sets off may take."""
WORDS: Final = ("fog", "Æ", "12", "0:30", "kompetanse", "<b>", "   ", "…", "9" * 12, "a\tb", "=1+1", "😀")
KEYS: Final = (
    *("Tab", "Backtab", "Return", "Escape", "Space", "Delete", "Backspace", "Home", "End", "F2", "F10", "F5"),
    *("Up", "Down", "Left", "Right", "PageUp", "PageDown", "Question", "B", "F", "P", "T"),
)
CHORDS: Final = ("Z", "Shift+Z", "Y", "A", "C", "V", "X", "K")
AWAY: Final = ("home", "recent_card")
"""What leads out of the window."""
_TARGETS: Final = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar)


def let_loose(window: MainWindow, path: Path, seed: int, gestures: int) -> Told:
    """Let a monkey make so many gestures, close the window as a facilitator does, and compare file and memory."""
    told = Told(seed)
    with ExitStack() as around:
        around.enter_context(witness(told))
        around.enter_context(edges(path.parent))
        stalls = around.enter_context(watching())
        around.callback(_wear, dark=theme.is_dark(), zoom=theme.zoom())
        _Monkey(window, told, gestures).work()
        told.longest_stall = stalls.busiest
        window.flush()
        window.close()
        window.bridge.close()
        window.bridge.session.close()
        remembered, written = window.bridge.workshop, read_workshop(window.bridge.session.path)
        told.problems += differences(remembered, written)
    return told


def differences(remembered: Workshop, written: Workshop) -> list[str]:
    """Return what a file holds otherwise than memory does."""
    ours, theirs = dict[Key, Fact](remembered.facts()), dict[Key, Fact](written.facts())
    return [
        f"{key}: memory has {ours.get(key)}, the file {theirs.get(key)}"
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key) != theirs.get(key)
    ]


class _Monkey(QObject):
    """Each gesture asks for the next one first, so that it goes on inside the loops of dialogs and menus."""

    def __init__(self, window: MainWindow, told: Told, gestures: int) -> None:
        super().__init__()
        self._window = window
        self._told = told
        self._left = gestures
        self._rng = random.Random(told.seed)
        self._depth = 0
        self._is_over = False
        self._asked_to_go: QWidget | None = None

    def work(self) -> None:
        """Make all gestures, then close what is open; the window itself stays."""
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        began, before = time.monotonic(), -1
        self._ask()
        while not self._is_over:
            run_for(0.01)
            if len(self._told.gestures) != before:
                began, before = time.monotonic(), len(self._told.gestures)
            if time.monotonic() - began > PATIENCE:
                self._told.problems.append("the window answers no more")
                break
        app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window open, whatever is pressed."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            event.ignore()
            return True
        return False

    def _ask(self) -> None:
        QTimer.singleShot(PAUSE, self, self._step)

    def _step(self) -> None:
        if self._left <= 0:
            self._clear_away()
            return
        self._left -= 1
        self._ask()
        self._depth += 1
        try:
            self._make_gesture()
        finally:
            self._depth -= 1

    def _clear_away(self) -> None:
        """Close one menu or dialog after the other; what does not go when asked is hidden, which ends its loop."""
        open_ = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if open_ is None:
            self._is_over = not self._depth
        elif self._asked_to_go is open_ or not open_.close():
            open_.hide()
        self._asked_to_go = open_
        if not self._is_over:
            self._ask()

    def _make_gesture(self) -> None:
        root = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window
        choices: tuple[tuple[Callable[[QWidget], str], int], ...] = (
            (self._click, 40),
            (self._press, 20),
            (self._type, 15),
            (self._drag, 5),
            (self._chord, 10),
            (self._turn, 10),
            (self._stretch, 2),
            (self._grow, 2),
        )
        if isinstance(root, QMenu):
            choices = ((self._press, 1),)
        elif isinstance(root, QDialog):
            choices = choices[:4]
        (gesture,) = self._rng.choices([each for each, _weight in choices], [weight for _each, weight in choices])
        self._told.gestures.append(gesture.__name__.strip("_"))
        at = len(self._told.gestures) - 1
        did = gesture(root)  # in a dialog's loop, others come meanwhile
        self._told.gestures[at] += f" {did}"

    def _click(self, root: QWidget) -> str:
        targets = self._targets(root)
        if not targets:
            return self._press(root)
        target = self._rng.choice(targets)
        self._note(place(target))
        inside = target.viewport() if isinstance(target, QAbstractItemView) else target
        area = inside.visibleRegion().boundingRect()
        if area.isEmpty():
            return "nowhere"  # of a table that is squeezed, only the head is seen
        spot = QPoint(self._rng.randint(area.left(), area.right()), self._rng.randint(area.top(), area.bottom()))
        if self._rng.random() < 0.1:
            QTest.mouseDClick(inside, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        else:
            QTest.mouseClick(inside, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        return f"at {spot.x()}, {spot.y()}"

    def _press(self, root: QWidget) -> str:
        key = self._rng.choice(KEYS)
        self._note(key)
        QTest.keyClick(self._focus(root), getattr(Qt.Key, f"Key_{key}"))
        return "pressed"

    def _type(self, root: QWidget) -> str:
        word = self._rng.choice(WORDS)
        self._note(repr(word))
        for letter in word:
            if letter.isascii() and letter.isprintable():
                QTest.keyClicks(self._focus(root), letter)
        return "typed"

    def _drag(self, root: QWidget) -> str:
        targets = [target for target in root.findChildren(QWidget, "trend_map") if target.isVisible()] or [root]
        target = self._rng.choice(targets)
        self._note(place(target))
        width, height = max(target.width(), 2), max(target.height(), 2)
        start, end = (QPoint(self._rng.randrange(width), self._rng.randrange(height)) for _ in range(2))
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        if target is root:
            return "nothing to drag"
        QTest.mousePress(target, left, none, start)
        for step in range(1, 5):
            QTest.mouseMove(target, start + (end - start) * step / 4)
        QTest.mouseRelease(target, left, none, end)
        return f"from {start.toTuple()} to {end.toTuple()}"

    def _chord(self, root: QWidget) -> str:
        chord = self._rng.choice(CHORDS)
        self._note(chord)
        modifier = Qt.KeyboardModifier.ControlModifier
        if chord.startswith("Shift+"):
            modifier |= Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self._focus(root), getattr(Qt.Key, f"Key_{chord[-1]}"), modifier)
        return "pressed with Ctrl"

    def _turn(self, _root: QWidget) -> str:
        key = self._rng.choice(PAGES).key
        self._note(key)
        self._window.show_page(key)
        return "shown"

    def _stretch(self, _root: QWidget) -> str:
        width, height = self._rng.randrange(640, 1800), self._rng.randrange(480, 1100)
        self._note(f"the window to {width} by {height}")
        self._window.resize(width, height)
        return "made"

    def _grow(self, _root: QWidget) -> str:
        zoom = self._rng.choice((1.0, 1.25, 1.5, 2.0))
        self._note(f"text to {zoom}")
        _wear(dark=theme.is_dark(), zoom=zoom)
        self._window.refresh_look()
        return "made"

    def _note(self, what: str) -> None:
        """Say what is about to happen, before it may go wrong."""
        self._told.gestures[-1] += f" {what}"

    def _focus(self, root: QWidget) -> QWidget:
        focused = QApplication.focusWidget()
        return focused if focused is not None and (focused is root or root.isAncestorOf(focused)) else root

    def _targets(self, root: QWidget) -> list[QWidget]:
        return [
            widget
            for widget in root.findChildren(QWidget)
            if (isinstance(widget, _TARGETS) or widget.objectName() == "trend_map")
            and widget.isVisible()
            and widget.isEnabled()
            and not widget.visibleRegion().isEmpty()
            and widget.objectName() not in AWAY
        ]


def _wear(*, dark: bool, zoom: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.wear(app, dark=dark, zoom=zoom)
