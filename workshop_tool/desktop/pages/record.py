"""Record: what the report holds and lacks, a preview of its pages, its standing, and the ways out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched
from workshop_tool.desktop.pages.record_contents import sections, warnings
from workshop_tool.desktop.pages.record_export import ExportPanel
from workshop_tool.desktop.pages.record_holdings import Holdings
from workshop_tool.desktop.pages.record_preview import RecordPreview
from workshop_tool.desktop.pages.record_standing import StandingPanel
from workshop_tool.desktop.widgets.sheet import PageHeader
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_ASIDE_WIDTH = 52 * GRID


class RecordPage(Page):
    """Shows the record of the workshop as it stands."""

    key = "record"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.holdings = Holdings()
        self.holdings.page_wanted.connect(self.page_wanted)
        self.standing = StandingPanel(bridge)
        self.export = ExportPanel(bridge)
        self.preview = RecordPreview(bridge)
        subtitle = _("The report of the day. It follows every change.")
        buttons = (self.export.data_button, self.export.pdf_button)
        self.body.addWidget(PageHeader(_("Record"), subtitle, *buttons))
        columns = QHBoxLayout()
        columns.setSpacing(3 * GRID)
        columns.addWidget(self._aside())
        columns.addWidget(self.preview, 1)
        self.body.addLayout(columns, 1)

    def show_workshop(self, workshop: Workshop, _touched: Touched) -> None:
        """Show what the record holds now; the preview follows when the workshop rests."""
        self.holdings.show_sections(sections(workshop))
        self.holdings.show_missing(warnings(workshop))
        self.standing.show_standing(workshop.plan.particulars.standing)
        self.preview.show_soon(workshop)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was up."""
        super().showEvent(event)
        self.preview.show_soon(self.bridge.workshop)

    def _aside(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("record_aside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.export)
        column.addWidget(self.holdings)
        column.addWidget(self.standing)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("record_aside_scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(_ASIDE_WIDTH)
        scroll.setWidget(inside)
        return scroll
