"""Asks before the names of the participants are forgotten for good, and says what is left to be looked at by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

WIDTH = 520
_LINE = 22
_FEW_LINES, _MOST_LINES = 3, 7


class ForgetDialog(Dialog):
    """What goes, what stays, and where names still stand in somebody's words."""

    def __init__(self, people: int, still_said: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("forget_dialog", _("Forget the names of the participants?"), parent)
        what = ngettext(
            "The name of {n} participant is replaced by a number, in the workshop and in all its backups.",
            "The names of {n} participants are replaced by numbers, in the workshop and in all its backups.",
            people,
        ).format(n=people)
        how = _(
            "This is for good and cannot be undone. Organisations, sectors and groups stay, for the record counts by "
            "them. Copies that you saved elsewhere are not changed."
        )
        words = Label(f"{what} {how}", name="dialog_text", wraps=True)
        words.setMinimumWidth(zoomed(WIDTH))
        self.body.addWidget(words)
        if still_said:
            self.body.addSpacing(GRID)
            said = _("These words are left as they are. Look at them yourself, before or after:")
            self.body.addWidget(Label(said, "strong", name="forget_left", wraps=True))
            self.body.addWidget(_listed(still_said))
        self.add_buttons(_("Forget the names"), _("Keep them")).setDefault(False)


def _listed(lines: Sequence[str]) -> QPlainTextEdit:
    listed = QPlainTextEdit("\n".join(lines))
    listed.setObjectName("forget_list")
    listed.setAccessibleName(_("Where names still stand"))
    listed.setReadOnly(True)
    listed.setTabChangesFocus(True)
    listed.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    listed.setMinimumHeight(min(len(lines), _FEW_LINES) * zoomed(_LINE) + 2 * GRID)
    listed.setMaximumHeight(min(len(lines), _MOST_LINES) * zoomed(_LINE) + 2 * GRID)
    return listed


def said_forgotten(people: int, still_said: int) -> str:
    """Say what forgetting came to."""
    done = ngettext("The name of {n} participant is forgotten.", "The names of {n} participants are forgotten.", people)
    if not still_said:
        return done.format(n=people)
    left = ngettext("{n} place still names somebody.", "{n} places still name somebody.", still_said)
    return f"{done.format(n=people)} {left.format(n=still_said)}"
