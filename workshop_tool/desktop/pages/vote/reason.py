"""Asks for the reason that a doubtful count or a correction is kept with."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.language import _


def ask_reason(parent: QWidget, title: str, text: str) -> str:
    """Ask why, and wait for the answer; empty = rather not."""
    dialog = Dialog("ask_reason", title, parent)
    words = Label(text, name="dialog_text", wraps=True)
    words.setMinimumWidth(TEXT_WIDTH)
    line = QLineEdit()
    line.setObjectName("reason")
    line.setAccessibleName(_("Reason"))
    line.setPlaceholderText(_("such as: two people came late"))
    line.setMaxLength(LINE_CAP)
    dialog.body.addWidget(words)
    dialog.body.addWidget(Label(_("Reason"), "caption", name="reason_label"))
    dialog.body.addWidget(line)
    keep = dialog.add_buttons(_("Keep the count"), _("Leave it as it was"))
    keep.setEnabled(False)
    line.textChanged.connect(lambda typed: keep.setEnabled(bool(clean_line(typed))))
    line.setFocus()
    kept = dialog.exec() == QDialog.DialogCode.Accepted
    return clean_line(line.text()) if kept else ""
