"""Where phones vote, beside the turnout; while the site is off, the way to start it."""

from PySide6.QtCore import Qt, Signal

from workshop_tool.desktop.hosting.site import Hosting
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID


class WayInPanel(Sheet):
    """Shows and asks."""

    start_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("vote_way_in", margin=3 * GRID)
        self._title = Label(_("Vote by phone"), "caption", name="vote_way_in_title")
        self._off = Label(_("The site is off, so phones cannot vote."), "text", name="vote_site_off", wraps=True)
        self._start = QuietButton(_("Start the site"), "vote_start_site", self.start_wanted.emit, icon="room")
        self._address = Label("", "section", name="vote_address")
        self._code = Label("", "secondary", name="vote_code", wraps=True)
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self._title)
        self.body.addWidget(self._off)
        self.body.addWidget(self._start)
        self.body.addWidget(self._address)
        self.body.addWidget(self._code)

    def show_hosting(self, hosting: Hosting) -> None:
        """Show address and code, or that the site is off."""
        is_on = hosting.site is not None
        for shown in (self._address, self._code):
            shown.setVisible(is_on)
        for offered in (self._off, self._start):
            offered.setVisible(not is_on)
        self._start.setEnabled(not hosting.busy)
        self._address.setText(hosting.address)
        joined = ngettext("code {code} · {n} phone joined", "code {code} · {n} phones joined", hosting.devices)
        self._code.setText(joined.format(code=hosting.code, n=hosting.devices))
