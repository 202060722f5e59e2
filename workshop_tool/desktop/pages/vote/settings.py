"""The rules of a round, chosen before it opens; each is saved as soon as it is chosen."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.pages.vote.choice import RuleChoice
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.desktop.widgets.criterion_mark import CriterionMark
from workshop_tool.desktop.widgets.fields import LineField
from workshop_tool.desktop.widgets.number_field import NumberField
from workshop_tool.desktop.widgets.sheet import Label, Sheet, breakable, clear
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services import voting

MOST_DOTS: Final = 100
_FIGURE_SPACE: Final = "\N{FIGURE SPACE}"
MOST_PRESENT: Final = 100_000
"""See ``Round.dots``; more people than ever stood in a room."""


class SettingsView(QWidget):
    """Shows the rules of a prepared round beside the posters it will open on."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("vote_settings")
        self._bridge = bridge
        self._round_id = ""
        self._criteria: tuple[Criterion, ...] = ()
        self._name = LineField("round_name", _("Name of the round"))
        self._name.require()
        self._name.edited.connect(lambda name: self._change(name=name))
        self._dots: dict[str, NumberField] = {}
        self._most = NumberField("most_per_poster", _("Most on one poster"), _("no limit"), 1, MOST_DOTS)
        self._most.number_edited.connect(lambda most: self._change(most_per_poster=most))
        self._present = NumberField("present", _("People present"), _("not counted"), 0, MOST_PRESENT)
        self._present.number_edited.connect(lambda present: self._change(present=present))
        self._choices = {name: RuleChoice(name, asks, answers) for name, (asks, answers) in _choices().items()}
        for name, choice in self._choices.items():
            choice.chosen.connect(lambda value, name=name: self._change(**{name: value}))
        self._posters = QListWidget()
        self._posters_title = Label("", "section", name="round_posters_title")
        self._dots_rows = QVBoxLayout()
        row = Beside(self)
        row.add(self._rules(), 3, tall=TALL)
        row.add(self._list(), 2, tall=TALL)

    def show_book(self, plan: Plan, book: Book) -> None:
        """Show the rules of this round, but leave a field alone that is being typed in."""
        round_ = book.round
        self._round_id = round_.id
        self._show_criteria(round_.criteria)
        self._name.show_text(round_.name)
        for key, field in self._dots.items():
            field.show_number({str(k): n for k, n in round_.dots.items()}.get(key))
        self._most.show_number(round_.most_per_poster)
        self._present.show_number(round_.present)
        for name, choice in self._choices.items():
            choice.show_value(getattr(round_, name))
        self._choices["voters"].show_note(_cards_note(plan, round_))
        posters = [poster for poster in plan.posters_in_list_order() if not round_.only or poster.id in round_.only]
        lines = [_numbered(plan.area_of(poster).number, plan.title_of(poster)) for poster in posters]
        if lines != [self._posters.item(at).text() for at in range(self._posters.count())]:
            self._posters.clear()
            self._posters.addItems(lines)
            for at, line in enumerate(lines):
                self._posters.item(at).setToolTip(line)
        title = ngettext("{n} poster to vote on", "{n} posters to vote on", len(lines))
        self._posters_title.setText(title.format(n=len(lines)))

    def _show_criteria(self, criteria: tuple[Criterion, ...]) -> None:
        if criteria == self._criteria:
            return
        self._criteria = criteria
        clear(self._dots_rows)
        self._dots.clear()
        for criterion in criteria:
            says = _("{criterion} dots per person").format(criterion=criterion.label)
            field = NumberField(f"dots_{criterion.key}", says, _("not known"), 0, MOST_DOTS)
            field.number_edited.connect(partial(self._change_dots, str(criterion.key)))
            self._dots[str(criterion.key)] = field
            self._dots_rows.addWidget(_dots_row(criterion, field))

    def _change(self, **changes: object) -> None:
        self._bridge.act(partial(_revise, round_id=self._round_id, changes=changes))

    def _change_dots(self, key: str, dots: int | None) -> None:
        self._bridge.act(partial(_give_dots, round_id=self._round_id, key=key, dots=dots))

    def _rules(self) -> Sheet:
        sheet = Sheet("round_rules", margin=3 * GRID)
        sheet.body.setSpacing(2 * GRID)
        sheet.body.addWidget(Label(_("Rules of this round"), "section", name="round_rules_title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget | QLayout], ...] = (
            (_("Name"), self._name),
            (_("Dots per person"), self._dots_rows),
            (_("Most on one poster"), _noted(self._most, _("of one colour, by one person"))),
            (_("People present"), _noted(self._present, _("for the turnout"))),
            *((asks, self._choices[name]) for name, (asks, _answers) in _choices().items()),
        )
        for at, (words, field) in enumerate(rows):
            top = Qt.AlignmentFlag.AlignTop
            label = Label(words, "strong", name="rule_label")
            measure(label, height=4 * GRID)
            grid.addWidget(label, at, 0, top)
            if isinstance(field, QWidget):
                grid.addWidget(field, at, 1, top)
            else:
                grid.addLayout(field, at, 1, top)
        self._dots_rows.setSpacing(GRID)
        inside = QWidget()
        inside.setObjectName("round_rules_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.addLayout(grid)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("round_rules_scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        sheet.body.addWidget(scroll, 1)
        return sheet

    def _list(self) -> Sheet:
        sheet = Sheet("round_posters", margin=3 * GRID)
        hint = _("In the order of the problem list, never by votes. The list is fixed when voting opens.")
        self._posters.setObjectName("round_posters_list")
        self._posters.setAccessibleName(_("Posters to vote on"))
        self._posters.setWordWrap(True)
        self._posters.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._posters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._posters.setSpacing(2)
        sheet.body.addWidget(self._posters_title)
        sheet.body.addWidget(Label(hint, "secondary", name="round_posters_hint", wraps=True))
        sheet.body.addWidget(self._posters, 1)
        return sheet


def _choices() -> dict[str, tuple[str, tuple[tuple[object, str], ...]]]:
    """Return the question and the answers of each rule that is chosen, by its field in ``Round``."""
    return {
        "voters": (
            _("Who votes"),
            (("open", _("Every device that joined")), ("card", _("Every printed card, on any phone"))),
        ),
        "own_poster": (
            _("Own group's poster"),
            ((True, _("Its group may vote for it")), (False, _("Its group may not vote for it"))),
        ),
        "poster_order": (
            _("Order on phones"),
            (("list", _("As in the problem list")), ("random", _("Shuffled for each phone"))),
        ),
        "tie_rule": (
            _("When posters tie"),
            (
                ("shared rank", _("They share the place")),
                ("other criterion", _("The dots of the other colour decide")),
                ("run-off", _("A run-off between those that lead")),
                ("facilitator decides", _("The facilitator decides, with a reason")),
            ),
        ),
    }


def _cards_note(plan: Plan, round_: Round) -> str:
    """Say how many cards there are, where the round is voted with cards."""
    cards = plan.particulars.cards
    if round_.voters == "open":
        return ""
    if not cards:
        return _("No cards have been made yet. Print them first, then open voting.")
    return ngettext("{n} card has been made.", "{n} cards have been made.", cards).format(n=cards)


def _numbered(number: int, title: str) -> str:
    """Return a title behind its number; blanks as wide as a digit put the numbers under one another."""
    return f"{number:>3}".replace(" ", _FIGURE_SPACE) + f"   {title}"


def _noted(field: QWidget, note: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID + 4)
    row.addWidget(field)
    row.addWidget(Label(note, "secondary", name="rule_note", wraps=True), 1)
    return row


def _dots_row(criterion: Criterion, field: NumberField) -> QWidget:
    """Return the field with the criterion's mark, name and meaning behind it."""
    box = QWidget()
    box.setObjectName(f"dots_{criterion.key}_row")
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(field)
    row.addSpacing(GRID // 2)
    row.addWidget(CriterionMark(criterion))
    label, meaning = breakable(criterion.label), breakable(criterion.meaning)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(label, "strong", name="criterion_label", wraps=True))
    if criterion.meaning:
        words.addWidget(Label(meaning, "secondary", name="criterion_meaning", wraps=True), 1)
    row.addLayout(words, 1)
    return box


def _revise(workshop: Workshop, round_id: str, changes: dict[str, object]) -> tuple[Workshop, str]:
    """Change settings in the round as it is now, so that two quick changes do not undo each other."""
    return voting.prepare_round(workshop, workshop.book(round_id).round.revised(**changes))


def _give_dots(workshop: Workshop, round_id: str, key: str, dots: int | None) -> tuple[Workshop, str]:
    given = {str(k): n for k, n in workshop.book(round_id).round.dots.items()}
    return _revise(workshop, round_id, {"dots": given | {key: dots}})
