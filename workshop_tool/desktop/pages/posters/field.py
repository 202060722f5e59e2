"""One field of the poster's sheet: what it asks, what it refers to, and the text, a point per line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from workshop_tool.desktop.dress.measures import NO_LIMIT
from workshop_tool.desktop.pages.posters.actions import ActionRows
from workshop_tool.desktop.pages.posters.linked import LinkedRows, linked, same_domain
from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.fields import TextField
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster, PosterField
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class PointsField(TextField):
    """A text that is never changed under the hands of whoever has the focus in it."""

    def __init__(self, name: str, says: str, hint: str) -> None:
        super().__init__(name, says, hint)
        assert isinstance(self.editor, QPlainTextEdit)  # noqa: S101 - a text field has no other editor
        self.editor.setProperty("quiet", "points")
        self.editor.document().setDocumentMargin(4)
        self.editor.setMaximumHeight(NO_LIMIT)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def is_in_use(self) -> bool:
        """Tell whether the focus is here: then somebody else's text waits until it has left."""
        return self.editor.hasFocus() or super().is_in_use()


class FieldBox(Sheet):
    """Shows one field and says what was changed in it."""

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

    def __init__(self, field: PosterField, domains: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(f"field_{field.key}", parent, margin=GRID + 4)
        self.field = field
        self.body.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(Label(field.label, "accent", name="field_label"), 1)
        self._domain = self._domain_box(domains) if field.kind == "solution" and domains else None
        if self._domain is not None:
            head.addWidget(self._domain)
        if field.kind in {"trends", "issues"}:
            words = _("Link trends…") if field.kind == "trends" else _("Link areas…")
            head.addWidget(PlainButton(words, f"link_{field.key}", lambda: self.links_wanted.emit(field.key)))
        self.body.addLayout(head)
        self._prompt = Label(field.prompt, "small", name="field_prompt", wraps=True)
        self.rows = ActionRows(field.key) if field.kind == "solution" else None
        second = QHBoxLayout()
        second.addWidget(self._prompt, 1)
        self.body.addLayout(second)
        if self.rows is not None:
            second.addWidget(self.rows.adder, 0, Qt.AlignmentFlag.AlignTop)
            self.rows.written.connect(lambda rows: self.actions_written.emit(field.key, rows))
            self.body.addWidget(self.rows)
        self._links = LinkedRows(field.key)
        self._links.effect_chosen.connect(self.effect_chosen)
        self._links.hide()
        self.body.addWidget(self._links)
        self.text = PointsField(f"text_{field.key}", field.label, _("A point per line"))
        self.text.edited.connect(lambda text: self.written.emit(field.key, text))
        self.text.overtook.connect(lambda theirs: self.overtook.emit(field.key, theirs))
        self.body.addWidget(self.text, 1)

    def show_field(self, plan: Plan, poster: Poster) -> None:
        """Show text, domain and links."""
        self.text.show_text(poster.text(self.field.key))
        if self._domain is not None:
            self._show_domain(self._domain, poster.domains.get(self.field.key, ""))
        if self.rows is not None:
            self.rows.show_actions(poster.actions.get(self.field.key, ()))
        self._links.show_links(linked(plan, poster, self.field), effects=self.field.kind == "trends")
        self._show_prompt(same_domain(poster, self.field, plan.template.fields))

    def flush(self) -> None:
        """Save what is being typed."""
        self.text.flush()
        if self.rows is not None:
            self.rows.flush()

    def _show_prompt(self, same: str) -> None:
        """Ask what the field asks; where two solutions share a domain, say quietly that another would show more."""
        hint = _("The same domain as {field}: another one would widen the choice.").format(field=same)
        self._prompt.setText(hint if same else self.field.prompt)

    def _domain_box(self, domains: tuple[str, ...]) -> QComboBox:
        box = Choosing()
        box.setObjectName(f"domain_{self.field.key}")
        box.setAccessibleName(_("Domain of {field}").format(field=self.field.label))
        box.addItem(_("no domain"), "")
        for domain in domains:
            box.addItem(domain, domain)
        box.activated.connect(lambda _row: self.domain_chosen.emit(self.field.key, box.currentData()))
        return box

    def _show_domain(self, box: QComboBox, domain: str) -> None:
        if box.findData(domain) < 0:
            box.addItem(domain, domain)
        box.setCurrentIndex(box.findData(domain))
