"""Record: its sections and their texts beside a preview of its pages, what is missing, and the ways out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.record.chosen import ChosenSection
from workshop_tool.desktop.pages.record.drawing import Preview
from workshop_tool.desktop.pages.record.export import ExportPanel
from workshop_tool.desktop.pages.record.look import LookPanel
from workshop_tool.desktop.pages.record.missing import Missing
from workshop_tool.desktop.pages.record.preview import RecordPreview
from workshop_tool.desktop.pages.record.sections import SectionList
from workshop_tool.desktop.pages.record.standing import StandingPanel
from workshop_tool.desktop.pages.record.warnings import warnings
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.record.sections import KEYS
from workshop_tool.services.edits.record import move_section, put_sections_back, revise_section

_ASIDE_WIDTH = 52 * GRID


class RecordPage(Page):
    """Shows the record of the workshop as it stands, and lets one choose what it holds."""

    key = "record"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.sections = SectionList()
        self.chosen = ChosenSection(bridge)
        self.look = LookPanel(bridge)
        self.missing = Missing()
        self.standing = StandingPanel(bridge)
        self.export = ExportPanel(bridge)
        self.preview = RecordPreview(bridge)
        self._drawn: Preview | None = None
        self._usual = PlainButton(_("As usual"), "usual_sections", self._put_back, icon="undo")
        self._usual.setToolTip(_("All sections in their usual order, without titles and texts of their own"))
        self._lay_out()
        self._follow()

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show what the record holds now; the preview follows when the workshop rests."""
        record = workshop.plan.record
        places = self._drawn.places if self._drawn else None
        self.sections.show_sections(record.in_order(KEYS), places)
        self._usual.setEnabled(bool(record.sections))
        self.chosen.show_choices(record, self.sections.current_key)
        self.look.show_look(workshop)
        self._show_missing(workshop)
        self.standing.show_standing(workshop.plan.particulars.standing)
        chosen = touched is not None and touches(touched, ("record", "particulars"))
        self.preview.show_soon(workshop, chosen=chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was up."""
        super().showEvent(event)
        self.preview.show_soon(self.bridge.workshop)

    def _show_missing(self, workshop: Workshop) -> None:
        drawn = self._drawn
        said = warnings(workshop, drawn.without_glyph, turned=drawn.right_to_left) if drawn else warnings(workshop)
        self.missing.show_missing(said, names=workshop.plan.record.names)

    def _show_drawn(self, preview: Preview) -> None:
        """Take in what the worker found out on the way: pages, the summary's own words, characters without glyph."""
        self._drawn = preview
        workshop = self.bridge.workshop
        self.sections.show_sections(workshop.plan.record.in_order(KEYS), preview.places)
        self.chosen.show_written(preview.summary, workshop.plan.record)
        self._show_missing(workshop)

    def _choose(self, key: str) -> None:
        self.chosen.show_choices(self.bridge.workshop.plan.record, key)
        self.preview.turn_to(key)

    def _draft(self, key: str, edit: Callable[[Plan], Plan]) -> None:
        workshop = self.bridge.workshop
        self.preview.show_draft(workshop.with_plan(edit(workshop.plan)), key)

    def _switch(self, key: str, on: bool) -> None:
        label = _("Put a section into the record") if on else _("Leave a section out of the record")
        self.bridge.edit(label, partial(revise_section, key=key, usual=KEYS, shown=on))

    def _move(self, key: str, index: int) -> None:
        self.bridge.edit(_("Move a section"), partial(move_section, key=key, index=index, usual=KEYS))

    def _put_back(self) -> None:
        self.chosen.flush()
        self.bridge.edit(_("Sections as usual"), put_sections_back)

    def _follow(self) -> None:
        self.missing.page_wanted.connect(self.page_wanted)
        self.sections.chosen.connect(self._choose)
        self.sections.switched.connect(self._switch)
        self.sections.moved.connect(self._move)
        self.chosen.drafted.connect(self._draft)
        self.preview.drawn.connect(self._show_drawn)

    def _lay_out(self) -> None:
        subtitle = _("The report of the day. It follows every change.")
        self.body.addWidget(PageHeader(_("Record"), subtitle, self.export.data_button, self.export.pdf_button))
        aside = QWidget()
        aside.setObjectName("record_left")
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._aside(), 1)
        column.addWidget(self.standing)
        columns = Beside(spacing=3 * GRID)
        columns.add(aside, width=_ASIDE_WIDTH, tall=2 * TALL)
        columns.add(self.preview, 1, tall=2 * TALL)
        self.body.addLayout(columns, 1)

    def _listed(self) -> Sheet:
        sheet = Sheet("sections")
        top = QHBoxLayout()
        top.addWidget(Label(_("Sections"), "section", name="sections_title"), 1)
        top.addWidget(self._usual)
        sheet.body.addLayout(top)
        sheet.body.addWidget(self.sections)
        return sheet

    def _aside(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("record_aside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for part in (self.export, self._listed(), self.chosen, self.look, self.missing):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("record_aside_scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll
