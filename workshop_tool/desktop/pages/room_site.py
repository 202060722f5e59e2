"""The switch of the site, the network it uses, and how many phones have joined."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from workshop_tool.desktop.widgets.fields import labelled
from workshop_tool.desktop.widgets.sheet import Divider, Label, Sheet
from workshop_tool.desktop.widgets.switch import Switch
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting import Hosting

_LOOPBACK = "http://127."


class SitePanel(Sheet):
    """Shows and asks; the hosting does."""

    wanted = Signal(bool)
    """The site should be on, or off."""
    network_chosen = Signal(str)
    """IP address of the network that a site that is on should move to."""

    def __init__(self) -> None:
        super().__init__("site_panel", margin=3 * GRID)
        self._present: int | None = None
        self._is_on = False
        self._switch = Switch(_("Site for phones"), "site_switch")
        self._switch.clicked.connect(self.wanted)
        self._state = Label("", "section", name="site_state")
        self._hint = Label("", "secondary", name="site_hint", wraps=True)
        self._networks = QComboBox()
        self._networks.setObjectName("networks")
        self._networks.setAccessibleName(_("Network"))
        self._networks.activated.connect(self._choose)
        self._phones = Label("", "title", name="phones")
        self._joined = Label("", "secondary", name="phones_joined")
        self._lay_out()

    @property
    def chosen_ip(self) -> str | None:
        """The address that is chosen; None while no network is known."""
        ip = self._networks.currentData()
        return None if ip is None else str(ip)

    def show_present(self, present: int | None) -> None:
        """Show how many are expected."""
        self._present = present

    def show_hosting(self, hosting: "Hosting") -> None:
        """Show the site as it is."""
        self._is_on = hosting.site is not None
        self._switch.setChecked(self._is_on)
        self._switch.setEnabled(not hosting.busy)
        self._state.setText(self._said_state(busy=hosting.busy))
        self._hint.setText(self._said_hint(hosting.address))
        self._show_networks(hosting)
        phones = hosting.devices
        self._phones.setText(str(phones))
        said = ngettext("phone has joined", "phones have joined", phones)
        of = _("{n} people are expected").format(n=self._present)
        self._joined.setText(said if self._present is None else f"{said} · {of}")

    def _said_state(self, *, busy: bool) -> str:
        if busy:
            return _("One moment …")
        return _("The site is on") if self._is_on else _("The site is off")

    def _said_hint(self, address: str) -> str:
        if not self._is_on:
            return _("Phones cannot join or vote while it is off. Groups and paper go on as they are.")
        if address.startswith(_LOOPBACK):
            return _("Only this computer can open the page. For phones, join the Wi-Fi of the room or start a hotspot.")
        return _("Phones on the same network can join and vote.")

    def _show_networks(self, hosting: "Hosting") -> None:
        wanted = [(f"{adapter.name} · {adapter.ip}", adapter.ip) for adapter in hosting.adapters]
        shown = [(self._networks.itemText(at), self._networks.itemData(at)) for at in range(self._networks.count())]
        if wanted != shown:
            chosen = self.chosen_ip
            self._networks.clear()
            for text, ip in wanted:
                self._networks.addItem(text, ip)
            self._networks.setCurrentIndex(max(self._networks.findData(chosen), 0) if wanted else -1)
        used = self._networks.findData(hosting.address.removeprefix("http://").rpartition(":")[0])
        if used >= 0:
            self._networks.setCurrentIndex(used)
        self._networks.setEnabled(bool(wanted) and not hosting.busy)

    def _choose(self, _at: int) -> None:
        if self._is_on and self.chosen_ip:
            self.network_chosen.emit(self.chosen_ip)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._state)
        words.addWidget(self._hint)
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addLayout(words, 1)
        top.addWidget(self._switch)
        count = QHBoxLayout()
        count.setSpacing(GRID)
        count.addWidget(self._phones)
        count.addWidget(self._joined)
        count.addStretch(1)
        self.body.addLayout(top)
        self.body.addSpacing(GRID)
        self.body.addWidget(labelled(Label(_("Network"), "caption", name="networks_label"), self._networks))
        self.body.addSpacing(GRID)
        self.body.addWidget(Divider())
        self.body.addLayout(count)
