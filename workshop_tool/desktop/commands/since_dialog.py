"""What changed since the earlier workshop of a series: added, renamed, moved, dropped."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from workshop_tool.desktop.dress.dates import said_date
from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.earlier import Earlier
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.series import Changed

_CHANGE: Final = Qt.ItemDataRole.UserRole
PAGE_OF: Final = {"trends": "trends", "areas": "problem-areas", "posters": "posters"}


class SinceDialog(Dialog):
    """A row for each change; Enter on one shows the thing itself."""

    def __init__(
        self,
        earlier: Earlier,
        changes: Sequence[Changed],
        go: Callable[[str, str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("since_dialog", _("Before and after"), parent)
        self._go = go
        said = " · ".join(filter(None, (earlier.title, said_date(earlier.date))))
        self.body.addWidget(Label(_("Carried on from: {workshop}").format(workshop=said), name="since_earlier"))
        count = ngettext("{n} change since then.", "{n} changes since then.", len(changes)).format(n=len(changes))
        words = count if changes else _("Nothing that came along has changed yet.")
        self.body.addWidget(Label(words, "secondary", name="since_count"))
        self._list = QTreeWidget()
        self._list.setObjectName("since_list")
        self._list.setAccessibleName(_("What changed"))
        self._list.setColumnCount(3)
        self._list.setHeaderLabels([_("What"), _("Change"), _("Before")])
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        self._list.setUniformRowHeights(True)
        for change in changes:
            self._list.addTopLevelItem(_row(change))
        self._list.setColumnWidth(0, zoomed(52 * GRID))
        self.body.addWidget(self._list, 1)
        self._list.resizeColumnToContents(1)  # in the dialog, whose letters it wears there
        self._list.setVisible(bool(changes))
        self._list.itemActivated.connect(self._show)
        self.add_buttons(_("Close"), None)
        self.resize(112 * GRID, 64 * GRID if changes else 20 * GRID)
        self._list.setFocus()

    def _show(self, row: QTreeWidgetItem) -> None:
        change: Changed = row.data(0, _CHANGE)
        if change.change != "dropped":
            self.accept()
            self._go(PAGE_OF[change.table], change.table, change.id)


def _row(change: Changed) -> QTreeWidgetItem:
    number = f"{change.number}  " if change.number is not None else ""
    before = change.before if change.change in {"renamed", "moved"} else ""
    row = QTreeWidgetItem([f"{number}{change.now}", f"{_tables()[change.table]}: {_changes()[change.change]}", before])
    row.setData(0, _CHANGE, change)
    for column in range(row.columnCount()):
        row.setToolTip(column, row.text(column))
    return row


def _tables() -> dict[str, str]:
    return {"trends": _("Trend"), "areas": _("Area"), "posters": _("Poster")}


def _changes() -> dict[str, str]:
    return {"added": _("added"), "renamed": _("renamed"), "moved": _("moved"), "dropped": _("dropped")}
