"""A date that is typed in any usual way, or picked from a calendar; it may be left open.

Tab goes from the line to the next line, as it does everywhere in a form: whoever types on must not type into a button.
The calendar's button comes behind the form; Alt+Down in the line brings the calendar up too, as in a list that opens.
"""

import datetime as dt

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.dates import said_date, typed_date
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class DateField(QWidget):
    """``edited`` is heard with a date, or with None when it was cleared."""

    edited = Signal(object)

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self._date: dt.date | None = None
        self._line = QLineEdit()
        self._line.setObjectName(name)
        self._line.setAccessibleName(says)
        self._line.setPlaceholderText(_("such as 6 June 2026"))
        self._line.setToolTip(self._line.placeholderText())
        self._line.editingFinished.connect(self._take_typed)
        self.setFocusProxy(self._line)
        self._hint = Label(
            _("Write a date such as 6 June 2026 or 2026-06-06."), "attention", name=f"{name}_hint", wraps=True
        )
        self._hint.hide()
        opens = QShortcut(QKeySequence("Alt+Down"), self._line)
        opens.setContext(Qt.ShortcutContext.WidgetShortcut)
        opens.activated.connect(self._show_calendar)
        says = _("Choose from a calendar (Alt+Down)")
        self._calendar = IconButton("calendar", says, f"{name}_calendar", self._show_calendar)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self._line, 1)
        row.addWidget(self._calendar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._hint)

    def reach_calendar_after(self, last: QWidget) -> None:
        """Let Tab come to the calendar's button behind the last field of the form, instead of in the middle of it."""
        QWidget.setTabOrder(last, self._calendar)

    @property
    def date(self) -> dt.date | None:
        """The date, as typed so far; None where there is none or it is not understood."""
        return typed_date(self._line.text(), dt.datetime.now().astimezone().date())

    @property
    def is_understood(self) -> bool:
        """Whether what stands here is a date, or nothing."""
        return self.date is not None or not self._line.text().strip()

    def show_date(self, date: dt.date | None) -> None:
        """Show the workshop's date, unless another is being typed."""
        if date != self._date:
            self._date = date
            self._write(said_date(date))

    def flush(self) -> None:
        """Save what was typed, if it is a date."""
        self._take_typed()

    def _take_typed(self) -> None:
        date = self.date
        understood = self.is_understood
        self._mark(wrong=not understood)
        if understood:
            self._write(said_date(date))
            if date != self._date:
                self._date = date
                self.edited.emit(date)

    def _write(self, text: str) -> None:
        if self._line.text() != text:
            self._line.setText(text)
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        self._line.setProperty("wrong", wrong)
        self._hint.setVisible(wrong)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)

    def _show_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setObjectName("calendar")
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setDateRange(_qt(dt.date.min), _qt(dt.date.max))  # Qt's own begins 4714 years before that
        date = self.date
        calendar.setSelectedDate(QDate.currentDate() if date is None else _qt(date))
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(calendar)

        def take(picked: QDate) -> None:
            popup.close()
            self._write(said_date(dt.date(picked.year(), picked.month(), picked.day())))
            self._take_typed()

        calendar.activated.connect(take)
        calendar.clicked.connect(take)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()


def _qt(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)
