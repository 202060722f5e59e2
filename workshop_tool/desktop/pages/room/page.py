"""Room: the site on or off, the network it uses, the way in for phones, and what helps when they cannot get in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.room.advice import Advice
from workshop_tool.desktop.pages.room.notice import RoomNotice
from workshop_tool.desktop.pages.room.now import NowPanel
from workshop_tool.desktop.pages.room.site import SitePanel
from workshop_tool.desktop.pages.room.way_in import WayIn
from workshop_tool.desktop.widgets.beside import Beside
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.desktop.files.memory import Memory


class RoomPage(Page):
    """Shows the hosting of this workshop, and asks it to start and stop."""

    key = "room"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._hosting = bridge.hosting
        self._site = SitePanel()
        self._way_in = WayIn()
        self._now = NowPanel(bridge)
        self._notice = RoomNotice()
        self._check = QuietButton(_("Check with your phone"), "room_check_begin", self._begin_check, icon="check")
        subtitle = _("Phones join through this laptop, on the network you share. No internet is needed.")
        prints = QuietButton(_("Print…"), "print_ways_in", self._print)
        self.body.addWidget(PageHeader(_("Room"), subtitle, prints, self._check))
        self.body.addWidget(self._notice)
        column = QWidget()
        column.setObjectName("room_left")
        left = QVBoxLayout(column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(2 * GRID)
        left.addWidget(self._site)
        left.addWidget(self._now)
        left.addWidget(Advice(), 1)
        columns = Beside()
        columns.add(column, 5)
        columns.add(self._way_in, 4)
        self.body.addLayout(columns, 1)
        self._recall()
        self._connect()

    def make_ahead(self) -> Iterator[None]:
        """Look which networks there are: the first look imports the web framework, in the thread that looks."""
        self._hosting.look_for_networks()
        yield

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show how many are expected and have voted, the moment of the day, and the site as it is."""
        self._site.show_workshop(workshop)
        if touches(touched, ["now", "programme"]):
            self._now.show_workshop(workshop)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which networks there are each time the page comes up."""
        super().showEvent(event)
        self._hosting.look_for_networks()

    def _connect(self) -> None:
        hosting = self._hosting
        self._site.wanted.connect(self._turn)
        self._site.network_chosen.connect(hosting.start)
        self._site.port_chosen.connect(self._choose_port)
        self._site.name_chosen.connect(self._choose_name)
        self._way_in.start_wanted.connect(lambda: self._turn(on=True))
        self._way_in.show_wanted.connect(lambda: self.present.emit("welcome", ""))
        self._way_in.wifi.edited.connect(self._keep)
        hosting.changed.connect(self._show)

    def _turn(self, on: bool) -> None:
        if on:
            self._hosting.start(self._site.networks.ip)
        else:
            self._hosting.stop()

    def _choose_port(self, port: int | None) -> None:
        if port is not None:
            self._hosting.port = port
            self._start_anew()

    def _choose_name(self, name: str) -> None:
        from workshop_tool.site.addresses import is_host_name  # noqa: PLC0415 - the web framework, when it is wanted

        name = name.lower()
        if name and not is_host_name(name):
            self._site.put_name_back()
            self.bridge.refused.emit(
                _("A name has letters, digits and dashes, such as workshop.local. It is not used.")
            )
            return
        self._hosting.friendly_name = name
        self._keep()
        self._start_anew()

    def _start_anew(self) -> None:
        """Let a site that is on go on with another port or name."""
        if self._hosting.site is not None:
            self._hosting.start(self._hosting.site.host)

    def _begin_check(self) -> None:
        from workshop_tool.desktop.pages.room.check import RoomCheckDialog  # noqa: PLC0415 - once a day

        dialog = RoomCheckDialog(self._hosting, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _print(self) -> None:
        from workshop_tool.desktop.printing.dialog import open_print_dialog  # noqa: PLC0415 - once a day

        open_print_dialog(self, self.bridge, self._hosting.join_url, self._hosting.wifi)

    @property
    def _memory(self) -> "Memory | None":
        return self.bridge.memory

    def _recall(self) -> None:
        """Show what was typed the last time, on this computer."""
        if self._memory is not None:
            room = self._memory.remembered.room
            self._way_in.wifi.show_remembered(room)
            self._hosting.friendly_name = room.friendly_name
        self._hosting.wifi = self._way_in.wifi.wifi

    def _keep(self) -> None:
        """Use what is typed, and keep it for the next time."""
        self._hosting.wifi = self._way_in.wifi.wifi
        if self._memory is not None:
            self._memory.remember_room(self._way_in.wifi.remembered(self._hosting.friendly_name))
        self._hosting.changed.emit()

    def _show(self) -> None:
        self._notice.show_hosting(self._hosting)
        self._site.show_hosting(self._hosting)
        self._way_in.show_way(self._hosting.address, self._hosting.join_url, self._hosting.code)
        self._check.setEnabled(self._hosting.site is not None and not self._hosting.busy)
        phones = self._hosting.devices
        said = ngettext("{n} phone", "{n} phones", phones).format(n=phones)
        self.badge_changed.emit(said if self._hosting.site else "")
