"""Fields that save what is typed by themselves, and never lose a letter to an update that comes in meanwhile."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.domain.fact import clean_line, clean_text

PAUSE_MS: Final = 500
"""Typing is saved when it rests this long, and when the focus leaves the field."""
_EDGES: Final = 18
"""Pixels above and below a text's lines."""


class TypedField(QFrame):
    """What line and text field share: ``edited`` is heard with the clean text when there is something to save.

    Own saves come back as updates; they are recognised and leave the field alone, so typing goes on undisturbed.
    """

    edited = Signal(str)

    def __init__(self, editor: QLineEdit | QPlainTextEdit, clean: Callable[[str], str], name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.editor = editor
        editor.setObjectName(name)
        editor.setAccessibleName(says)
        self.setFocusProxy(editor)
        self._clean = clean
        self._shown = ""
        self._sent: list[str] = []
        self._required = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        editor.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(editor)

    @property
    def text(self) -> str:
        """What stands in the field, clean, saved or not."""
        return self._clean(self._read())

    def show_text(self, text: str) -> None:
        """Show the workshop's value, unless it is one that was typed here, or something newer is being typed."""
        if text == self._shown:
            return
        self._shown = text
        if text in self._sent:
            del self._sent[: self._sent.index(text) + 1]
        elif not self._pause.isActive():
            self._sent.clear()
            self._write(text)

    def forget_saves(self) -> None:
        """Take the next value that is shown as it is: it comes from an undo, or belongs to something else."""
        self._sent.clear()
        self._shown = self.text

    def flush(self) -> None:
        """Save now what was typed and is not saved."""
        self._pause.stop()
        if self._unsent():
            self._sent.append(self.text)
            self.edited.emit(self.text)

    def may_be_saved(self, text: str) -> bool:
        """Tell whether this may be saved; a field that must say something keeps the old value while it is empty."""
        return bool(text) or not self._required

    def require(self) -> None:
        """Never save an empty text; one left behind goes back to what was there."""
        self._required = True

    def _unsent(self) -> bool:
        last = self._sent[-1] if self._sent else self._shown
        return self.text != last and self.may_be_saved(self.text)

    def _typed(self) -> None:
        self._pause.start()

    def _left(self) -> None:
        self.flush()
        if not self.may_be_saved(self.text):
            self._write(self._shown)

    def _read(self) -> str:
        return self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()

    def _write(self, text: str) -> None:
        if self._read() == text:
            return
        self.editor.blockSignals(True)
        if isinstance(self.editor, QLineEdit):
            place = self.editor.cursorPosition()
            self.editor.setText(text)
            self.editor.setCursorPosition(place if self.editor.hasFocus() else 0)
        else:
            self.editor.setPlainText(text)
        self.editor.blockSignals(False)


class LineField(TypedField):
    """One line."""

    def __init__(self, name: str, says: str, hint: str = "") -> None:
        line = _Line()
        line.setPlaceholderText(hint)
        super().__init__(line, clean_line, name, says)
        line.left.connect(self._left)


class TextField(TypedField):
    """Several lines; ``lines`` is how many show at once, more where it ``grows`` into free space."""

    def __init__(self, name: str, says: str, hint: str = "", *, lines: int = 4, grows: bool = False) -> None:
        text = _Text(lines)
        policy = QSizePolicy.Policy
        text.setSizePolicy(policy.Expanding, policy.Expanding if grows else policy.Fixed)
        text.setPlaceholderText(hint)
        text.setTabChangesFocus(True)
        super().__init__(text, clean_text, name, says)
        text.left.connect(self._left)


class _Line(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Text(QPlainTextEdit):
    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + _EDGES)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def labelled(label: QWidget, field: QWidget) -> QWidget:
    """Return a column of a label and its field."""
    box = QWidget()
    box.setObjectName(f"{field.objectName()}_box")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(field)
    return box
