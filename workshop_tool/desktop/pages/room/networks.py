"""The networks of this computer in plain words, the likeliest for phones first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting.site import Hosting
    from workshop_tool.site.addresses import Adapter


LETTERS = 14
"""The least that shows of a network; a small window cuts the rest, which the list shows whole."""


def said_network(adapter: "Adapter") -> str:
    """Return what a network is, its address, and what speaks against it."""
    match adapter.kind:
        case "wireless":
            return _("Wi-Fi · {ip}").format(ip=adapter.ip)
        case "cable":
            return _("Cable or other network ({name}) · {ip}").format(name=adapter.name, ip=adapter.ip)
        case "self-assigned":
            return _("{name} · {ip}: not connected to a network yet").format(name=adapter.name, ip=adapter.ip)
        case "virtual":
            return _("{name} · {ip}: inside this computer, phones cannot reach it").format(
                name=adapter.name, ip=adapter.ip
            )
        case "vpn":
            return _("VPN ({name}) · {ip}: phones usually cannot reach it").format(name=adapter.name, ip=adapter.ip)
        case "loopback":
            return _("This computer only · {ip}").format(ip=adapter.ip)


class NetworkBox(Choosing):
    """Chooses one network."""

    picked = Signal(str)
    """IP address of the network that was picked by hand."""

    def __init__(self) -> None:
        super().__init__("networks", _("Network"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        self.activated.connect(lambda _at: self.picked.emit(self.ip or ""))

    @property
    def ip(self) -> str | None:
        """The address that is chosen; None while no network is known."""
        ip = self.currentData()
        return None if ip is None else str(ip)

    def show_networks(self, hosting: "Hosting") -> None:
        """Show what there is; a network that the site is on is the chosen one."""
        wanted = [(said_network(adapter), adapter.ip) for adapter in hosting.adapters]
        shown = [(self.itemText(at), self.itemData(at)) for at in range(self.count())]
        if wanted != shown:
            chosen = self.ip
            self.clear()
            for text, ip in wanted:
                self.addItem(text, ip)
            self.setCurrentIndex(max(self.findData(chosen), 0) if wanted else -1)
        used = self.findData(hosting.site.host) if hosting.site else -1
        if used >= 0:
            self.setCurrentIndex(used)
        self.setEnabled(bool(wanted) and not hosting.busy)
