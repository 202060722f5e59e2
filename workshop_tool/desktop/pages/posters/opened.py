"""The poster that is open: its sheet, the way back, to the poster before and behind, and to the projector."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.posters.links import LinkDialog
from workshop_tool.desktop.pages.posters.minutes import PosterMinutes
from workshop_tool.desktop.pages.posters.photo_strip import PhotoStrip
from workshop_tool.desktop.pages.posters.photos import PosterPhotos
from workshop_tool.desktop.pages.posters.sheet import PosterSheet
from workshop_tool.desktop.widgets.add_line import AddLine
from workshop_tool.desktop.widgets.beside import Beside
from workshop_tool.desktop.widgets.buttons import IconButton, PlainButton, PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.dialogs import ask
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.desktop.widgets.fields import TypedField
from workshop_tool.desktop.widgets.sheet import Label, Pill
from workshop_tool.domain.posters import Poster, PosterTemplate
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.actions import link_areas, link_trends, set_effect, write_actions
from workshop_tool.services.edits.lists import remove_item, revise_item
from workshop_tool.services.edits.posters import choose_domain, rename_poster, set_poster_group, write_field

_SPARE_MS = 300
"""After a poster was opened, until the sheet of the next one is made."""
_QUOTED = 80
"""Characters of somebody else's text that the message bar shows."""


