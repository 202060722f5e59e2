"""The room check: the facilitator's own phone goes first, and each layer of its way shows whether it is open."""

import http.client
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import set_icon
from workshop_tool.desktop.hosting.verdict import Layer, Seen, Verdict, layers, verdict
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.qr_code import QrCode
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.desktop.hosting.site import Hosting
    from workshop_tool.site import Site

LOOK_MS: Final = 400
REACH_SECONDS: Final = 4.0
"""How long this computer tries to open its own page."""
QR_SIDE: Final = 300
_ICONS: Final = {"yes": ("check", "accent"), "no": ("warning", "attention"), "waiting": ("more", "ink_3")}


class RoomCheckDialog(Dialog):
    """Begins a check of the site that is on and follows it; closing it ends the check."""

    def __init__(self, hosting: "Hosting", parent: QWidget | None = None) -> None:
        super().__init__("room_check", _("Check with your phone"), parent)
        assert hosting.site is not None  # noqa: S101 - whoever asks for the check has looked
        self._hosting = hosting
        self._site = hosting.site
        self._qr = QrCode(_("QR code that opens the check"), "check_qr", QR_SIDE)
        self._address = Label("", "caption", name="check_address", wraps=True)
        self._title = Label("", "section", name="verdict", wraps=True)
        self._advice = Label("", name="verdict_advice", wraps=True)
        self._rows: dict[str, tuple[QLabel, Label]] = {}
        self._layers = QGridLayout()
        self._lay_out()
        self.resize(102 * GRID, 0)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.refresh)
        self.finished.connect(lambda _result: self._end())
        self.begin()

    def begin(self) -> None:
        """Check anew, from nothing."""
        self._itself: bool | None = None
        self._began = time.monotonic()
        self._opened_at: float | None = None
        site = self._site
        address = f"{site.address}/check/{site.check.begin()}"
        self._qr.show_text(address)
        self._address.setText(address)
        self._hosting.ask_site(lambda: reaches(site), self._show_reach)
        self._look.start()
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        seen = self._seen()
        for layer in layers(seen):
            self._show_layer(layer)
        self._show_verdict(verdict(seen))

    def _seen(self) -> Seen:
        hosting, site, now = self._hosting, self._site, time.monotonic()
        if site.check.findings.opened and self._opened_at is None:
            self._opened_at = now
        kind = next((adapter.kind for adapter in hosting.adapters if adapter.ip == site.host), None)
        return Seen(
            has_adapter=not hosting.is_lost,
            kind=kind,
            listens=hosting.site is site,
            itself=self._itself,
            findings=site.check.findings,
            waited=now - self._began,
            waited_here=now - (self._opened_at or now),
        )

    def _show_reach(self, reached: object) -> None:
        self._itself = bool(reached)
        self.refresh()

    def _show_layer(self, layer: Layer) -> None:
        icon, words = self._rows[layer.key]
        name, role = _ICONS[layer.state]
        set_icon(icon, name, role)
        said = {"yes": _("yes"), "no": _("no"), "waiting": _("not yet known")}[layer.state]
        icon.setAccessibleName(said)
        words.setText(layer.words)
        words.setProperty("role", "text" if layer.state != "waiting" else "secondary")
        words.style().unpolish(words)
        words.style().polish(words)

    def _show_verdict(self, said: Verdict) -> None:
        self._title.setText(said.title)
        self._advice.setText(said.advice)
        self._title.setAccessibleName(f"{said.title}. {said.advice}")

    def _end(self) -> None:
        self._look.stop()
        self._site.check.end()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self._qr.setFixedSize(QR_SIDE, QR_SIDE)
        left.addWidget(self._qr)
        left.addWidget(self._address)
        left.addStretch(1)
        self._layers.setHorizontalSpacing(GRID + 4)
        self._layers.setVerticalSpacing(GRID)
        self._layers.setColumnStretch(1, 1)
        for at, key in enumerate(("adapter", "site", "itself", "phone", "writes", "live")):
            icon = QLabel()
            icon.setObjectName(f"layer_icon_{key}")
            words = Label("", name=f"layer_{key}")
            self._rows[key] = (icon, words)
            self._layers.addWidget(icon, at, 0)
            self._layers.addWidget(words, at, 1)
        said = Sheet("verdict_sheet", margin=2 * GRID)
        said.body.addWidget(self._title)
        said.body.addWidget(self._advice)
        said.body.addStretch(1)
        said.setMinimumHeight(18 * GRID)
        right.setSpacing(2 * GRID)
        right.addLayout(self._layers)
        right.addWidget(said, 1)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        self.buttons.addWidget(QuietButton(_("Check again"), "check_again", self.begin))
        self.add_buttons(_("Done"), None)


def reaches(site: "Site") -> bool:
    """Tell whether this computer opens its own page through the network that the site is on."""
    try:
        asked = http.client.HTTPConnection(site.host, site.port, timeout=REACH_SECONDS)
        try:
            asked.request("GET", "/")
            return asked.getresponse().status == http.client.OK
        finally:
            asked.close()
    except (OSError, http.client.HTTPException):
        return False
