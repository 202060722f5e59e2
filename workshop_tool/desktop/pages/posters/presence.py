"""Who writes on which poster just now, as the group stations say it to the site; asked while the posters are seen."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _

POLL_MS: Final = 1_000

Writers = Mapping[str, tuple[tuple[str, str], ...]]
"""By poster: the id of each group that writes on it, and the key of the field it is in."""


class PosterPresence(QObject):
    """Asks the site once a second while ``page`` is visible."""

    changed = Signal()

    def __init__(self, bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self.writers: Writers = {}
        self._bridge = bridge
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask while the page is up, and only then."""
        if event.type() == QEvent.Type.Show:
            self.look()
            self._poll.start()
        elif event.type() == QEvent.Type.Hide:
            self._poll.stop()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Ask now."""
        site = self._bridge.hosting.site if self._bridge.is_hosting else None
        writers: dict[str, tuple[tuple[str, str], ...]] = {}
        for group_id, poster_id, field in site.presence.who() if site else ():
            writers[poster_id] = (*writers.get(poster_id, ()), (group_id, field))
        if writers != self.writers:
            self.writers = writers
            self.changed.emit()

    def said(self, plan: Plan, poster_id: str) -> str:
        """Say who writes what on a poster: "Group 2 is writing: Evidence"; empty where nobody does."""
        labels = {str(field.key): field.label for field in plan.template.fields}
        lines = []
        for group_id, field in self.writers.get(poster_id, ()):
            group = plan.groups.get(group_id)
            words = _("{group} is writing: {field}") if field in labels else _("{group} is writing")
            lines.append(words.format(group=group.name if group else _("A group"), field=labels.get(field, "")))
        return " · ".join(lines)