class OpenedPoster(QWidget):
    """Turns what is done on the sheet into edits of the plan, each one step of undo."""

    left = Signal()
    """Back to the wall."""
    present = Signal(str)
    """Poster id: show it to the room."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("opened_poster")
        self.bridge = bridge
        self.poster_id: str | None = None
        self._template = bridge.workshop.plan.template
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self._column.addLayout(self._bar())
        self._sheet: PosterSheet | None = None
        self._spare: PosterSheet | None = None
        """An empty sheet for the poster that is opened next."""
        self._making = QTimer(self, singleShot=True, interval=_SPARE_MS)
        self._making.timeout.connect(self.make_spare)
        self._photos = PosterPhotos(bridge, self)

    def make_spare(self) -> None:
        """Make an empty sheet ahead, while nobody waits for it."""
        if self._spare is None:
            self._spare = PosterSheet(self.bridge.workshop.plan.template, self)
            self._spare.hide()

    def open(self, workshop: Workshop, poster_id: str) -> None:
        """Show another poster on a fresh sheet, whose fields hold nothing of the one before."""
        self.flush()
        self.poster_id = poster_id
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = self._new_sheet(workshop)
        self._minutes = PosterMinutes(self.bridge, poster_id)
        self._sheet.add_foot(self._minutes)
        self._strip = PhotoStrip(self._photos, poster_id)
        self._sheet.add_foot(self._strip)
        self._column.addWidget(self._sheet, 1)
        self._sheet.show()
        self.show_workshop(workshop)
        self._making.start()

    def begin(self) -> None:
        """Let the first field be written in."""
        if self._sheet is not None:
            next(iter(self._sheet.fields.values())).text.setFocus()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the poster as it is now."""
        plan = workshop.plan
        poster = plan.posters.get(self.poster_id)
        if poster is None or self._sheet is None:
            return
        self._sheet.show_poster(workshop, poster)
        self._minutes.show_minutes(plan)
        self._strip.show_photos(poster.photos)
        self._name.setText(_("Poster {n}").format(n=plan.area_of(poster).number))
        self._show_lock(poster)
        order = [other.id for other in plan.posters_in_list_order()]
        self._before.setEnabled(order[0] != poster.id)
        self._behind.setEnabled(order[-1] != poster.id)

    def show_writers(self, said: str) -> None:
        """Say who writes on this poster just now; empty where nobody does."""
        self._writers.setText(said)

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        for field in self.findChildren(TypedField):
            field.flush()
        for line in self.findChildren(AddLine):
            line.flush()

    def _take_spare(self, template: PosterTemplate) -> PosterSheet:
        """Return an empty sheet: the one that was made ahead, unless the template has changed since."""
        spare, self._spare = self._spare, None
        if spare is not None and spare.template != template:
            spare.deleteLater()
            spare = None
        return spare if spare is not None else PosterSheet(template, self)

    def _new_sheet(self, workshop: Workshop) -> PosterSheet:
        sheet = self._take_spare(workshop.plan.template)
        labels = {str(field.key): field.label for field in workshop.plan.template.fields}
        poster_id = self.poster_id or ""
        edit = self.bridge.edit
        sheet.written.connect(
            lambda key, text: edit(
                _("Write {field}").format(field=labels[key]),
                partial(write_field, poster_id=poster_id, field=key, text=text),
            )
        )
        sheet.overtook.connect(partial(self._offer_theirs, poster_id))
        sheet.domain_chosen.connect(
            lambda key, domain: edit(
                _("Choose a domain"), partial(choose_domain, poster_id=poster_id, field=key, domain=domain)
            )
        )
        sheet.renamed.connect(
            lambda title: edit(_("Rename poster"), partial(rename_poster, poster_id=poster_id, title=title))
        )
        sheet.group_chosen.connect(
            lambda part, group: edit(
                _("Choose the poster's group"),
                partial(set_poster_group, poster_id=poster_id, part=part, group_id=group),
            )
        )
        sheet.links_wanted.connect(self._ask_for_links)
        sheet.actions_written.connect(
            lambda key, rows: edit(
                _("Write {field}").format(field=labels[key]),
                partial(write_actions, poster_id=poster_id, field=key, rows=rows),
            )
        )
        sheet.effect_chosen.connect(
            lambda trend, effect: edit(
                _("Say what a trend does"), partial(set_effect, poster_id=poster_id, trend_id=trend, effect=effect)
            )
        )
        return sheet

    def _offer_theirs(self, poster_id: str, key: str, theirs: str) -> None:
        """Say that somebody else's text was replaced, and offer to bring it back."""
        label = self._template.field(key).label
        said = _("Somebody else wrote in “{field}” while you did. Your text is saved; theirs was: {text}")
        short = theirs.replace("\n", " · ")
        short = short if len(short) <= _QUOTED else short[: _QUOTED - 1] + "…"
        change = partial(write_field, poster_id=poster_id, field=key, text=theirs)

        def take() -> None:
            words = _("Use the other text in {field}").format(field=label)
            self.bridge.edit(words, change, then=self.bridge.stepped.emit)

        self.bridge.offered.emit(said.format(field=label, text=short), _("Use theirs"), take)

    def _ask_for_links(self, key: str) -> None:
        """Let trends or problem areas be ticked."""
        plan = self.bridge.workshop.plan
        poster = plan.posters.get(self.poster_id)
        if poster is None:
            return
        if plan.template.field(key).kind == "trends":
            title, ticked = _("Trends that influence this"), tuple(map(str, poster.trends))
            link, which = partial(link_trends, poster_id=poster.id), "trend_ids"
            choices = [(trend.id, trend.label) for trend in plan.trends]
        else:
            title, ticked = _("Linked problem areas"), tuple(map(str, poster.links))
            link, which = partial(link_areas, poster_id=poster.id), "area_ids"
            others = [area for area in plan.areas if area.id != poster.area]
            choices = [(area.id, f"{area.number}   {area.text}") for area in others]
        dialog = LinkDialog(title, choices, ticked, self)
        label = _("Link to the poster")
        dialog.accepted.connect(lambda: self.bridge.edit(label, partial(link, **{which: dialog.ticked})))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remove(self) -> None:
        words = _("The problem area becomes free again. Undo brings the poster back.")
        if not ask(self, _("Remove this poster?"), words, _("Remove"), _("Keep")):
            return
        change = partial(remove_item, table="posters", item_id=self.poster_id or "")
        said = _("Poster removed.")
        self.bridge.edit(_("Remove poster"), change, then=lambda: self.bridge.undo_offered.emit(said))

    def _show_lock(self, poster: Poster) -> None:
        self._locked.setVisible(poster.locked)
        self._lock.setText(_("Unlock") if poster.locked else _("Lock"))
        self._lock.setAccessibleName(self._lock.text())
        tip = _("Let the groups write on it again") if poster.locked else _("Keep the groups from writing on it")
        self._lock.setToolTip(tip)

    def _toggle_lock(self) -> None:
        poster = self.bridge.workshop.plan.posters.get(self.poster_id)
        if poster is not None:
            label = _("Unlock poster") if poster.locked else _("Lock poster")
            change = partial(revise_item, table="posters", item_id=poster.id, locked=not poster.locked)
            self.bridge.edit(label, change)

    def _step(self, by: int) -> None:
        order = [poster.id for poster in self.bridge.workshop.plan.posters_in_list_order()]
        at = order.index(self.poster_id or "") + by
        if 0 <= at < len(order):
            self.open(self.bridge.workshop, order[at])

    def _bar(self) -> Beside:
        self._name = Label("", "title", name="page_title")
        self._writers = ElidedLabel("accent", name="poster_writers")
        self._locked = Pill(_("locked"), "attention", name="locked_pill")
        self._lock = QuietButton("", "lock_poster", self._toggle_lock, icon="lock")
        self._before = IconButton("back", _("Poster before"), "poster_before", partial(self._step, -1))
        self._behind = IconButton("next", _("Next poster"), "poster_next", partial(self._step, 1))
        where = _in_a_row(
            "poster_where",
            PlainButton(_("Posters"), "back_to_wall", self.left.emit, icon="posters"),
            self._name,
            self._before,
            self._behind,
            self._locked,
            self._writers,
        )
        does = _in_a_row(
            "poster_does",
            self._lock,
            IconButton("delete", _("Remove this poster"), "remove_poster", self._remove),
            PrimaryButton(_("Show to the room"), "show_poster", self._present, icon="projector"),
        )
        bar = Beside(wide=0, spacing=GRID)
        bar.add(where, 1)
        bar.add(does)
        return bar

    def _present(self) -> None:
        self.flush()
        self.present.emit(self.poster_id or "")


def _in_a_row(name: str, *parts: QWidget) -> QWidget:
    """Return widgets in a row of their own; an elided label takes what is left, or nothing does."""
    box = QWidget()
    box.setObjectName(name)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, ElidedLabel) else 0)
    if not any(isinstance(part, ElidedLabel) for part in parts):
        row.addStretch(1)
    return box
