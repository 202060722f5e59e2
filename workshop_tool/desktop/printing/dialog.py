"""Printing for the room: a dialog asks what, for which address and where to, and a worker process writes the PDFs."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.printing.choice import PrintingChoice
from workshop_tool.desktop.printing.files import write_kit
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Divider, Label
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.kit.order import KitOrder, let_in, site_address
from workshop_tool.language import _, ngettext, sentence
from workshop_tool.look.tokens import GRID
from workshop_tool.look.wifi import Wifi
from workshop_tool.store.names import SUFFIX

WIDTH: Final = 560


def open_print_dialog(parent: QWidget | None, bridge: Bridge, join_url: str, wifi: Wifi | None) -> None:
    """Let somebody choose what to print; the dialog does the rest and closes when the files are there.

    Args:
        parent: The window.
        bridge: Of the workshop.
        join_url: As the site gives it; empty while the site is off, and then its likeliest address is proposed.
        wifi: The network that phones should join first, if it is known.
    """
    dialog = PrintDialog(bridge, join_url, wifi, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class PrintDialog(Dialog):
    """What to print, with which address and network, and into which folder."""

    def __init__(self, bridge: Bridge, join_url: str, wifi: Wifi | None, parent: QWidget | None = None) -> None:
        super().__init__("print_dialog", _("Print for the room"), parent)
        self._bridge = bridge
        self._wifi = wifi
        self._asked = QWidget()
        self._asked.setObjectName("print_asked")
        self._choice = PrintingChoice(bridge.workshop)
        self._names = QCheckBox(_("Say on the group sheets who is in the group"))
        self._names.setObjectName("print_names")
        self._names.setEnabled(bool(bridge.workshop.plan.groups))
        self._address = _line("print_address", _("Address"), _address_of(bridge, join_url))
        self._network = _line("print_network", _("Wi-Fi"), wifi.network if wifi else "")
        self._password = _line("print_password", _("Password"), wifi.password if wifi else "")
        self._folder = _line("print_folder", _("Folder"), str(_folder_for(bridge.session.path)))
        self._said = Label("", "attention", name="print_said", wraps=True)
        self._bridge.refused.connect(self._fail)
        self._lay_out()
        self._go = self.add_buttons(_("Make the PDFs"), _("Cancel"))
        self.setMinimumWidth(WIDTH)

    def accept(self) -> None:
        """Make the codes that are still missing, and then the files; stay open until they are there."""
        try:
            address = site_address(self._address.text())
            wifi = self._typed_wifi()
        except WorkshopProblem as problem:
            self._say(sentence(problem))
            return
        if not self._choice.chosen:
            self._say(_("Choose at least one of them."))
            return
        self._show_busy(busy=True)
        self._say(_("Writing …"))
        cards = self._choice.number("cards")
        self._bridge.act(partial(let_in, cards=cards), then=partial(self._write, address, wifi))

    def reject(self) -> None:
        """Close, but not while the files are being written: whoever waits for them is here."""
        if self._go.isEnabled():
            super().reject()

    def _write(self, address: str, wifi: Wifi | None, join_code: str) -> None:
        workshop = self._bridge.workshop
        ballots = self._choice.number("ballots")
        order = KitOrder(workshop, address, join_code, wifi, ballots, self._names.isChecked())
        folder = Path(self._folder.text())
        self._bridge.in_background(
            write_kit, order, self._choice.chosen, folder, then=self._show_folder, failed=self._fail
        )

    def _show_folder(self, written: tuple[Path, ...]) -> None:
        folder = written[0].parent
        said = ngettext("{n} PDF is in {folder}.", "{n} PDFs are in {folder}.", len(written))
        self._bridge.noted.emit(said.format(n=len(written), folder=folder))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        super().accept()

    def _fail(self, words: str) -> None:
        self._show_busy(busy=False)
        self._say(words)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _show_busy(self, *, busy: bool) -> None:
        self._go.setEnabled(not busy)
        self._asked.setEnabled(not busy)

    def _typed_wifi(self) -> Wifi | None:
        """Return the network as it is typed; how it is secured is known only of the one that was given."""
        network, password = self._network.text(), self._password.text()
        if not network:
            return None
        return replace(self._wifi, network=network, password=password) if self._wifi else Wifi(network, password)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder for the PDFs"), str(Path(self._folder.text()).parent))
        if chosen:
            self._folder.setText(chosen)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        folder = QHBoxLayout()
        folder.setSpacing(GRID)
        folder.addWidget(self._folder, 1)
        folder.addWidget(QuietButton(_("Choose…"), "choose_print_folder", self._choose_folder))
        for says, field in (
            (_("Address"), self._address),
            (_("Wi-Fi"), self._network),
            (_("Password"), self._password),
            (_("Folder"), folder),
        ):
            form.addRow(Label(says, "secondary"), field)
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._choice)
        column.addWidget(self._names)
        column.addWidget(Divider())
        column.addLayout(form)
        self.body.addWidget(self._asked)
        self.body.addWidget(self._said)
        self._say("")


def _address_of(bridge: Bridge, join_url: str) -> str:
    """Return the site's address; while it is off, where it would be."""
    if join_url:
        return site_address(join_url)
    hosting = bridge.hosting
    return f"http://{hosting.adapters[0].ip}:{hosting.port}" if hosting.adapters else ""


def _folder_for(workshop_file: Path) -> Path:
    return workshop_file.with_name(f"{workshop_file.name.removesuffix(SUFFIX)}-print")


def _line(name: str, says: str, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName(name)
    line.setAccessibleName(says)
    line.setCursorPosition(0)
    return line
