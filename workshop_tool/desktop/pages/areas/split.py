"""Splitting a problem area in two: both texts are there to cut from."""

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog
from workshop_tool.desktop.widgets.fields import labelled
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class SplitDialog(Dialog):
    """Shows the text twice; the second one gets a number of its own."""

    def __init__(self, area: ProblemArea, next_number: int, parent: QWidget | None = None) -> None:
        super().__init__("split", _("Split problem area {number}").format(number=area.number), parent)
        self._first = _words("split_keeps", _("Number {number} keeps").format(number=area.number))
        self._second = _words("split_gets", _("Number {number} gets").format(number=next_number))
        self._in_room = QCheckBox(_("The new one came up in the workshop"))
        self._in_room.setObjectName("split_in_room")
        hint = _("Delete from each what belongs to the other. Poster, links and note stay with the first.")
        self.body.addWidget(Label(hint, "secondary", name="split_hint", wraps=True))
        for words in (self._first, self._second):
            self.body.addWidget(labelled(Label(words.accessibleName(), "caption"), words))
            words.setPlainText(area.text)
            words.textChanged.connect(self._follow)
        self.body.addWidget(self._in_room)
        self._yes = self.add_buttons(_("Split"), _("Cancel"))
        self._follow()
        self._first.selectAll()
        self._first.setFocus()

    @property
    def texts(self) -> tuple[str, str]:
        """What the two say, clean."""
        return clean_line(self._first.toPlainText()), clean_line(self._second.toPlainText())

    @property
    def in_room(self) -> bool:
        """Whether the second came up in the workshop."""
        return self._in_room.isChecked()

    def _follow(self) -> None:
        one, other = self.texts
        fits = all(0 < len(text) <= LINE_CAP for text in (one, other))
        self._yes.setEnabled(fits and one != other)


def _words(name: str, says: str) -> QPlainTextEdit:
    words = QPlainTextEdit()
    words.setObjectName(name)
    words.setAccessibleName(says)
    words.setTabChangesFocus(True)
    words.setFixedHeight(zoomed(9 * GRID))
    words.setMinimumWidth(TEXT_WIDTH)
    return words
