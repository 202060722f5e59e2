"""What the window can show besides its pages: keys, about, changes since the earlier workshop, the page of a phone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.desktop.frame.window import MainWindow


class Looking(QObject):
    """Opens it for one window; each dialog is imported when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        menu = window.menu
        menu.since_wanted.connect(self.show_since)
        menu.phone_wanted.connect(self.show_phone)
        menu.keys_wanted.connect(self.show_keys)
        menu.about_wanted.connect(self.show_about)

    def show_keys(self) -> None:
        """List everything that has a key."""
        from workshop_tool.desktop.commands.shortcuts import ShortcutsDialog  # noqa: PLC0415 - see above

        ShortcutsDialog(self._window.commands, self._window).exec()

    def show_about(self) -> None:
        """Show version and licences."""
        from workshop_tool.desktop.commands.about import AboutDialog  # noqa: PLC0415 - see above

        AboutDialog(self._window.bridge.session.path, self._window).exec()

    def show_since(self) -> None:
        """Show what changed since the workshop that this one carries on from, where it does."""
        from workshop_tool.desktop.commands.since_dialog import SinceDialog  # noqa: PLC0415 - see above
        from workshop_tool.services.series import changes_since  # noqa: PLC0415 - see above

        plan = self._window.bridge.workshop.plan
        if not plan.earlier.title:
            words = _("This workshop carries on from no other. The start page begins one that does.")
            self._window.bridge.noted.emit(words)
            return
        SinceDialog(plan.earlier, changes_since(plan), self._window.bring_item, self._window).exec()

    def show_phone(self) -> None:
        """Open the page that phones see in the browser of this computer; it is a device of its own, as a phone is."""
        bridge = self._window.bridge
        if bridge.is_hosting:
            QDesktopServices.openUrl(QUrl(bridge.hosting.join_url))
            bridge.noted.emit(_("Your browser shows what a phone sees. It counts as one more device."))
        else:
            words = _("Phones see nothing while the site is off.")
            bridge.offered.emit(words, _("Go to Room"), lambda: self._window.bring_page("room"))
