"""The day on the Run page: its parts with their times, the one that runs marked; a double click goes to a part."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop_tool.desktop.dress.theme import colours, font, zoomed
from workshop_tool.desktop.widgets.sheet import Label, Sheet, breakable
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID, RADIUS_BUTTON, Type

_PART: Final = Qt.ItemDataRole.UserRole
_STATE: Final = Qt.ItemDataRole.UserRole + 1
_TIMES: Final = 52
"""Pixels that a time of day takes."""


class DayPanel(Sheet):
    """Shows the programme. ``wanted`` is heard with the id of the part that is to run."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("run_day", margin=2 * GRID)
        self._standing = Label("", "small", name="run_standing")
        self._list = QListWidget()
        self._list.setObjectName("run_parts")
        self._list.setAccessibleName(_("Programme; Enter goes to a part"))
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)  # titles break anew when the column changes
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.itemDoubleClicked.connect(self._want)
        self._list.activated.connect(lambda index: self._want(self._list.itemFromIndex(index)))
        self._last = ""
        self.body.addWidget(Label(_("Today"), "section", name="run_day_title"))
        self.body.addWidget(self._standing)
        self.body.addWidget(self._list, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show the parts and which of them runs."""
        parts = list(plan.programme)
        self._set_length(len(parts))
        running = next((at for at, part in enumerate(parts) if part.id == plan.now.part), None)
        for at, part in enumerate(parts):
            item = self._list.item(at)
            state = "coming" if running is None or at > running else "runs" if at == running else "past"
            item.setData(_PART, part)
            item.setData(_STATE, state)
            item.setToolTip(_("Double-click to go to this part"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _said(part, state))
        self._list.doItemsLayout()
        if running is not None and plan.now.part != self._last:
            self._list.scrollToItem(self._list.item(running))
        self._last = plan.now.part or ""

    def show_standing(self, ahead: int | None) -> None:
        """Say how the day stands against its programme."""
        self._standing.setText("" if ahead is None else said_ahead(ahead))
        self._standing.setVisible(ahead is not None)

    def _set_length(self, length: int) -> None:
        while self._list.count() > length:
            self._list.takeItem(self._list.count() - 1)
        while self._list.count() < length:
            self._list.addItem(QListWidgetItem())

    def _want(self, item: QListWidgetItem) -> None:
        part = item.data(_PART)
        if isinstance(part, ProgrammePart):
            self.wanted.emit(part.id)


class _Rows(QStyledItemDelegate):
    """Draws a part: its time on the left, its title in as many lines as it takes, its minutes beneath."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        part, state, palette = index.data(_PART), index.data(_STATE), colours()
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state == "runs":
            painter.setBrush(QColor(palette.accent_soft))
            painter.drawRoundedRect(QRectF(box), RADIUS_BUTTON, RADIUS_BUTTON)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if option.state & QStyle.StateFlag.State_Selected or focused:
            painter.setPen(QColor(palette.accent if focused else palette.control_line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_BUTTON, RADIUS_BUTTON)
        ink = {"runs": palette.accent, "past": palette.ink_3, "coming": palette.ink}[state]
        inner = box.adjusted(GRID, GRID // 2 + 1, -GRID, 0)
        painter.setFont(font(Type.text.size))
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, flags, f"{part.starts:%H:%M}" if part.starts else "")
        title = inner.adjusted(zoomed(_TIMES), 0, 0, 0)
        painter.setFont(_title_font(state))
        wraps = flags | Qt.TextFlag.TextWordWrap
        words = breakable(part.title)
        drawn = painter.boundingRect(title, wraps, words)
        painter.drawText(title, wraps, words)
        if part.minutes is not None:
            painter.setFont(font(Type.small.size))
            painter.setPen(QColor(palette.ink_2 if state == "runs" else palette.ink_3))
            painter.drawText(title.adjusted(0, drawn.height(), 0, 0), flags, _("{n} min").format(n=part.minutes))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        part = index.data(_PART)
        if part is None:
            return QSize(width, 5 * GRID)
        room = QRect(0, 0, max(1, width - 2 * GRID - zoomed(_TIMES)), 10_000)
        title = QFontMetrics(_title_font(index.data(_STATE))).boundingRect(
            room, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), breakable(part.title)
        )
        return QSize(width, title.height() + (zoomed(Type.small.line) if part.minutes is not None else 0) + GRID + 2)


def said_ahead(minutes: int) -> str:
    """Return "4 minutes ahead", "On time" or "6 minutes behind"."""
    if not minutes:
        return _("On time")
    if minutes > 0:
        return ngettext("{n} minute ahead", "{n} minutes ahead", minutes).format(n=minutes)
    return ngettext("{n} minute behind", "{n} minutes behind", -minutes).format(n=-minutes)


def _title_font(state: str) -> QFont:
    return font(Type.text.size, QFont.Weight.DemiBold if state == "runs" else QFont.Weight.Normal)


def _said(part: ProgrammePart, state: str) -> str:
    starts = f"{part.starts:%H:%M}" if part.starts else ""
    minutes = _("{n} min").format(n=part.minutes) if part.minutes is not None else ""
    return ", ".join(filter(None, (starts, part.title, minutes, _("now") if state == "runs" else "")))
