"""Whose record it looks like: its language, its accent, and the logos on its cover."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog, QGridLayout, QHBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.buttons import PlainButton, QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import LANGUAGES, _
from workshop_tool.look.accent import readable_accent
from workshop_tool.look.palette import LIGHT
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.edits.record import choose_for_record
from workshop_tool.services.photos import keep_photo

_SWATCH = 2 * GRID


class LookPanel(Sheet):
    """Shows the look and asks for another; each choice is one step of undo."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("record_look")
        self._bridge = bridge
        self.language = Choosing()
        self.language.setObjectName("record_language")
        self.language.setAccessibleName(_("Language of the record"))
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.activated.connect(lambda _at: self._take_language())
        self.accent = QuietButton(_("Colour…"), "choose_accent", self._choose_accent)
        self.house_colour = PlainButton(_("Put back"), "usual_accent", partial(self.take_accent, ""), icon="undo")
        self._accent_note = Label("", "small", name="accent_note", wraps=True)
        self.logo, self.no_logo = self._logo_buttons("logo", _("Own logo…"))
        self.client_logo, self.no_client_logo = self._logo_buttons("client_logo", _("Client's logo…"))
        self._problem = Label("", "attention", name="logo_problem", wraps=True)
        self._problem.hide()
        self._lay_out()

    def show_look(self, workshop: Workshop) -> None:
        """Show what was chosen."""
        record = workshop.plan.record
        self._show_language(workshop.plan.particulars.language)
        printed = readable_accent(record.accent) if record.accent else LIGHT.accent
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(QColor(printed))
        self.accent.setIcon(QIcon(swatch))
        self.house_colour.setVisible(bool(record.accent))
        pale = bool(record.accent) and printed != record.accent.upper()
        self._accent_note.setText(_("Too pale to be read on white, so it is printed darker.") if pale else "")
        self._accent_note.setVisible(pale)
        self.no_logo.setVisible(record.logo is not None)
        self.no_client_logo.setVisible(record.client_logo is not None)

    def _show_language(self, code: str) -> None:
        """Show the language; one that there are no words for stays as it is, and is said to be so."""
        while self.language.count() > len(LANGUAGES):
            self.language.removeItem(self.language.count() - 1)
        if code not in LANGUAGES:
            self.language.addItem(_("{code}: no words yet, printed in English").format(code=code), code)
        self.language.setCurrentIndex(self.language.findData(code))

    def take_accent(self, colour: str) -> None:
        """Choose an accent ("#RRGGBB"), or the house's own again (empty)."""
        self._bridge.edit(_("Choose the record's colour"), partial(choose_for_record, accent=colour))

    def take_logo(self, which: str, path: Path) -> None:
        """Keep a picture beside the workshop and put it on the cover; ``which`` is ``logo`` or ``client_logo``."""
        self._problem.hide()
        put = partial(self._put_logo, which)
        self._bridge.in_background(keep_photo, self._bridge.session.path, path, then=put, failed=self._fail)

    def _put_logo(self, which: str, name: str | None) -> None:
        label = _("Choose a logo") if name else _("Take a logo off")
        self._bridge.edit(label, lambda plan: choose_for_record(plan, **{which: name}))

    def _fail(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()

    def _take_language(self) -> None:
        code = self.language.currentData()
        if code != self._bridge.workshop.plan.particulars.language:
            self._bridge.edit(_("Choose the record's language"), partial(revise_particulars, language=code))

    def _choose_accent(self) -> None:
        chosen = self._bridge.workshop.plan.record.accent or LIGHT.accent
        colour = QColorDialog.getColor(QColor(chosen), self, _("Colour of the record"))
        if colour.isValid():
            self.take_accent(colour.name().upper())

    def _choose_logo(self, which: str) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.webp)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a logo"), "", kinds)
        if name:
            self.take_logo(which, Path(name))

    def _logo_buttons(self, which: str, says: str) -> tuple[QuietButton, PlainButton]:
        choose = QuietButton(says, f"choose_{which}", partial(self._choose_logo, which))
        remove = PlainButton(_("Remove"), f"remove_{which}", partial(self._put_logo, which, None))
        return choose, remove

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        rows = (
            (_("Language"), (self.language,)),
            (_("Accent"), (self.accent, self.house_colour)),
            (_("Logos"), (self.logo, self.no_logo)),
            ("", (self.client_logo, self.no_client_logo)),
        )
        for at, (label, widgets) in enumerate(rows):
            grid.addWidget(Label(label, "caption", name="look_label"), at, 0)
            grid.addLayout(_beside(widgets), at, 1)
        self.body.addWidget(Label(_("Language and look"), "section", name="look_title"))
        self.body.addLayout(grid)
        self.body.addWidget(self._accent_note)
        self.body.addWidget(self._problem)


def _beside(widgets: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
