"""Small painted things on posters: how much is filled in, and the published dots."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.desktop.dress.theme import colours, font
from workshop_tool.desktop.widgets.criterion_mark import mark_side, paint_mark
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.dots import mark
from workshop_tool.look.tokens import Type

NOT_ENTERED = "\N{EN DASH}"
"""Stands where nothing was entered, which is not zero."""
_BAR = (22, 5)
_GAP = 3
_TIP = 10
"""Room for a triangle, whose tip stands higher than a circle's."""

Dots = tuple[tuple[Criterion, int | None], ...]
"""Each criterion with the dots it got; None where none was entered."""


def published_dots(workshop: Workshop, poster_id: str) -> Dots:
    """Return a poster's dots in the last round that is published and names it; empty before that."""
    for book in reversed(workshop.rounds):
        if book.round.state == "published" and poster_id in book.round.posters:
            row = next(row for row in book.result.rows if row.poster == poster_id)
            return tuple((criterion, row.dots[criterion.key]) for criterion in book.round.asked)
    return ()


def filled(plan: Plan, poster: Poster) -> tuple[bool, ...]:
    """Return for each field of the template whether something is written, linked or put in rows in it."""
    linked = {"trends": bool(poster.trends), "issues": bool(poster.links)}
    return tuple(
        bool(poster.text(field.key) or poster.actions.get(field.key) or linked.get(field.kind))
        for field in plan.template.fields
    )


def still_blank(plan: Plan, poster: Poster) -> str:
    """Say which fields are blank, once something is written; blank ones are allowed, so this only tells."""
    there = filled(plan, poster)
    if all(there) or not any(there):
        return ""
    labels = [field.label for field, full in zip(plan.template.fields, there, strict=True) if not full]
    return _("Blank so far: {fields}").format(fields=", ".join(labels))


class Filled(QWidget):
    """A short bar for each field: dark where something is written."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filled")
        self._fields: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_fields(self, fields: tuple[bool, ...]) -> None:
        """Show which fields are written."""
        self._fields = fields
        said = _("{n} of {fields} fields are filled in").format(n=sum(fields), fields=len(fields))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all bars."""
        return QSize(len(self._fields) * (_BAR[0] + _GAP), mark_side())

    def minimumSizeHint(self) -> QSize:
        """Return the room of bars that are only just seen."""
        return QSize(len(self._fields) * (_BAR[1] + _GAP), mark_side())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, shorter where there is less room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _BAR[1]) / 2
        step = min(_BAR[0] + _GAP, self.width() / max(len(self._fields), 1))
        for at, written in enumerate(self._fields):
            painter.setBrush(QColor(colours().accent if written else colours().line))
            painter.drawRoundedRect(QRectF(at * step, top, step - _GAP, _BAR[1]), _BAR[1] / 2, _BAR[1] / 2)
        painter.end()


def _count_font() -> QFont:
    return font(Type.text.size + 2, QFont.Weight.DemiBold)


class DotCount(QWidget):
    """A criterion's mark with the number of its dots behind it."""

    def __init__(self, criterion: Criterion, dots: int | None) -> None:
        super().__init__()
        self.setObjectName(f"dots_{criterion.key}")
        self._criterion = criterion
        self._text = NOT_ENTERED if dots is None else str(dots)
        said = _("not entered") if dots is None else str(dots)
        self.setAccessibleName(f"{criterion.label}: {said}")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of mark and number."""
        across = QFontMetrics(_count_font()).horizontalAdvance(self._text)
        return QSize(mark_side() + 6 + max(across, 16), mark_side() + _TIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark and number on one middle line."""
        side = mark_side()
        top = self.height() / 2 - side * mark(self._criterion.shape).letter_middle + 1
        painter = QPainter(self)
        paint_mark(painter, self._criterion, QRectF(0, top, side, side))
        painter.setFont(_count_font())
        painter.setPen(QColor(colours().ink))
        baseline = self.height() / 2 + painter.fontMetrics().capHeight() / 2 + 1
        painter.drawText(QPointF(side + 6, baseline), self._text)
        painter.end()
