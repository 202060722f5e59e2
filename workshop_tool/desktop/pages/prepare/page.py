"""Prepare: the facts of the workshop on the left; programme, questions and participants on the right."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QTabWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.importing.asked import import_list, import_several
from workshop_tool.desktop.pages.prepare.facts_form import FactsForm
from workshop_tool.desktop.pages.prepare.participants import participants_editor
from workshop_tool.desktop.pages.prepare.programme import ProgrammeEditor
from workshop_tool.desktop.pages.prepare.questions import QuestionsEditor
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.desktop.widgets.sheet import Sheet
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.lists.drafts import ListKind

TABS: Final = ("programme", "questions", "participants")


class PreparePage(Page):
    """What is settled before the day."""

    key: ClassVar[str] = "prepare"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._facts = FactsForm(bridge)
        self._questions = QuestionsEditor(bridge, partial(self._import, "questions"))
        self._programme = ProgrammeEditor(bridge)
        self._editors = {
            "participants": participants_editor(bridge, partial(self._import, "participants")),
        }
        self._tabs = QTabWidget()
        self._tabs.setObjectName("prepare_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        for table in TABS:
            tabs = {"programme": self._programme, "questions": self._questions}
            self._tabs.addTab(tabs.get(table) or self._editors[table], "")
        self._tabs.currentChanged.connect(self._offer_import)
        self._import_button = QuietButton(_("Add from list…"), "prepare_import", self._import_shown, icon="import")
        self._tabs.setCornerWidget(self._import_button, Qt.Corner.TopRightCorner)
        several = QuietButton(_("Add lists…"), "prepare_lists", partial(import_several, bridge, self), icon="import")
        several.setToolTip(_("Trends, problem areas, participants, questions: choose all their files at once"))
        self.body.addWidget(PageHeader(_("Prepare"), _("What you type is saved as you go."), several))
        self.body.addLayout(self._sheets(), 1)
        self._offer_import()

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show facts and lists."""
        plan = workshop.plan
        if touches(touched, ["particulars"]):
            self._facts.show_facts(plan.particulars)
        if touches(touched, ["questions", "sheets"]):
            self._questions.show_workshop(workshop)
        for at, table in enumerate(TABS):
            if touches(touched, [table]):
                listed = plan.list_of(table)
                if table == "programme":
                    self._programme.show_plan(plan)
                elif table in self._editors:
                    self._editors[table].show_items(listed)
                title = (_("Programme"), _("Questions"), _("Participants"))[at]
                self._tabs.setTabText(at, f"{title}  {len(listed)}" if len(listed) else title)

    def show_item(self, table: str, item_id: str) -> None:
        """Choose one part of the programme, question or participant."""
        items = self.findChild(ItemTable, f"{table}_table")
        if table in TABS and isinstance(items, ItemTable):
            self._tabs.setCurrentIndex(TABS.index(table))
            items.choose(item_id)
            items.setFocus()

    def _sheets(self) -> Beside:
        facts, lists = Sheet("facts_sheet"), Sheet("lists_sheet")
        scroll = _FactsArea(self._facts)
        scroll.setObjectName("facts_scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        facts.body.addWidget(scroll)
        lists.body.addWidget(self._tabs)
        sheets = Beside()
        sheets.add(facts, 5, tall=TALL)
        sheets.add(lists, 6, tall=TALL)
        return sheets

    def _offer_import(self) -> None:
        self._import_button.setVisible(TABS[self._tabs.currentIndex()] != "programme")

    def _import_shown(self) -> None:
        kinds: dict[str, ListKind] = {"questions": "questions", "participants": "participants"}
        self._import(kinds[TABS[self._tabs.currentIndex()]])

    def _import(self, kind: "ListKind") -> None:
        import_list(self.bridge, kind, self)


class _FactsArea(QScrollArea):
    """Scrolls up and down only: it is never narrower than the form in it."""

    def __init__(self, form: FactsForm) -> None:
        super().__init__()
        self._form = form
        self.setWidget(form)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the form, with large text too."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._form.minimumSizeHint().width() + bar, super().minimumSizeHint().height())
