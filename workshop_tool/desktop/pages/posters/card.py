"""One poster on the wall: a card to open it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.dress.theme import colours, set_icon, zoomed
from workshop_tool.desktop.pages.posters.marks import DotCount, Dots, Filled, filled, published_dots, still_blank
from workshop_tool.desktop.widgets.buttons import Pressable
from workshop_tool.desktop.widgets.elided import ElidedLabel, ElidedText
from workshop_tool.desktop.widgets.sheet import Label, Pill, clear
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID, RADIUS_SHEET

CARD_HEIGHT = 21 * GRID
CARD_WIDTH = 30 * GRID
"""Least width in pixels, at the usual size of text."""


def group_names(plan: Plan, poster: Poster) -> str:
    """Name the groups that made a poster, each once, in the order of the day."""
    ids = (poster.groups.get(part.key) for part in plan.template.parts)
    return " + ".join(dict.fromkeys(group.name for group in map(plan.groups.get, ids) if group))


class Card(Pressable):
    """A card that is a button; what stands on it lets clicks through."""

    def __init__(self, name: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", "true")
        self.setAutoDefault(False)
        measure(self, height=CARD_HEIGHT)
        self.clicked.connect(lambda _checked: pressed())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        self.column.setSpacing(4)

    def sizeHint(self) -> QSize:
        """Return the least size; the wall gives it what there is."""
        return QSize(zoomed(CARD_WIDTH), zoomed(CARD_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Keep the height; the lines of the title on it do not change it."""
        return False


class DashedCard(Card):
    """A card that is not there yet."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed edge, a whole one while it has the focus."""
        palette, focused = colours(), self.hasFocus()
        pen = QPen(QColor(palette.accent if focused else palette.control_line), 2 if focused else 1)
        pen.setStyle(Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        if self.underMouse():
            painter.setBrush(QColor(palette.sunk))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_SHEET, RADIUS_SHEET)
        painter.end()


class PosterCard(Card):
    """Number, title, group, how much is filled in; dots once they are published."""

    def __init__(self, poster_id: str, pressed: Callable[[], object]) -> None:
        super().__init__(f"poster_{poster_id}", pressed)
        self.poster_id = poster_id
        self._said = self._writers = self._blank = ""
        self._shown_dots: Dots = ()
        self._number = Label("", "accent", name="poster_number")
        self._new = Pill(_("new"), "new")
        self._done = Pill(_("done"), "accent", name="poster_done")
        self._group = ElidedLabel("small", name="poster_group")
        self._group.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._title = ElidedText("strong", name="poster_title")
        self._filled = Filled()
        self._writing = QLabel()
        self._writing.setObjectName("poster_writing")
        set_icon(self._writing, "edit", "accent", 16)
        self._writing.hide()
        self._locked = QLabel()
        self._locked.setObjectName("poster_locked")
        set_icon(self._locked, "lock", "ink_2", 16)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._number)
        head.addWidget(self._new)
        head.addWidget(self._done)
        head.addWidget(self._locked)
        head.addWidget(self._writing)
        head.addWidget(self._group, 1)
        self._dots = QHBoxLayout()
        self._dots.setSpacing(GRID)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._filled)
        foot.addStretch(1)
        foot.addLayout(self._dots)
        self.column.addLayout(head)
        self.column.addWidget(self._title, 1)
        self.column.addLayout(foot)
        for part in (self._number, self._new, self._locked, self._writing, self._group, self._title, self._filled):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_poster(self, workshop: Workshop, poster: Poster) -> None:
        """Show the poster as it is now."""
        plan = workshop.plan
        area, title, groups = plan.area_of(poster), plan.title_of(poster), group_names(plan, poster)
        self._number.setText(str(area.number))
        self._new.setVisible(area.new)
        self._done.setVisible(poster.done or area.hidden)
        self._done.setText(_("hidden") if area.hidden else _("done"))
        self._group.setText(groups)
        self._title.setText(title)
        self._locked.setVisible(poster.locked)
        self._said = " · ".join(
            filter(
                None,
                (
                    _("Poster {n}").format(n=area.number),
                    title,
                    groups,
                    _("locked") if poster.locked else "",
                    still_blank(plan, poster),
                ),
            )
        )
        self._filled.show_fields(filled(plan, poster))
        self._blank = still_blank(plan, poster)
        self.show_writers(self._writers)
        if (dots := published_dots(workshop, poster.id)) != self._shown_dots:
            self._shown_dots = dots
            clear(self._dots)
            for criterion, count in dots:
                self._dots.addWidget(DotCount(criterion, count))

    def show_writers(self, said: str) -> None:
        """Show a pencil while somebody writes; ``said`` says who, and is empty while nobody does."""
        self._writers = said
        self._writing.setVisible(bool(said))
        self.setToolTip("\n".join(filter(None, (self._title.text(), self._blank, said))))
        self.setAccessibleName(" · ".join(filter(None, (self._said, said))))
