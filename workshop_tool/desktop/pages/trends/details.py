"""The trend that is chosen: its words, where it comes from, and what can be done with it."""

from functools import partial
from typing import Final, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.pages.trends.before import said_of
from workshop_tool.desktop.widgets.buttons import IconButton, PlainButton, QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.desktop.widgets.fields import LineField, TextField
from workshop_tool.desktop.widgets.sheet import Sheet
from workshop_tool.domain.trends import Origin, Trend
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID, Type
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.edits.trends import place_trend, remove_trend, rename_trend, take_off_map

ORIGINS: Final[tuple[Origin, ...]] = get_args(Origin)
CENTRE: Final = 0.5
ORIGIN_LETTERS: Final = 10
"""The least that shows of an origin; a small window cuts the rest."""


class TrendDetails(Sheet):
    """Edits one trend; rests while none is chosen. Its height never changes: the map above stays where it is."""

    placed = Signal()
    """The trend was put on the map: the arrow keys may take it from there."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("trend_details", margin=GRID + GRID // 2)
        self._bridge = bridge
        self._trend: Trend | None = None
        self._label = LineField("trend_label", _("Name of the trend"))
        self._label.require()
        self._label.edited.connect(self._rename)
        self.where = ElidedLabel("small", name="trend_where")
        measure(self.where, height=Type.small.line + 2)
        """Where the trend stands, in words, and what the workshop did to it."""
        self._correction = PlainButton(_("Only a correction"), "trend_correction", self._correct)
        self._correction.setToolTip(_("The name was mistyped; the map shall not mark it as renamed."))
        self._origin = Choosing()
        self._origin.setObjectName("trend_origin")
        self._origin.setAccessibleName(_("Where it comes from"))
        self._origin.addItem(_("Origin not known"))
        self._origin.addItems([_("Desk research"), _("Interviews"), _("Added in the workshop")])
        self._origin.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._origin.setMinimumContentsLength(ORIGIN_LETTERS)
        self._origin.activated.connect(self._set_origin)
        self._note = TextField("trend_note", _("Note"), _("Note"), lines=2, grows=True)
        self._note.edited.connect(partial(self._revise, _("Change a trend's note"), "note"))
        self._place = QuietButton(_("Place on map"), "trend_place", self._toggle_place)
        keeps_place = self._correction.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self._correction.setSizePolicy(keeps_place)
        self._lay_out()
        self.show_trend(None)

    def show_trend(self, trend: Trend | None) -> None:
        """Show one trend, or none; what was typed about the one before is saved."""
        if trend is None or self._trend is None or trend.id != self._trend.id:
            self.flush()
            self._label.forget_saves()
            self._note.forget_saves()
        self._trend = trend
        self.setEnabled(trend is not None)
        self._label.show_text(trend.label if trend else "")
        self._note.show_text(trend.note if trend else "")
        self._origin.setCurrentIndex(ORIGINS.index(trend.origin) + 1 if trend and trend.origin else 0)
        self.where.setText(_said(trend))
        self._correction.setVisible(trend is not None and bool(trend.presented_as))
        self._place.setText(_("Take off the map") if trend and trend.placed else _("Place on map"))
        self._place.setAccessibleName(self._place.text())

    def flush(self) -> None:
        """Save what is being typed."""
        self._label.flush()
        self._note.flush()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GRID)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._origin, 1, 0)
        grid.addWidget(self._note, 0, 1, 2, 1)
        grid.addWidget(self._place, 0, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._correction)
        foot.addStretch(1)
        foot.addWidget(IconButton("delete", _("Remove this trend"), "trend_remove", self._remove))
        grid.addLayout(foot, 1, 2)
        grid.addWidget(self.where, 2, 0, 1, 3)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 3)
        self.body.addLayout(grid)

    def _rename(self, label: str) -> None:
        if self._trend is not None:
            self._bridge.edit(_("Rename a trend"), partial(rename_trend, trend_id=self._trend.id, label=label))

    def _correct(self) -> None:
        self._revise(_("Correct a trend's name"), "presented_as", "")

    def _set_origin(self, at: int) -> None:
        self._revise(_("Change a trend's origin"), "origin", ORIGINS[at - 1] if at else None)

    def _revise(self, label: str, key: str, value: object) -> None:
        if self._trend is not None:
            trend_id = self._trend.id
            self._bridge.edit(label, lambda plan: revise_item(plan, "trends", trend_id, **{key: value}))

    def _toggle_place(self) -> None:
        trend = self._trend
        if trend is None:
            return
        if trend.placed:
            self._bridge.edit(_("Take a trend off the map"), partial(take_off_map, trend_id=trend.id))
        else:
            place = partial(place_trend, trend_id=trend.id, importance=CENTRE, certainty=CENTRE)
            self._bridge.edit(_("Place a trend"), place, then=self.placed.emit)

    def _remove(self) -> None:
        if self._trend is not None:
            said = _("Removed: {label}.").format(label=self._trend.label)
            change = partial(remove_trend, trend_id=self._trend.id)
            self._bridge.edit(_("Remove a trend"), change, then=lambda: self._bridge.undo_offered.emit(said))


def _said(trend: Trend | None) -> str:
    """Say where a trend stands on the map, and under which name it was presented."""
    if trend is None:
        return ""
    if trend.importance is None or trend.certainty is None:
        where = _("Not on the map yet")
    else:
        where = _("Importance {importance}, certainty {certainty}").format(
            importance=round(trend.importance * 100), certainty=round(trend.certainty * 100)
        )
    return " · ".join(filter(None, (where, said_of(trend))))
