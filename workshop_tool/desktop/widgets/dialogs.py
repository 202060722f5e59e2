"""Questions that are asked before something that cannot be taken back, in our own words on our own buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import dress, zoomed
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.sheet import Label, breakable
from workshop_tool.look.tokens import GRID

TEXT_WIDTH = 420


class Dialog(QDialog):
    """A window over the window: ``body`` is its column, ``buttons`` the row at its foot."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        if parent is None:
            dress(self)  # else it is dressed as what it stands over
        self.setWindowTitle(title)
        self.setModal(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(Label(title, "section", name="dialog_title"))
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)

    def add_buttons(self, yes: str, no: str | None) -> PrimaryButton:
        """Put the two answers at the foot; Escape means no. Return the yes button.

        Enter means yes, unless the other answer has the focus; where there is nothing to fill in, yes has it first.
        """
        asks_only = not any(_takes_focus(widget) for widget in self.findChildren(QWidget))
        if no is not None:
            self.buttons.addWidget(QuietButton(no, "dialog_no", self.reject))
        button = PrimaryButton(yes, "dialog_yes", self.accept)
        self.buttons.addWidget(button)
        button.setDefault(True)
        if asks_only:
            button.setFocus()
        return button


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.isHidden()


def ask(parent: QWidget | None, title: str, text: str, yes: str, no: str) -> bool:
    """Ask a question and wait for the answer; Escape and closing mean no."""
    dialog = dialog_of_words("ask", parent, title, text)
    dialog.add_buttons(yes, no)
    return dialog.exec() == QDialog.DialogCode.Accepted


def tell(parent: QWidget | None, title: str, text: str, understood: str) -> None:
    """Say something that has to be read before going on."""
    dialog = dialog_of_words("tell", parent, title, text)
    dialog.add_buttons(understood, None)
    dialog.exec()


def dialog_of_words(name: str, parent: QWidget | None, title: str, text: str) -> Dialog:
    """Return a dialog that says something; whoever asked adds the buttons."""
    dialog = Dialog(name, title, parent)
    words = Label(breakable(text), name="dialog_text", wraps=True)
    words.setMinimumWidth(zoomed(TEXT_WIDTH))
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    dialog.body.addWidget(words)
    return dialog
