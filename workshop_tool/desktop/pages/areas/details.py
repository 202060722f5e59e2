"""The problem area that is chosen: its note and theme, who works on it, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit

from workshop_tool.desktop.pages.areas.standing import claim_mark, references
from workshop_tool.desktop.pages.areas.themes import themes_of
from workshop_tool.desktop.widgets.buttons import IconButton, PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.fields import LineField, TextField, labelled
from workshop_tool.desktop.widgets.sheet import Divider, Label, Pill, Sheet, breakable
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class AreaDetails(Sheet):
    """Shows one problem area and asks for changes; rests while none is chosen."""

    revised = Signal(str, object)
    """What Undo calls it, and the values that change."""
    moved = Signal(str)
    """The theme it goes to."""
    poster_wanted = Signal()
    merge_wanted = Signal()
    split_wanted = Signal()
    hiding_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("area_details", margin=2 * GRID)
        self.area: ProblemArea | None = None
        self._name = Label("", "strong", name="area_name", wraps=True)
        self._pill = Pill("", name="area_claim")
        self._says = Label("", name="area_text", wraps=True)
        self._who = Label("", "small", name="area_references", wraps=True)
        self._theme = QComboBox()
        self._theme.setObjectName("area_theme")
        self._theme.setAccessibleName(_("Theme"))
        self._theme.setEditable(True)
        self._theme.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._theme.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = self._theme.lineEdit()
        assert line is not None  # noqa: S101 - an editable box has one
        line.setObjectName("area_theme_line")
        line.setAccessibleName(_("Theme"))
        line.setMaxLength(LINE_CAP)
        line.setPlaceholderText(_("No theme"))
        line.editingFinished.connect(self._choose_theme)
        self._theme.activated.connect(lambda _row: self._choose_theme())
        self._note = TextField("area_note", _("Note"), _("What was said or merged"), lines=4, grows=True)
        self._note.edited.connect(lambda text: self.revised.emit(_("Change a problem area's note"), {"note": text}))
        self._owner = LineField("area_owner", _("Followed up by"), _("Nobody named"))
        if isinstance(owner := self._owner.editor, QLineEdit):
            owner.setMaxLength(LINE_CAP)
        self._owner.edited.connect(
            lambda owner: self.revised.emit(_("Change who follows up a problem area"), {"owner": owner})
        )
        self._new = QCheckBox(_("Came up in the workshop"))
        self._new.setObjectName("area_new")
        self._new.clicked.connect(self._mark_new)
        self._lay_out()

    def show_area(self, workshop: Workshop, area: ProblemArea | None) -> None:
        """Show one problem area, or none; what was typed about the one before is saved."""
        if area is None or self.area is None or area.id != self.area.id:
            self.flush()
            self._note.forget_saves()
            self._owner.forget_saves()
        self.area = area
        self.setEnabled(area is not None)
        plan = workshop.plan
        words, tone = claim_mark(plan, area) if area else ("", "quiet")
        self._name.setText(
            _("Problem area {number}").format(number=area.number) if area else _("Choose a problem area")
        )
        self._pill.setVisible(bool(words))
        self._pill.setText(self._pill.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 12 * GRID))
        self._pill.setToolTip(words)
        self._pill.setProperty("tone", tone)
        self._pill.style().polish(self._pill)
        hint = _("Its note, its theme and what can be done with it stand here.")
        self._says.setText(breakable(area.text) if area else hint)
        said = references(workshop, area.id) if area else ()
        self._who.setText("; ".join(said))
        self._who.setVisible(bool(said))
        self._show_theme(workshop, area)
        self._note.show_text(area.note if area else "")
        self._owner.show_text(area.owner if area else "")
        self._new.setChecked(area is not None and area.new)
        has_poster = area is not None and plan.poster_on(area.id) is not None
        self._poster.setText(_("Open its poster") if has_poster else _("Start a poster"))
        self._poster.setAccessibleName(self._poster.text())
        self._hide.setText(_("Show again") if area and area.hidden else _("Hide"))
        self._hide.setAccessibleName(self._hide.text())

    def flush(self) -> None:
        """Save what is being typed."""
        self._note.flush()
        self._owner.flush()

    def _show_theme(self, workshop: Workshop, area: ProblemArea | None) -> None:
        line = self._theme.lineEdit()
        if line is not None and line.hasFocus() and line.isModified():
            return  # somebody is typing a new one
        self._theme.blockSignals(True)
        self._theme.clear()
        self._theme.addItems([theme for theme in themes_of(workshop.plan.areas) if theme])
        self._theme.setCurrentText(area.theme if area else "")
        self._theme.blockSignals(False)

    def _choose_theme(self) -> None:
        theme = clean_line(self._theme.currentText())
        line = self._theme.lineEdit()
        if line is not None:
            line.setModified(False)
        if self.area is not None and theme != self.area.theme:
            self.area = self.area.revised(theme=theme)
            self.moved.emit(theme)

    def _mark_new(self, on: bool) -> None:
        origin = "workshop" if on else None
        self.revised.emit(_("Mark as new"), {"new": on, "origin": origin})

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._pill)
        self._poster = PrimaryButton("", "areas_claim", self.poster_wanted.emit, icon="posters")
        self._hide = QuietButton("", "area_hide", self.hiding_wanted.emit)
        self._hide.setToolTip(_("Leave it out of what the room sees; nothing of it is lost"))
        buttons = QGridLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._poster, 0, 0, 1, 3)
        buttons.addWidget(QuietButton(_("Merge into…"), "area_merge", self.merge_wanted.emit), 1, 0)
        buttons.addWidget(QuietButton(_("Split…"), "area_split", self.split_wanted.emit), 1, 1)
        buttons.addWidget(self._hide, 1, 2)
        self.body.addLayout(head)
        self.body.addWidget(self._says)
        self.body.addWidget(self._who)
        self.body.addSpacing(GRID)
        self.body.addWidget(labelled(Label(_("Theme"), "caption"), self._theme))
        self.body.addWidget(labelled(Label(_("Followed up by"), "caption"), self._owner))
        self.body.addWidget(labelled(Label(_("Note"), "caption"), self._note), 1)
        row = QHBoxLayout()
        row.addWidget(self._new)
        row.addStretch(1)
        row.addWidget(IconButton("delete", _("Remove (Delete)"), "areas_remove", self.removal_wanted.emit))
        self.body.addLayout(row)
        self.body.addWidget(Divider())
        self.body.addLayout(buttons)
