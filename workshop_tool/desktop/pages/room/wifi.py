"""The room's Wi-Fi, typed once: a QR code with which phones join it without typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_tool.desktop.files.memory import RememberedRoom
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.fields import labelled
from workshop_tool.desktop.widgets.qr_code import QrCode
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence
from workshop_tool.look.tokens import GRID
from workshop_tool.look.wifi import Wifi

QR_SIDE = 320


class WifiPanel(QWidget):
    """Fields and the code made of them. Nothing of it goes into the workshop file."""

    edited = Signal()
    """Another network, password or kind stands here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wifi_panel")
        self._qr = QrCode(_("QR code that joins the Wi-Fi"), "wifi_qr", QR_SIDE)
        self._hint = Label("", "secondary", name="wifi_hint", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._network = _line("wifi_network", _("Name of the Wi-Fi"))
        self._password = _line("wifi_password", _("Password of the Wi-Fi"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._kind = Choosing()
        self._kind.setObjectName("wifi_kind")
        self._kind.setAccessibleName(_("Kind of Wi-Fi"))
        for words, kind in (
            (_("With password (WPA2, WPA3)"), "WPA"),
            (_("Open, no password"), ""),
            (_("WEP (old)"), "WEP"),
        ):
            self._kind.addItem(words, kind)
        self._show = QuietButton(_("Show"), "wifi_show", self._toggle_echo)
        self._network.textEdited.connect(self._follow)
        self._password.textEdited.connect(self._follow)
        self._kind.activated.connect(self._follow)
        self._lay_out()
        self._refresh()

    @property
    def wifi(self) -> Wifi | None:
        """The network as it is typed; None where there is no name, or no phone could join with what there is."""
        try:
            return self._typed()
        except WorkshopProblem:
            return None

    def show_remembered(self, room: RememberedRoom) -> None:
        """Show what was typed the last time."""
        self._network.setText(room.network)
        self._password.setText(room.password)
        self._kind.setCurrentIndex(max(0, self._kind.findData(room.security)))
        self._refresh()

    def remembered(self, friendly_name: str) -> RememberedRoom:
        """Return what stands here, to be shown the next time."""
        return RememberedRoom(self._network.text(), self._password.text(), self._kind.currentData(), friendly_name)

    def _typed(self) -> Wifi | None:
        network, kind = self._network.text(), self._kind.currentData()
        if not network:
            return None
        if not kind:
            return Wifi(network)
        return Wifi(network, self._password.text(), kind) if self._password.text() else None

    def _follow(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        is_secured = bool(self._kind.currentData())
        self._password.setEnabled(is_secured)
        self._show.setEnabled(is_secured)
        self._hint.setText(self._said())
        wifi = self.wifi
        self._qr.show_text(wifi.qr_text if wifi else "")
        self._qr.setVisible(wifi is not None)

    def _said(self) -> str:
        try:
            if self._typed() is not None:
                return _("Phones join the Wi-Fi with it. The projector shows it as step 1, the page as step 2.")
        except WorkshopProblem as problem:
            return sentence(problem)
        return _(
            "Type the room's Wi-Fi, and the QR code for it appears here. It is kept on this computer, not in the file."
        )

    def _toggle_echo(self) -> None:
        hidden = self._password.echoMode() == QLineEdit.EchoMode.Password
        self._password.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show.setText(_("Hide") if hidden else _("Show"))
        self._show.setAccessibleName(self._show.text())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._qr, 1)
        column.addSpacing(GRID)
        column.addWidget(self._hint)
        column.addWidget(labelled(Label(_("Name of the Wi-Fi"), "caption"), self._network))
        column.addWidget(labelled(Label(_("Kind"), "caption"), self._kind))
        secret = QWidget()
        secret.setObjectName("wifi_secret")
        row = QHBoxLayout(secret)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._password, 1)
        row.addWidget(self._show)
        column.addWidget(labelled(Label(_("Password"), "caption"), secret))


def _line(name: str, says: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(says)
    line.setMaxLength(64)
    return line
