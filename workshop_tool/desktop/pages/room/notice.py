"""What is in the way of the site just now, and the one thing to do about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel

from workshop_tool.desktop.dress.theme import set_icon
from workshop_tool.desktop.widgets.buttons import PrimaryButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting.site import Hosting


class RoomNotice(Sheet):
    """Hidden while nothing is in the way."""

    def __init__(self) -> None:
        super().__init__("room_notice", margin=GRID + 4)
        self._help: Callable[[], object] | None = None
        self._words = Label("", "strong", name="room_notice_words", wraps=True)
        self._button = PrimaryButton("", "room_notice_button", self._act)
        self._button.setAccessibleName(_("Do something about it"))
        mark = QLabel()
        mark.setObjectName("room_notice_mark")
        set_icon(mark, "warning", "attention")
        row = QHBoxLayout()
        row.setSpacing(GRID + 4)
        row.addWidget(mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.body.addLayout(row)
        self.hide()

    def show_hosting(self, hosting: "Hosting") -> None:
        """Say what is in the way, or nothing."""
        if hosting.is_lost and hosting.site is not None:
            self._say_lost(hosting, hosting.site.host)
        elif hosting.taken_port is not None and not hosting.busy:
            words = _("Port {port} is in use by another program, so the site did not start there.")
            self._say(words.format(port=hosting.taken_port), _("Use another port"), hosting.start_at_free_port)
        else:
            self.hide()

    def _say_lost(self, hosting: "Hosting", gone: str) -> None:
        elsewhere = hosting.elsewhere
        if elsewhere is None:
            words = _("The network with {ip} is gone, so phones cannot reach the page. Join the room's Wi-Fi again.")
            self._say(words.format(ip=gone))
            return
        words = _(
            "The network with {ip} is gone, so phones cannot reach the page. Its QR code changes with the network."
        )
        button = _("Use {ip} instead").format(ip=elsewhere.ip)
        self._say(words.format(ip=gone), button, lambda: hosting.start(elsewhere.ip))

    def _say(self, words: str, button: str = "", then: Callable[[], object] | None = None) -> None:
        self._words.setText(words)
        self._help = then
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self.show()

    def _act(self) -> None:
        if self._help is not None:
            self._help()
