"""Which of several files is being added, and what kind of list it is taken for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.lists.drafts import ListKind
from workshop_tool.look.tokens import GRID


class PlaceRow(QWidget):
    """Hidden while a list is asked for by its page."""

    kind_wanted = Signal(str)
    """The file holds another kind of list."""

    def __init__(self, kind: ListKind) -> None:
        super().__init__()
        self.setObjectName("import_place")
        self._words = Label("", "secondary", name="import_place_words")
        self._kind = QComboBox()
        self._kind.setObjectName("import_kind")
        self._kind.setAccessibleName(_("What the file holds"))
        for each, words in _kinds():
            self._kind.addItem(words, each)
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._kind.activated.connect(lambda _at: self._choose(kind))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._words)
        row.addWidget(self._kind)
        row.addStretch(1)
        self.hide()

    def show_place(self, at: int, count: int) -> None:
        """Say which file of how many this is, counted from 1."""
        words = _("List {at} of {count}, taken for:") if count > 1 else _("Taken for:")
        self._words.setText(words.format(at=at, count=count))
        self.show()

    def _choose(self, shown: ListKind) -> None:
        if self._kind.currentData() != shown:
            self.kind_wanted.emit(self._kind.currentData())


def _kinds() -> tuple[tuple[ListKind, str], ...]:
    return (
        ("trends", _("Trends")),
        ("problems", _("Problem areas")),
        ("participants", _("Participants")),
        ("questions", _("Questions")),
    )
