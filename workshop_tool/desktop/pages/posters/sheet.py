"""A poster as the landscape sheet that the groups know, laid out from the template and edited in place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.pages.posters.actions import WrappedField
from workshop_tool.desktop.pages.posters.field import FieldBox
from workshop_tool.desktop.pages.posters.marks import DotCount, published_dots, still_blank
from workshop_tool.desktop.widgets.beside import WIDE, Beside
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.sheet import Divider, Label, Sheet, clear
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster, PosterTemplate
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_LEFT_SHARE, _RIGHT_SHARE = 10, 9
_COLUMNS = 2
"""Of the later parts' fields, right of the first part's."""
_GROUP_LETTERS = 10
"""Width of a box of groups, in letters."""


class PosterSheet(QScrollArea):
    """Shows one poster and says what was changed on it; it decides nothing."""

    written = Signal(str, str)
    """Field key, text."""
    overtook = Signal(str, str)
    """Field key, and somebody else's text that what was written here took the place of."""
    domain_chosen = Signal(str, str)
    """Field key, domain; empty takes it back."""
    links_wanted = Signal(str)
    """Field key: choose trends or problem areas."""
    actions_written = Signal(str, object)
    """Field key, tuple[Action, ...]."""
    effect_chosen = Signal(str, object)
    """Trend id, and "better", "worse" or None."""
    renamed = Signal(str)
    group_chosen = Signal(str, object)
    """Part key, group id or None."""

    def __init__(self, template: PosterTemplate, parent: QWidget) -> None:
        """Make an empty sheet, from the outside in: Qt dresses a widget anew each time something around it moves."""
        super().__init__(parent)
        self.setObjectName("poster_sheet")
        self.setWidgetResizable(True)
        self.template = template
        inside = QWidget(self.viewport())
        self.setWidget(inside)
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 0)
        sheet = Sheet("sheet", inside, margin=3 * GRID - 4)
        around.addWidget(sheet)
        sheet.body.setSpacing(2 * GRID - 4)
        sheet.body.addLayout(self._head())
        sheet.body.addWidget(Divider(sheet))
        self.fields = {str(field.key): FieldBox(field, template.domains, sheet) for field in template.fields}
        self._grid = QGridLayout()
        self._grid.setSpacing(2 * GRID - 4)
        self._is_column: bool | None = None
        self._place_fields(column=False)
        sheet.body.addLayout(self._grid, 1)
        self._body = sheet.body
        for box in self.fields.values():
            box.written.connect(self.written)
            box.overtook.connect(self.overtook)
            box.domain_chosen.connect(self.domain_chosen)
            box.links_wanted.connect(self.links_wanted)
            box.actions_written.connect(self.actions_written)
            box.effect_chosen.connect(self.effect_chosen)

    def show_poster(self, workshop: Workshop, poster: Poster) -> None:
        """Show the poster; a field that has the focus is left alone."""
        plan = workshop.plan
        area = plan.area_of(poster)
        self._number.setText(str(area.number))
        self._title.show_text(plan.title_of(poster))
        listed = _("In the list: {text}").format(text=area.text) if poster.title else _("Worded as in the list")
        blank = still_blank(plan, poster)
        self._listed.setText(" · ".join(filter(None, (listed, blank))))
        for key, box in self._groups.items():
            _show_groups(box, plan, poster.groups.get(key))  # type: ignore[call-overload]
        for field_box in self.fields.values():
            field_box.show_field(plan, poster)
        clear(self._dots)
        for criterion, dots in published_dots(workshop, poster.id):
            self._dots.addWidget(DotCount(criterion, dots))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the fields as the width wants it."""
        super().resizeEvent(event)
        self._place_fields(column=event.size().width() < zoomed(WIDE))

    def add_foot(self, strip: QWidget) -> None:
        """Put something below the fields."""
        self._body.addWidget(strip)

    def _head(self) -> QHBoxLayout:
        self._number = Label("", "title", name="sheet_number")
        self._title = WrappedField("poster_title", _("Title of the poster"))
        self._title.editor.setProperty("quiet", "title")
        self._title.edited.connect(self.renamed)
        self._title.entered.connect(self._title.flush)
        self._listed = Label("", "small", name="listed_text", wraps=True)
        self._listed.setContentsMargins(GRID, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addLayout(self._second_row())
        self._dots = QHBoxLayout()
        self._dots.setSpacing(GRID)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self._number)
        row.addLayout(words, 1)
        row.addLayout(self._dots)
        return row

    def _second_row(self) -> Beside:
        """Put the list's text beside the group of each part."""
        groups = QWidget()
        groups.setObjectName("sheet_groups")
        row = QHBoxLayout(groups)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self._groups: dict[str, QComboBox] = {}
        for part in self.template.parts:
            box = Choosing(f"group_{part.key}", _("Group: {part}").format(part=part.label))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_GROUP_LETTERS)  # a long name ends in an ellipsis, and is whole in the list
            box.activated.connect(partial(self._choose_group, str(part.key)))
            self._groups[str(part.key)] = box
            row.addWidget(Label(part.label, "small", name="part_label"))
            row.addWidget(box)
        both = Beside(spacing=GRID)
        both.add(self._listed, 1)
        both.add(groups)
        return both

    def _choose_group(self, part: str, _row: int) -> None:
        self.group_chosen.emit(part, self._groups[part].currentData())

    def _place_fields(self, *, column: bool) -> None:
        """Put the first part's fields at the left, the others in two columns beside it, in common rows.

        With large text or in a small window all stand one below the other.
        """
        if column == self._is_column:
            return
        self._is_column = column
        for box in self.fields.values():
            self._grid.removeWidget(box)
        places = _in_a_column(self.template) if column else _in_common_rows(self.template)
        for key, place in places.items():
            self._grid.addWidget(self.fields[key], *place)
        columns = {place[1] for place in places.values()}
        rows = max(row + spanned for row, _column, spanned, _one in places.values())
        has_left = not column and any(field.part == self.template.parts[0].key for field in self.template.fields)
        has_left = has_left and len(self.template.parts) > 1
        for at in range(1 + _COLUMNS):
            share = _LEFT_SHARE if has_left and at == 0 else _RIGHT_SHARE
            self._grid.setColumnStretch(at, share if at in columns else 0)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, int(at < rows))


Place = tuple[int, int, int, int]
"""Row, column, and how many of each."""


def _in_common_rows(template: PosterTemplate) -> dict[str, Place]:
    first = template.parts[0].key if len(template.parts) > 1 else None
    left = [str(field.key) for field in template.fields if field.part == first]
    later = [str(field.key) for field in template.fields if field.part != first]
    rows = max(len(left), -(-len(later) // _COLUMNS), 1)
    begin = 1 if left else 0
    places: dict[str, Place] = {key: (at, 0, 1, 1) for at, key in enumerate(left)}
    if left:
        places[left[-1]] = (len(left) - 1, 0, rows - len(left) + 1, 1)
    return places | {key: (at // _COLUMNS, begin + at % _COLUMNS, 1, 1) for at, key in enumerate(later)}


def _in_a_column(template: PosterTemplate) -> dict[str, Place]:
    return {str(field.key): (at, 0, 1, 1) for at, field in enumerate(template.fields)}


def _show_groups(box: QComboBox, plan: Plan, group_id: str | None) -> None:
    """Offer the groups there are, and none."""
    box.clear()
    box.addItem(_("no group"), None)
    for group in plan.groups:
        box.addItem(group.name, group.id)
    box.setCurrentIndex(max(0, box.findData(group_id)) if group_id else 0)
