"""The room's view beside the map: switched on and off, and taken over for one trend or for all."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.sheets import Spread, spread_of
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.trends import place_trend


class RoomView(QWidget):
    """A row below the map; hidden while no phone has placed anything."""

    switched = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("room_view_row")
        self._bridge = bridge
        self._all: dict[str, Spread] = {}
        self._counted: tuple[object, tuple[str, ...]] = (None, ())
        """The sheets and trends that ``_all`` was worked out for."""
        self._chosen = ""
        self._switch = PlainButton(_("Room's view"), "room_view", self.switched.emit, icon="groups")
        self._switch.setCheckable(True)
        self._switch.toggled.connect(lambda _on: self._refresh())
        self._count = ElidedLabel("small", name="room_view_count")
        self._one = PlainButton(
            _("Take mean"), "take_mean", self._take_one, tip=_("Move the chosen trend to the room's mean")
        )
        self._each = PlainButton(
            _("Take all"), "take_all_means", self._take_all, tip=_("Move every trend to the room's mean")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._switch)
        row.addWidget(self._count, 1)
        for button in (self._one, self._each):
            row.addWidget(button)
        self.hide()

    @property
    def shown(self) -> Mapping[str, Spread]:
        """How the room places each trend; empty while its view is off."""
        return self._all if self._switch.isChecked() else {}

    def show_workshop(self, workshop: Workshop, chosen: str) -> None:
        """Count what the phones placed; ``chosen`` is the trend that one mean is taken over for."""
        sheets = [sheet for sheet in workshop.sheets.values() if sheet.placed]
        trend_ids = tuple(trend.id for trend in workshop.plan.trends)
        if self._counted[0] is not workshop.sheets or self._counted[1] != trend_ids:
            self._counted = workshop.sheets, trend_ids
            spreads = {trend_id: spread_of(trend_id, sheets) for trend_id in trend_ids}
            self._all = {trend_id: spread for trend_id, spread in spreads.items() if spread is not None}
        self._chosen = chosen
        count = len(sheets)
        self._count.setText(ngettext("{n} phone placed trends", "{n} phones placed trends", count).format(n=count))
        self.setVisible(bool(self._all))
        self._refresh()

    def choose(self, trend_id: str) -> None:
        """Take another trend for the chosen one."""
        self._chosen = trend_id
        self._refresh()

    def _refresh(self) -> None:
        is_on = self._switch.isChecked()
        for widget in (self._one, self._each):
            widget.setVisible(is_on)
        self._one.setEnabled(self._chosen in self._all)

    def _take_one(self) -> None:
        self._take(_("Take over the room's mean"), [self._chosen])

    def _take_all(self) -> None:
        self._take(_("Take over all means of the room"), self._all)

    def _take(self, label: str, trend_ids: Iterable[str]) -> None:
        means = {trend_id: self._all[trend_id] for trend_id in trend_ids if trend_id in self._all}
        said = ngettext("{n} trend moved to the room's mean.", "{n} trends moved to the room's mean.", len(means))
        then = partial(self._bridge.undo_offered.emit, said.format(n=len(means)))
        self._bridge.edit(label, partial(_placed_at, means=means), then=then)


def _placed_at(plan: Plan, means: Mapping[str, Spread]) -> Plan:
    for trend_id, spread in means.items():
        if trend_id in plan.trends:
            plan = place_trend(plan, trend_id, spread.mean.importance, spread.mean.certainty)
    return plan
