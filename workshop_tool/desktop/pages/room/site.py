"""The switch of the site, the network, port and name it uses, and how many phones have joined and voted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.pages.room.networks import NetworkBox
from workshop_tool.desktop.widgets.fields import LineField, labelled
from workshop_tool.desktop.widgets.number_field import NumberField
from workshop_tool.desktop.widgets.sheet import Divider, Label, Sheet
from workshop_tool.desktop.widgets.switch import Switch
from workshop_tool.domain.voting.result import turnout
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting.site import Hosting

HIGHEST_PORT = 65_535


class SitePanel(Sheet):
    """Shows and asks; the hosting does."""

    wanted = Signal(bool)
    """The site should be on, or off."""
    network_chosen = Signal(str)
    """IP address of the network that a site that is on should move to."""
    port_chosen = Signal(object)
    """The port that is wanted, or None where the field was cleared."""
    name_chosen = Signal(str)
    """A host name to send phones to; empty for the address."""

    def __init__(self) -> None:
        super().__init__("site_panel", margin=2 * GRID + 4)
        self._present: int | None = None
        self._voted = ""
        self._is_on = False
        self._switch = Switch(_("Site for phones"), "site_switch")
        self._switch.clicked.connect(self.wanted)
        self._state = Label("", "section", name="site_state")
        self._hint = Label("", "secondary", name="site_hint", wraps=True)
        self.networks = NetworkBox()
        self.networks.picked.connect(lambda ip: self.network_chosen.emit(ip) if self._is_on and ip else None)
        self._port = NumberField("site_port", _("Port"), "", 1, HIGHEST_PORT)
        measure(self._port, width=10 * GRID)
        self._port.require()
        self._port.number_edited.connect(self.port_chosen)
        tip = _("Only where the network knows this computer by that name; the address goes on working.")
        self._name = LineField("site_name", _("Name instead of the address"), _("if there is one"))
        self._name.setToolTip(tip)
        self._name.edited.connect(self.name_chosen)
        self._phones = Label("", "title", name="phones")
        self._joined = Label("", "secondary", name="phones_joined")
        self._lay_out()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show how many are expected, and how many have voted in the round that is open."""
        facts = workshop.plan.particulars
        self._present = facts.present or len(workshop.plan.participants) or None
        self._voted = ""
        if workshop.open_book is not None:
            voted = turnout(workshop.open_book).voted
            self._voted = ngettext("{n} has voted", "{n} have voted", voted).format(n=voted)

    def show_hosting(self, hosting: "Hosting") -> None:
        """Show the site as it is."""
        self._is_on = hosting.site is not None
        self._switch.setChecked(self._is_on)
        self._switch.setEnabled(not hosting.busy)
        self._state.setText(self._said_state(busy=hosting.busy))
        self._hint.setText(self._said_hint(hosting))
        self._hint.setVisible(not hosting.is_lost and hosting.taken_port is None)  # then the notice above says it
        self.networks.show_networks(hosting)
        self._port.show_text(str(hosting.port))
        self._name.show_text(hosting.friendly_name)
        self._phones.setText(str(hosting.devices))
        said = [ngettext("phone has joined", "phones have joined", hosting.devices)]
        if self._present is not None:
            said.append(_("{n} people are expected").format(n=self._present))
        if self._voted:
            said.append(self._voted)
        self._joined.setText(" · ".join(said))

    def put_name_back(self) -> None:
        """Show the name in use again, in place of one that was refused: nothing waits to be saved then."""
        self._name.refuse_saves(gives_way=True)

    def _said_state(self, *, busy: bool) -> str:
        if busy:
            return _("One moment …")
        return _("The site is on") if self._is_on else _("The site is off")

    def _said_hint(self, hosting: "Hosting") -> str:
        if hosting.site is None:
            return _("Phones cannot join or vote while it is off. Groups and paper go on as they are.")
        if hosting.site.host.startswith("127."):
            return _("Only this computer can open the page. For phones, join the Wi-Fi of the room or start a hotspot.")
        if not hosting.stays_awake:
            return _("Phones on the same network can join. This computer may fall asleep: switch its sleep off.")
        return _("Phones on the same network can join and vote. This computer stays awake meanwhile.")

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
        where = QHBoxLayout()
        where.setSpacing(GRID)
        where.addWidget(labelled(Label(_("Network"), "caption", name="networks_label"), self.networks), 1)
        where.addWidget(labelled(Label(_("Port"), "caption", name="port_label"), self._port))
        name = QHBoxLayout()
        name.setSpacing(GRID)
        name.addWidget(Label(_("Name instead of the address"), "caption", name="name_label"))
        name.addWidget(self._name, 1)
        self.body.addLayout(top)
        self.body.addLayout(where)
        self.body.addLayout(name)
        self.body.addWidget(Divider())
        self.body.addLayout(count)
