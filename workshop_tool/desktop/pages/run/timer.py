"""The part that runs, its timer in figures to be read from across a desk, and the facilitator's own notes."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import colours, font, zoomed
from workshop_tool.desktop.running import Running
from workshop_tool.desktop.widgets.key_button import KeyButton
from workshop_tool.desktop.widgets.sheet import Divider, Label, Sheet, breakable
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.clock import said_timer
from workshop_tool.look.palette import Palette
from workshop_tool.look.tokens import GRID
from workshop_tool.services.running import Timer, running_part

_TALLEST: Final = 112
"""Pixels of the largest figures."""
_LOWEST: Final = 7 * GRID
"""Pixels of the smallest, at the usual size of text."""


class TimerFace(QWidget):
    """Figures as large as the room allows, and a bar beneath that fills."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("run_timer")
        self.timer: Timer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def said(self) -> str:
        """What it shows: "12:36"; behind the end it counts up, with a sign: "+0:30"."""
        return "" if self.timer is None else said_timer(self.timer.left)

    def show_timer(self, timer: Timer | None) -> None:
        """Show it as it stands."""
        if timer != self.timer:
            self.timer = timer
            self.setAccessibleName(_("{time} left").format(time=self.said) if timer and timer.left >= 0 else self.said)
            self.update()
        self.setVisible(timer is not None)

    def sizeHint(self) -> QSize:
        """Ask for figures and bar."""
        return QSize(320, _TALLEST + 3 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Give way down to figures that are still the largest on the page."""
        return QSize(160, zoomed(_LOWEST) + 2 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both in the tone of the moment."""
        if self.timer is None:
            return
        palette = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = max(2 * GRID, min(_TALLEST, self.height() - 2 * GRID))
        while size > 2 * GRID and _wide(self.said, size) > self.width():
            size -= 4
        painter.setFont(_figures(size))
        painter.setPen(
            QColor(palette.ink_3 if self.timer.paused else tone_colour(self.timer, palette, calm=palette.ink))
        )
        box = QRectF(0, 0, self.width(), self.height() - 2 * GRID)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.said)
        bar = QRectF(0, self.height() - GRID, self.width(), GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.sunk))
        painter.drawRoundedRect(bar, GRID / 2, GRID / 2)
        painter.setBrush(QColor(tone_colour(self.timer, palette, calm=palette.accent)))
        gone = bar.adjusted(0, 0, -bar.width() * (1 - self.timer.share), 0)
        if gone.width() >= GRID:
            painter.drawRoundedRect(gone, GRID / 2, GRID / 2)
        painter.end()


class NowSheet(Sheet):
    """What runs, how long still, and what to say about it."""

    def __init__(self, running: Running) -> None:
        super().__init__("run_now", margin=2 * GRID + 4)
        self._running = running
        self._caption = Label(_("Now"), "caption", name="run_now_caption")
        self._title = Label("", "section", name="run_now_title", wraps=True)
        self._face = TimerFace()
        self._pause = KeyButton(_("Pause"), "P", "run_pause", running.pause)
        self._minute = KeyButton(_("+ 1 min"), "+", "run_minute", running.add_minute)
        self._message = Label("", "secondary", name="run_message", wraps=True)
        self._notes_title = Label(_("Notes for you"), "strong", name="run_notes_title")
        self._notes = Label("", "text", name="run_notes", wraps=True)
        self._notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._pause)
        buttons.addWidget(self._minute)
        buttons.addStretch(1)
        for widget in (self._caption, self._title, self._message, self._face):
            self.body.addWidget(widget)
        self.body.addSpacing(GRID)
        self.body.addLayout(buttons)
        self.body.addSpacing(GRID)
        self.body.addWidget(Divider())
        self.body.addWidget(self._notes_title)
        self.body.addWidget(self._scrolled(self._notes), 1)

    def show_plan(self, plan: Plan) -> None:
        """Show the part that runs."""
        part = running_part(plan)
        starts = f" · {part.starts:%H:%M}" if part and part.starts else ""
        self._caption.setText(_("Now") + starts)
        title = part.title if part else _("Not begun") if plan.programme else _("No programme")
        self._title.setText(breakable(title))
        self._message.setText(breakable(plan.now.message))
        self._message.setVisible(bool(plan.now.message))
        self._notes.setText(breakable(part.reminder) if part and part.reminder else _no_notes(plan))
        self.show_timer()

    def show_timer(self) -> None:
        """Show the timer as it stands."""
        timer = self._running.timer
        self._face.show_timer(timer)
        self._pause.setVisible(timer is not None)
        self._pause.show_words(_("Go on") if timer and timer.paused else _("Pause"))

    def _scrolled(self, label: Label) -> QScrollArea:
        """Return the notes in an area of their own: a long one never pushes the timer away."""
        inner = QWidget()
        inner.setObjectName("run_notes_inner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID, 0)
        column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("run_notes_scroll")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area


def tone_colour(timer: Timer, palette: Palette, *, calm: str) -> str:
    """Return the colour of a timer's tone; green and blue stay with the dots."""
    return {"calm": calm, "low": palette.attention, "last": palette.danger, "over": palette.danger}[timer.tone]


def _no_notes(plan: Plan) -> str:
    if not plan.programme:
        return _("Write the programme on Prepare: it brings the timer, your notes and the projector's pictures along.")
    return _("Nothing noted for this part. Notes are written on Prepare, and only you see them.")


def _figures(size: int) -> QFont:
    """Return the letters in so many pixels: they fill the room there is, whatever size text has."""
    figures = font(size, QFont.Weight.DemiBold)
    figures.setPixelSize(size)
    return figures


def _wide(text: str, size: int) -> float:
    return QFontMetricsF(_figures(size)).horizontalAdvance(text)
