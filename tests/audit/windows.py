"""The windows over and before the main window: start page, palette and dialogs, made as the app makes them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tests.desktop.page_gestures import find
from workshop_tool.desktop.commands.about import AboutDialog
from workshop_tool.desktop.commands.palette import CommandPalette
from workshop_tool.desktop.commands.shortcuts import ShortcutsDialog
from workshop_tool.desktop.commands.since_dialog import SinceDialog
from workshop_tool.desktop.files.forgetting import ForgetDialog
from workshop_tool.desktop.files.kept_copies import RestoreDialog
from workshop_tool.desktop.files.memory import RecentWorkshop
from workshop_tool.desktop.files.templating import TemplateDialog
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.mishaps import mishap_dialog, words
from workshop_tool.desktop.pages.areas.split import SplitDialog
from workshop_tool.desktop.pages.importing.dialog import ImportDialog
from workshop_tool.desktop.pages.picking import PickDialog
from workshop_tool.desktop.pages.posters.claim import ClaimDialog
from workshop_tool.desktop.pages.posters.links import LinkDialog
from workshop_tool.desktop.pages.run.keys import KeysDialog
from workshop_tool.desktop.printing.dialog import PrintDialog
from workshop_tool.desktop.start.beginning import ContinueDialog, FromTemplateDialog
from workshop_tool.desktop.start.new_workshop import NewWorkshopDialog
from workshop_tool.desktop.start.page import StartPage
from workshop_tool.desktop.widgets.dialogs import dialog_of_words
from workshop_tool.domain.earlier import Earlier
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.backing_up import Holdings, KeptCopy
from workshop_tool.services.beginnings import KeptTemplate
from workshop_tool.services.series import Changed
from workshop_tool.store.backups import Backup

LONG: Final = "Menneskerettighetsorganisasjonssekretariatsmedlem " * 3
_DAY: Final = dt.datetime(2030, 5, 14, 9, 30, tzinfo=dt.UTC)
_RECENT: Final = tuple(
    RecentWorkshop(path=Path(f"/workshops/{at}.workshop.json"), title=title, date="14 May 2030", stage="Record")
    for at, title in enumerate(("Coastal towns", LONG, *(f"Workshop {n}" for n in range(10))))
)
_LIST: Final = (
    f"1. Lack of staff\n2. {LONG}\n2. Twice the same number\n\nTheme: Money\n3. Lack of money\n3. Lack of money"
)


def _start(recent: tuple[RecentWorkshop, ...]) -> Callable[[MainWindow], QWidget]:
    def make(_window: MainWindow) -> QWidget:
        page = StartPage()
        page.show_recent(recent)
        for workshop in recent[:2]:
            page.show_found(workshop.path, None)
        page.resize(1280, 800)
        return page

    return make


def _palette(sought: str) -> Callable[[MainWindow], QWidget]:
    def make(window: MainWindow) -> QWidget:
        palette = CommandPalette(window.bridge.workshop, window.commands, lambda *_where: None, window)
        palette.search(sought)
        return palette

    return make


def _import(window: MainWindow) -> QWidget:
    dialog = ImportDialog(window.bridge, "problems", window)
    find(dialog, QPlainTextEdit, "import_text").setPlainText(_LIST)
    dialog._read_pasted()
    return dialog


def _restore(window: MainWindow) -> QWidget:
    holds = Holdings.of(window.bridge.workshop)
    backups = [Backup(Path(f"/b/{n}"), _DAY, n, "round-closed") for n in range(6)]
    copies = [
        KeptCopy(backup, holds if at else None, None if at else WorkshopProblem()) for at, backup in enumerate(backups)
    ]
    return RestoreDialog("Go back to a backup", LONG, "What is here now is kept as a backup.", copies, window)


def _since(window: MainWindow) -> QWidget:
    changes = [Changed("trends", "a", "renamed", LONG, LONG, 4), Changed("areas", "b", "added", "Lack of staff")]
    return SinceDialog(Earlier(title=LONG, date=_DAY.date()), changes, lambda *_where: None, window)


def _ask(window: MainWindow) -> QWidget:
    says = f"{LONG} The room sees it at once, and it is sealed."
    dialog = dialog_of_words("ask", window, "Publish the result?", says)
    dialog.add_buttons("Publish", "Not yet")
    return dialog


def _mishap(window: MainWindow) -> QWidget:
    said = words(Path(f"/workshops/{LONG.split()[0] * 3}.workshop.json"), Path("/workshops/logs"))
    return mishap_dialog(window, said, "")


def _areas(workshop: Workshop) -> list[tuple[str, str]]:
    return [(area.id, area.text) for area in workshop.plan.areas]


def _template(title: str) -> KeptTemplate:
    return KeptTemplate(Path(f"/t/{title}"), title, 9, 5, 1, 22, 21, _DAY)


OTHERS: Final[dict[str, Callable[[MainWindow], QWidget]]] = {
    "start-empty": _start(()),
    "start-many": _start(_RECENT),
    "palette-commands": _palette(""),
    "palette-found": _palette("a"),
    "palette-nothing": _palette("qqqxxxqqq"),
    "import": _import,
    "new": NewWorkshopDialog,
    "from-template": lambda window: FromTemplateDialog([_template("Short day"), _template(LONG)], window),
    "continue": lambda window: ContinueDialog(_RECENT, window),
    "since": _since,
    "about": lambda window: AboutDialog(window.bridge.session.path, window),
    "keys": lambda window: ShortcutsDialog(window.commands, window),
    "run-keys": lambda window: KeysDialog(window.bridge.running, window),
    "template": lambda window: TemplateDialog(window.bridge.workshop.plan, window),
    "restore": _restore,
    "forget": lambda window: ForgetDialog(15, [LONG] * 12, window),
    "ask": _ask,
    "mishap": _mishap,
    "print": lambda window: PrintDialog(window.bridge, "", None, window),
    "split": lambda window: SplitDialog(next(iter(window.bridge.workshop.plan.areas)), 99, window),
    "merge": lambda window: PickDialog("Merge", LONG, _areas(window.bridge.workshop), "Merge", window),
    "claim": lambda window: ClaimDialog(window.bridge.workshop.plan, window),
    "links": lambda window: LinkDialog("Linked areas", _areas(window.bridge.workshop), (), window),
}
"""By name, each made for one main window."""
