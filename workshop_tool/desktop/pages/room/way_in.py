"""The way in for phones: the QR code, and the address with its code as text for who cannot scan; and the Wi-Fi's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.room.wifi import WifiPanel
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.qr_code import QrCode
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

QR_SIDE = 400


class WayIn(Sheet):
    """Shows how to join; while the site is off it offers to start it."""

    start_wanted = Signal()
    show_wanted = Signal()
    """The QR code should be on the projector."""

    def __init__(self) -> None:
        super().__init__("way_in", margin=2 * GRID + 4)
        self.wifi = WifiPanel()
        self._qr = QrCode(_("QR code that opens the page"), "page_qr", QR_SIDE)
        self._address = Label("", "section", name="page_address")
        self._code = Label("", "section", name="page_code")
        for label in (self._address, self._code):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._tabs = QTabBar()
        self._tabs.setObjectName("way_in_tabs")
        self._tabs.setAccessibleName(_("Steps of the way in"))
        self._tabs.setDrawBase(False)
        self._tabs.addTab(_("1  Wi-Fi"))
        self._tabs.addTab(_("2  Page"))
        page = QWidget()
        page.setObjectName("way_in_page")
        self._stack = QStackedLayout(page)
        start = PrimaryButton(_("Start the site"), "start_site", self.start_wanted.emit, icon="room")
        hint = _("Start the site, and the QR code and the address appear here.")
        self._stack.addWidget(EmptyState("qr", _("No way in yet"), hint, start, name="way_in_empty"))
        self._stack.addWidget(self._shown())
        steps = QStackedWidget()
        steps.addWidget(self.wifi)
        steps.addWidget(page)
        self._tabs.currentChanged.connect(steps.setCurrentIndex)
        self._tabs.setCurrentIndex(1)
        self.body.addWidget(self._tabs)
        self.body.addWidget(steps, 1)

    def show_way(self, address: str, join_url: str, code: str) -> None:
        """Show address and code; an empty address says that the site is off."""
        self._qr.show_text(join_url)
        self._address.setText(address)
        self._code.setText(_("code {code}").format(code=code))
        self._stack.setCurrentIndex(1 if address else 0)

    def show_step(self, at: int) -> None:
        """Bring up a step: 0 the Wi-Fi, 1 the page."""
        self._tabs.setCurrentIndex(at)

    def _shown(self) -> QWidget:
        shown = QWidget()
        shown.setObjectName("way_in_shown")
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._qr, 1)
        column.addWidget(self._address, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GRID)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(QuietButton(_("Copy address"), "copy_address", self._copy))
        buttons.addWidget(
            PrimaryButton(_("Show the QR to the room"), "show_qr", self.show_wanted.emit, icon="projector")
        )
        buttons.addStretch(1)
        column.addLayout(buttons)
        return shown

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._qr.text)
