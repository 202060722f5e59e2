"""What a field of the poster refers to: a row for each trend, with what it does to the problem, or problem area."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.desktop.widgets.sheet import clear
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster, PosterField
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

Linked = tuple[tuple[str, str, str], ...]
"""Id, words, and what it does: "better", "worse", or "" where nobody said."""
_EFFECTS: Final = ("", "better", "worse")


class LinkedRows(QWidget):
    """Shows what is linked; for trends one can say whether it makes things better or worse."""

    effect_chosen = Signal(str, object)
    """Trend id, and "better", "worse" or None."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setObjectName(f"links_{key}")
        self._shown: Linked = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_links(self, linked: Linked, *, effects: bool) -> None:
        """Show these; nothing is made anew where nothing changed, so that the focus stays."""
        self.setVisible(bool(linked))
        self.setAccessibleName(" · ".join(words for _id, words, _effect in linked))
        if linked == self._shown:
            return
        if [link[0] for link in linked] == [link[0] for link in self._shown]:
            for item_id, words, effect in linked:
                self._update(item_id, words, effect)
        else:
            clear(self._column)
            for item_id, words, effect in linked:
                row = self._row(item_id, effects=effects)
                self._column.addWidget(row)
                row.show()
                self._update(item_id, words, effect)
        self._shown = linked

    def _row(self, item_id: str, *, effects: bool) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GRID)
        across.addWidget(ElidedLabel("caption", name=f"linked_{item_id}"), 1)
        if effects:
            box = Choosing()
            box.setObjectName(f"effect_{item_id}")
            for effect, words in zip(
                _EFFECTS, (_("effect not said"), _("makes it better"), _("makes it worse")), strict=True
            ):
                box.addItem(words, effect)
            box.setProperty("small", "true")
            box.activated.connect(lambda _at: self.effect_chosen.emit(item_id, box.currentData() or None))
            across.addWidget(box)
        return row

    def _update(self, item_id: str, words: str, effect: str) -> None:
        label = self.findChildren(ElidedLabel, f"linked_{item_id}")[-1]
        label.setText(words)
        for box in self.findChildren(QComboBox, f"effect_{item_id}")[-1:]:
            box.setCurrentIndex(_EFFECTS.index(effect))
            box.setAccessibleName(_("What “{trend}” does").format(trend=words))


def linked(plan: Plan, poster: Poster, field: PosterField) -> Linked:
    """Return what a field refers to."""
    if field.kind == "trends":
        trends = [trend for trend in map(plan.trends.get, poster.trends) if trend]
        effects = {str(key): effect for key, effect in poster.effects.items()}
        return tuple((trend.id, trend.label, effects.get(trend.id, "")) for trend in trends)
    if field.kind == "issues":
        return tuple((area.id, f"{area.number}  {area.text}", "") for area in map(plan.areas.get, poster.links) if area)
    return ()


def same_domain(poster: Poster, field: PosterField, fields: tuple[PosterField, ...]) -> str:
    """Return the label of an earlier solution that comes from the same domain; "" where there is none."""
    mine = poster.domains.get(field.key)
    earlier = fields[: fields.index(field)]
    return next((other.label for other in earlier if mine and poster.domains.get(other.key) == mine), "")
