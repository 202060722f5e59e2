"""Before and after: what the workshop added, renamed and moved since the map was presented."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.domain.trends import Trend
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.record.facts.trend_changes import move_said, moved_from
from workshop_tool.services.edits.trends import mark_presented


class BeforeAfter(QWidget):
    """The switch above the map that shows what changed, and beside the page's title the button that begins anew."""

    switched = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("before_after_row")
        self._bridge = bridge
        self.mark = QuietButton(_("Mark as presented"), "mark_presented", self._ask_mark)
        self.mark.setToolTip(
            _("Remember where each trend stands now, so that the map can show what the workshop changes")
        )
        self._switch = QuietButton(_("Before / after"), "before_after", self.switched.emit)
        self._switch.setCheckable(True)
        self._switch.setToolTip(_("Show what was added, renamed and moved since the map was presented"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._switch)

    @property
    def is_on(self) -> bool:
        """Whether the changes are to be shown."""
        return self._switch.isChecked()

    def show_trends(self, trends: Iterable[Trend]) -> None:
        """Offer what makes sense: an empty map was not presented, and one without changes has nothing to show."""
        listed = tuple(trends)
        self.mark.setEnabled(any(trend.placed and trend.origin != "workshop" for trend in listed))
        count = sum(bool(change_of(trend)) for trend in listed)
        words = ngettext("{n} change", "{n} changes", count).format(n=count)
        self._switch.setAccessibleDescription(words)
        self._switch.setEnabled(bool(count) or self._switch.isChecked())

    def _ask_mark(self) -> None:
        said = _("The map is marked as presented. What is added, renamed or moved from now on shows as the workshop's.")
        then = partial(self._bridge.undo_offered.emit, said)
        self._bridge.edit(_("Mark the map as presented"), mark_presented, then=then)


def change_of(trend: Trend) -> str:
    """Return in a word what the workshop did to a trend; "" where it left it as it was."""
    if trend.origin == "workshop":
        return _("added")
    done = [_("renamed")] * bool(trend.presented_as) + [_("moved")] * (moved_from(trend) is not None)
    if trend.presented_importance is not None and not trend.placed:
        done.append(_("taken off"))
    return _("changed") if len(done) > 1 else "".join(done)


def said_of(trend: Trend) -> str:
    """Say what the workshop did to a trend in full: "presented as …, moved: more certain"."""
    earlier = _("presented as “{label}”").format(label=trend.presented_as) if trend.presented_as else ""
    return " · ".join(filter(None, (earlier, move_said(trend))))
