"""The backups of a workshop to choose from: when each was made, what for, and what it holds."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.dates import said_date
from workshop_tool.desktop.dress.speaking import screen_locale
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label, Pill, Sheet
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.backing_up import Holdings, KeptCopy
from workshop_tool.store.backups import Backup, Occasion
from workshop_tool.store.refusals import NewerFile

WIDTH = 600
LIST_HEIGHT = 340
CARD_HEIGHT = 102


class CopyCard(Sheet):
    """One backup; one that is damaged says so and cannot be chosen."""

    def __init__(self, copy: KeptCopy, today: dt.date) -> None:
        super().__init__("kept_copy", margin=GRID + GRID // 2)
        self.copy = copy
        title = f"{said_moment(copy.backup.at, today)} · {said_occasion(copy.backup.occasion)}"
        holds = said_holdings(copy.holdings) if copy.holdings else said_unusable(copy.problem)
        self.choice = QRadioButton(title)
        self.choice.setObjectName("kept_copy_choice")
        self.choice.setAccessibleName(f"{title}. {holds}")
        self.choice.setEnabled(copy.holdings is not None)
        head = QHBoxLayout()
        head.addWidget(self.choice, 1)
        if copy.holdings is None:
            head.addWidget(Pill(_("Unusable"), "attention", name="kept_copy_unusable"))
        self.body.setSpacing(2)
        self.body.addLayout(head)
        words = Label(holds, "secondary", name="kept_copy_holds", wraps=True)
        words.setIndent(3 * GRID)
        self.body.addWidget(words)


class KeptCopies(QScrollArea):
    """All backups, the newest first; the newest one that can be used is chosen from the start."""

    chosen = Signal()

    def __init__(self, copies: Sequence[KeptCopy], today: dt.date) -> None:
        super().__init__()
        self.setObjectName("kept_copies")
        self.setAccessibleName(_("Backups, the newest first"))
        self.setWidgetResizable(True)
        held = QWidget()
        held.setObjectName("kept_copies_held")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        self._cards = [CopyCard(copy, today) for copy in copies]
        group = QButtonGroup(self)
        for card in self._cards:
            group.addButton(card.choice)
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(held)
        self.setMinimumHeight(min(LIST_HEIGHT, len(self._cards) * CARD_HEIGHT))
        if usable := [card for card in self._cards if card.choice.isEnabled()]:
            usable[0].choice.setChecked(True)
            self.setFocusProxy(usable[0].choice)

    @property
    def choice(self) -> Backup | None:
        """The backup that is chosen; None where none can be used."""
        return next((card.copy.backup for card in self._cards if card.choice.isChecked()), None)


class RestoreDialog(Dialog):
    """Says what it is about, and lets one of the backups be chosen."""

    def __init__(
        self, title: str, text: str, after: str, copies: Sequence[KeptCopy], parent: QWidget | None = None
    ) -> None:
        super().__init__("restore_dialog", title, parent)
        words = Label(f"{text} {after}", name="dialog_text", wraps=True)
        words.setMinimumWidth(WIDTH)
        self.copies = KeptCopies(copies, dt.datetime.now().astimezone().date())
        self.body.addWidget(words)
        self.body.addWidget(Label(_("Backups, the newest first"), "caption", name="restore_caption"))
        self.body.addWidget(self.copies, 1)
        yes = self.add_buttons(_("Go back to this backup"), _("Cancel"))
        yes.setEnabled(self.copies.choice is not None)
        self.copies.setFocus()
        if (layout := self.layout()) is not None:  # Qt would cut it at two thirds of the screen, and squeeze the list
            width = self.sizeHint().width()
            room = self.screen().availableGeometry().height() * 9 // 10
            self.resize(width, min(layout.totalHeightForWidth(width), room))


def said_moment(at: dt.datetime, today: dt.date) -> str:
    """Return "Today, 14:32" or "6 June 2026, 14:32": local time, in the way the computer is set to."""
    local = at.astimezone()
    clock = screen_locale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    day = _("Today") if local.date() == today else said_date(local.date())
    return f"{day}, {clock}"


def said_occasion(occasion: Occasion) -> str:
    """Say what a backup was made for."""
    return {
        "opened": _("when it was opened"),
        "working": _("while working on it"),
        "round-closed": _("after a round was closed"),
        "published": _("after a result was published"),
        "before-upgrade": _("before a newer version opened it"),
        "before-restore": _("before going back to another backup"),
    }[occasion]


def said_unusable(problem: WorkshopProblem | None) -> str:
    """Say why a backup cannot be used."""
    if isinstance(problem, NewerFile):
        return _("A newer version of Workshop Tool made it, and only that can read it.")
    return _("It is damaged and cannot be read.")


def said_holdings(holdings: Holdings) -> str:
    """Say how much a backup holds; what there is none of is left out."""
    counts = (
        (holdings.trends, ngettext("{n} trend", "{n} trends", holdings.trends)),
        (holdings.areas, ngettext("{n} problem area", "{n} problem areas", holdings.areas)),
        (holdings.participants, ngettext("{n} participant", "{n} participants", holdings.participants)),
        (holdings.posters, ngettext("{n} poster", "{n} posters", holdings.posters)),
        (holdings.words, ngettext("{n} word on the posters", "{n} words on the posters", holdings.words)),
    )
    said = [words.format(n=screen_locale().toString(n)) for n, words in counts if n]
    said += [_said_round(*round_) for round_ in holdings.rounds]
    return ", ".join(said) or _("nothing yet but its title, “{title}”").format(title=holdings.title)


def _said_round(name: str, state: str, ballots: int) -> str:
    states = {
        "prepared": _("in preparation"),
        "open": _("open"),
        "closed": _("closed"),
        "published": _("published"),
    }
    words = ngettext("“{name}” ({state}) with {n} ballot", "“{name}” ({state}) with {n} ballots", ballots)
    return words.format(name=name, state=states.get(state, state), n=ballots)
