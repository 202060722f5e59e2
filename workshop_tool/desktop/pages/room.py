"""Room: the site on or off, the network it uses, the way in for phones, and what helps when they cannot get in."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched
from workshop_tool.desktop.pages.room_advice import Advice
from workshop_tool.desktop.pages.room_site import SitePanel
from workshop_tool.desktop.pages.room_way_in import WayIn
from workshop_tool.desktop.widgets.sheet import PageHeader
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID


class RoomPage(Page):
    """Shows the hosting of this workshop, and asks it to start and stop."""

    key = "room"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._hosting = bridge.hosting
        self._site = SitePanel()
        self._way_in = WayIn()
        self.body.addWidget(
            PageHeader(
                _("Room"), _("Phones join through this laptop, on the network you share. No internet is needed.")
            )
        )
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        left.addWidget(self._site)
        left.addWidget(Advice(), 1)
        columns = QHBoxLayout()
        columns.setSpacing(2 * GRID)
        columns.addLayout(left, 5)
        columns.addWidget(self._way_in, 4)
        self.body.addLayout(columns, 1)
        self._site.wanted.connect(self._turn)
        self._site.network_chosen.connect(self._hosting.start)
        self._way_in.start_wanted.connect(lambda: self._turn(on=True))
        self._way_in.show_wanted.connect(lambda: self.present.emit("welcome", ""))
        self._hosting.changed.connect(self._show)

    def show_workshop(self, workshop: Workshop, _touched: Touched) -> None:
        """Show how many are expected, and the site as it is."""
        self._site.show_present(workshop.plan.particulars.present or len(workshop.plan.participants) or None)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which networks there are each time the page comes up."""
        super().showEvent(event)
        self._hosting.look_for_networks()

    def _turn(self, on: bool) -> None:
        if on:
            self._hosting.start(self._site.chosen_ip)
        else:
            self._hosting.stop()

    def _show(self) -> None:
        self._site.show_hosting(self._hosting)
        self._way_in.show_way(self._hosting.address, self._hosting.join_url, self._hosting.code)
        phones = self._hosting.devices
        said = ngettext("{n} phone", "{n} phones", phones).format(n=phones)
        self.badge_changed.emit(said if self._hosting.site else "")
