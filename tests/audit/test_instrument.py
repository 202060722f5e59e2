"""The instrument itself: what is wrong on purpose is found, and what is right is left in peace."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tests.audit.judging import faults_of
from tests.audit.recording import record_widget
from workshop_tool.desktop.dress.theme import font

LONG = "Menneskerettighetsorganisasjonssekretariatsmedlem"


@pytest.fixture
def ground(dressed: object) -> Iterator[QWidget]:
    """Give a window to put things in."""
    assert dressed is not None
    ground = QWidget()
    ground.setObjectName("ground")
    ground.setAutoFillBackground(True)
    ground.resize(600, 400)
    yield ground
    ground.close()
    ground.deleteLater()


def kinds(ground: QWidget) -> list[str]:
    ground.show()
    QCoreApplication.processEvents()
    return sorted({fault.kind for fault in faults_of(ground, record_widget(ground))})


def put(widget: QWidget, ground: QWidget, place: QRect) -> None:
    widget.setParent(ground)
    widget.setGeometry(place)


def a_label(text: str = LONG) -> QLabel:
    return QLabel(text)


def an_elided_label(tip: str) -> QLabel:
    label = QLabel("Menneskerett…")
    label._whole = LONG  # type: ignore[attr-defined] # as ElidedLabel keeps it
    label.setToolTip(tip)
    return label


def a_small_label() -> QLabel:
    label = QLabel("Small")
    label.setStyleSheet("font-size: 11px")
    return label


def a_faint_label() -> QLabel:
    label = QLabel("Faint")
    label.setStyleSheet("color: #BBBBBB")
    return label


def a_resting_button() -> QPushButton:
    button = QPushButton("Save")
    button.setEnabled(False)
    return button


def a_wrapping_label() -> QLabel:
    label = QLabel(" ".join(["word"] * 40))
    label.setWordWrap(True)
    return label


def a_table(width: int) -> QTableWidget:
    table = QTableWidget(1, 1)
    table.setItem(0, 0, QTableWidgetItem(LONG))
    table.setColumnWidth(0, width)
    return table


def a_list_beyond_its_edge() -> QListWidget:
    listed = QListWidget()
    listed.addItems([f"Line {n}" for n in range(100)])
    return listed


def a_scrolled_page() -> QScrollArea:
    area, inside = QScrollArea(), QWidget()
    for n in range(50):
        put(QLabel(f"Line {n}"), inside, QRect(0, 30 * n, 200, 26))
    inside.resize(200, 1500)
    area.setWidget(inside)
    return area


def a_typed_line() -> QLineEdit:
    return QLineEdit(LONG * 3)


class _Painted(QWidget):
    """Draws its words itself, where it likes."""

    def __init__(self, x: int) -> None:
        super().__init__()
        self._x = x

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(15))
        painter.setPen(QColor("#1D2329"))
        painter.drawText(self._x, 20, "Painted words")
        painter.end()


@pytest.mark.parametrize(
    ("make", "place", "expected"),
    [
        (a_label, QRect(10, 10, 500, 30), []),
        (a_label, QRect(10, 10, 60, 30), ["cut"]),
        (a_label, QRect(10, 10, 500, 8), ["cut"]),
        (lambda: QPushButton(LONG), QRect(10, 10, 100, 34), ["cut"]),
        (lambda: an_elided_label(LONG), QRect(10, 10, 120, 30), []),
        (lambda: an_elided_label(""), QRect(10, 10, 120, 30), ["cut"]),
        (a_wrapping_label, QRect(10, 10, 100, 40), ["cut"]),
        (a_small_label, QRect(10, 10, 100, 30), ["small"]),
        (a_faint_label, QRect(10, 10, 100, 30), ["faint"]),
        (a_resting_button, QRect(10, 10, 100, 34), []),
        (lambda: a_table(60), QRect(10, 10, 300, 120), ["cut"]),
        (lambda: a_table(420), QRect(10, 10, 500, 120), []),
        (a_list_beyond_its_edge, QRect(10, 10, 200, 200), []),
        (a_scrolled_page, QRect(10, 10, 300, 200), []),
        (a_typed_line, QRect(10, 10, 100, 34), []),
        (lambda: _Painted(2), QRect(10, 10, 200, 30), []),
        (lambda: _Painted(150), QRect(10, 10, 200, 30), ["cut"]),
        (lambda: QLabel("No room"), QRect(10, 10, 0, 30), ["missing"]),
    ],
)  # fmt: skip
def test_each_fault_is_found(ground: QWidget, make: Callable[[], QWidget], place: QRect, expected: list[str]) -> None:
    """A word that is cut off, tiny, faint or missing is found; one that can be scrolled to or typed is not."""
    put(make(), ground, place)
    assert kinds(ground) == expected


def test_words_over_words_are_found(ground: QWidget) -> None:
    """Two labels in one place lie over one another."""
    for left in (10, 24):
        put(QLabel("Over one another"), ground, QRect(left, 10, 200, 26))
    assert kinds(ground) == ["overlap"]


def test_words_behind_a_sheet_are_not_over_one_another(ground: QWidget) -> None:
    """What lies behind something opaque is not seen."""
    put(QLabel("Behind the sheet"), ground, QRect(10, 10, 200, 26))
    sheet = QWidget()
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    sheet.setStyleSheet("background: #FFFFFF")
    put(sheet, ground, QRect(0, 0, 300, 100))
    put(QLabel("In front of all"), sheet, QRect(20, 10, 200, 26))
    assert kinds(ground) == []
