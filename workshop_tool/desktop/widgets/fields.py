"""Fields that save what is typed by themselves, and never lose a letter to an update that comes in meanwhile."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.editors import TypedLine, TypedText
from workshop_tool.domain.fact import clean_line, clean_text

PAUSE_MS: Final = 500
"""Typing is saved when it rests this long, and when the focus leaves the field."""
LONGEST_MS: Final = 2_000
"""Typing that never rests is saved this long after its first letter that is not."""
_EDGES: Final = 18
"""Pixels above and below a text's lines."""


class TypedField(QFrame):
    """What line and text field share: ``edited`` is heard with the clean text when there is something to save.

    Own saves come back as updates; they are recognised and leave the field alone, so typing goes on undisturbed.
    Somebody else's text waits while the field is in use.
    """

    edited = Signal(str)
    overtook = Signal(str)
    """What was typed here was saved over somebody else's text, which was this."""

    def __init__(self, editor: TypedLine | TypedText, clean: Callable[[str], str], name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.editor = editor
        editor.setObjectName(name)
        editor.setAccessibleName(says)
        self.setFocusProxy(editor)
        self._clean = clean
        self._shown = ""
        """The workshop's value, as last taken in here."""
        self._sent: list[str] = []
        """What was saved from here and has not come back yet."""
        self._held: str | None = None
        """Somebody else's value, which waits."""
        self._takes_next = False
        self._required = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.flush)
        editor.textChanged.connect(self._typed)
        editor.left.connect(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(editor)

    @property
    def text(self) -> str:
        """What stands in the field, clean, saved or not."""
        return self._clean(self._read())

    @property
    def is_unsaved(self) -> bool:
        """Whether something stands here that was not sent to be saved, or was refused."""
        last = self._sent[-1] if self._sent else self._shown
        return self.text != last and self.may_be_saved(self.text)

    def show_text(self, text: str) -> None:
        """Show the workshop's value, unless it is one that was typed here; while the field is in use it waits."""
        takes, self._takes_next = self._takes_next, False
        if text in self._sent:
            del self._sent[: self._sent.index(text) + 1]
            self._shown = text
            self._tell_overtaken()
        elif text == self._shown:
            self._held = None
        elif self.is_in_use() and text != self.text and not takes:
            self._held = text
        else:
            self._take(text)

    def is_in_use(self) -> bool:
        """Tell whether somebody else's text would disturb: something newer is being typed, or being saved over it."""
        return self.is_unsaved or (self._held is not None and bool(self._sent))

    def forget_saves(self) -> None:
        """Take the next value that is shown as it is: it comes from an undo, or belongs to something else."""
        if not self.is_unsaved:
            self._sent.clear()
            self._held = None
            self._shown = self.text
            self._takes_next = True

    def refuse_saves(self, *, gives_way: bool) -> None:
        """Know that what was sent may not have been saved; keep it to try again, or go back to what stands."""
        if self._sent:
            self._sent.clear()
            if gives_way:
                self._write(self._shown)

    def flush(self) -> None:
        """Save now what was typed and is not saved."""
        self._rest()
        if self.is_unsaved:
            self._sent.append(self.text)
            self.edited.emit(self.text)

    def may_be_saved(self, text: str) -> bool:
        """Tell whether this may be saved; a field that must say something keeps the old value while it is empty."""
        return bool(text) or not self._required

    def require(self) -> None:
        """Never save an empty text; one left behind goes back to what was there."""
        self._required = True

    def _typed(self) -> None:
        """Start the pause for letters only: Qt tells of a new margin or font in the same words."""
        if not self.is_unsaved:
            self._rest()
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _left(self) -> None:
        """Save what was typed here; where nothing was, show what came in meanwhile."""
        self.flush()
        if self._held is not None and not self._sent:
            self._take(self._held)
        elif not self.may_be_saved(self.text):
            self._write(self._shown)

    def _take(self, text: str) -> None:
        self._sent.clear()
        self._held = None
        self._shown = text
        self._write(text)

    def _tell_overtaken(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self.overtook.emit(held)

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
        line = TypedLine()
        line.setPlaceholderText(hint)
        line.setToolTip(hint)
        super().__init__(line, clean_line, name, says)


class TextField(TypedField):
    """Several lines; ``lines`` is how many show at once, more where it ``grows`` into free space."""

    def __init__(self, name: str, says: str, hint: str = "", *, lines: int = 4, grows: bool = False) -> None:
        text = _Lines(lines)
        policy = QSizePolicy.Policy
        text.setSizePolicy(policy.Expanding, policy.Expanding if grows else policy.Fixed)
        text.setPlaceholderText(hint)
        text.setTabChangesFocus(True)
        super().__init__(text, clean_text, name, says)


class _Lines(TypedText):
    """As high as so many lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + _EDGES)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


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
