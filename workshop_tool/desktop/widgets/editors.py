"""Editors for words that leave Undo and Redo to the window once they have nothing of their own to take back."""

from typing import cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class TypedLine(QLineEdit):
    """One line; ``left`` is heard when the focus goes."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Let the window undo what was saved where nothing was typed since."""
        if _is_for_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusOutEvent(event)
        self.left.emit()


class TypedText(QPlainTextEdit):
    """Several lines; ``left`` is heard when the focus goes."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Let the window undo what was saved where nothing was typed since."""
        document = self.document()
        if _is_for_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusOutEvent(event)
        self.left.emit()


def _is_for_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Tell whether this asks for an undo or redo that the editor does not have; Qt's own swallow it all the same."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    key = cast("QKeyEvent", event)
    keys = QKeySequence.StandardKey
    return (key.matches(keys.Undo) and not can_undo) or (key.matches(keys.Redo) and not can_redo)
