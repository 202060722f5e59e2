"""What is wrong with the words of a recording: cut off, lying over one another, too small, too faint."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.audit.heads import cell_of, tip_of
from tests.audit.recording import Recording, Run, blended
from workshop_tool.desktop.dress.theme import zoom
from workshop_tool.desktop.projector.lettering import SMALLEST
from workshop_tool.look.contrast import SHAPE_MINIMUM, TEXT_MINIMUM, contrast_ratio
from workshop_tool.look.tokens import Type

SLACK: Final = 1.5
"""Pixels that a word may stand out of its place: letters do not fill their boxes."""
_LINE_GAP: Final = 4
"""Pixels between the lines of a label, which its last line can do without."""
LARGE, LARGE_BOLD = 24.0, 18.66
"""Pixels from which type counts as large (WCAG 2.2: 18 points, 14 points bold)."""
ELLIPSIS: Final = "…"
PICTURES: Final = ("projector_miniature", "run_miniature")
"""Widgets that are pictures of something else: their words are judged where they stand for themselves."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where."""

    kind: str
    """ "cut", "overlap", "small", "faint" or "missing"."""
    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.kind} in {self.where}: {self.says}"


def faults_of(window: QWidget, recording: Recording) -> list[Fault]:
    """Return everything wrong with the words of a window that was recorded."""
    runs = [run for run in recording.runs if not _is_picture(run.widget) and _shown(run)]
    found = [fault for run in runs for fault in (*_cut(run), *_small(run), *_faint(recording, run))]
    return found + _overlaps(recording, runs) + _missing(window, recording) + _short(window)


def slide_faults(recording: Recording, where: str) -> list[Fault]:
    """Return everything wrong with the words of a slide: the back row reads a thirtieth of the height."""
    picture = QRectF(0, 0, recording.size.width(), recording.size.height()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    least = recording.size.height() * SMALLEST
    found = [
        *(fault for run in recording.runs for fault in _faint(recording, run)),
        *_overlaps(recording, recording.runs),
    ]
    found = [Fault(fault.kind, where, fault.says) for fault in found]
    found += [Fault("cut", where, repr(run.text)) for run in recording.runs if not picture.contains(run.body)]
    found += [
        Fault("small", where, f"{run.text!r} is {run.pixels:.0f} px")
        for run in recording.runs
        if run.pixels < least - 0.01
    ]
    return found


def place(widget: QWidget | None) -> str:
    """Name a widget by the objectNames on the way to it."""
    names = []
    while widget is not None:
        if (name := widget.objectName()) and not name.startswith("qt_"):
            names.append(name)
        widget = widget.parentWidget()
    return "/".join(reversed(names[:3]))


def _is_picture(widget: QWidget | None) -> bool:
    return widget is not None and widget.objectName() in PICTURES


def _shown(run: Run) -> bool:
    """Tell whether a run lies in what its scroll area shows: what is scrolled away is not cut off."""
    inner = run.widget
    while inner is not None and not inner.isWindow():
        around = inner.parentWidget()
        if (
            isinstance(around, QAbstractScrollArea)
            and around.viewport() is inner
            and not _rect(inner).intersects(run.body)
        ):
            return False
        inner = around
    return True


def _origin(widget: QWidget) -> QPointF:
    return QPointF(widget.mapTo(widget.window(), QPoint(0, 0)))


def _rect(widget: QWidget) -> QRectF:
    return QRectF(widget.rect()).translated(_origin(widget))


def _cut(run: Run) -> list[Fault]:
    widget = run.widget
    if widget is None:
        return []
    if ELLIPSIS in run.text and not _says_all(run):
        return [Fault("cut", place(widget), f"{run.text!r} has no tooltip that says it all")]
    if _may_scroll(widget):
        return []
    room = _room(run, widget)
    out = (
        room.left() - run.body.left(),
        run.body.right() - room.right(),
        room.top() - run.body.top(),
        run.body.bottom() - room.bottom(),
    )
    if max(out) <= SLACK:
        return []
    side = ("left", "right", "top", "bottom")[out.index(max(out))]
    return [Fault("cut", place(widget), f"{run.text[:60]!r} stands out {max(out):.0f} px at the {side}")]


def _may_scroll(widget: QWidget) -> bool:
    """Tell whether somebody can move to every word of it: what is typed in a line moves with the caret.

    Tabs move too; at the usual size of text all of them stand in sight.
    """
    if isinstance(widget, QLineEdit):
        return bool(widget.text())
    if isinstance(widget, QTabBar):
        return zoom() > 1
    around = widget.parentWidget()
    return isinstance(around, QPlainTextEdit | QTextEdit) and around.viewport() is widget


def _room(run: Run, widget: QWidget) -> QRectF:
    """Return where a run may stand: its cell, its widget, and what is around that up to what scrolls."""
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView) and view.viewport() is widget:
        return _cell(run, widget, view)
    room = _rect(widget)
    around = widget.parentWidget()
    while around is not None:
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            return _unscrolled(room, area)
        room = room.intersected(_rect(around))
        around = None if around.isWindow() else area
    return room


def _unscrolled(room: QRectF, area: QAbstractScrollArea) -> QRectF:
    """Cut a room to what a scroll area shows, on the axes on which it does not scroll."""
    seen, off = _rect(area.viewport()), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if area.horizontalScrollBarPolicy() == off:
        room = QRectF(QPointF(max(room.left(), seen.left()), room.top()), room.bottomRight())
        room.setRight(min(room.right(), seen.right()))
    if area.verticalScrollBarPolicy() == off and not isinstance(area, QScrollArea):
        room.setTop(max(room.top(), seen.top()))
        room.setBottom(min(room.bottom(), seen.bottom()))
    return room


def _cell(run: Run, viewport: QWidget, view: QAbstractItemView) -> QRectF:
    origin = _origin(viewport)
    if isinstance(view, QHeaderView):
        cell = cell_of(view, run.body.center() - origin)
        return QRectF(cell).translated(origin) if cell is not None else _rect(viewport)
    index = _index(run, viewport, view)
    return QRectF(view.visualRect(index)).translated(origin) if index.isValid() else _rect(viewport)


def _index(run: Run, viewport: QWidget, view: QAbstractItemView) -> QModelIndex:
    start = QPointF(run.body.left() + 1, run.body.center().y()) - _origin(viewport)
    return view.indexAt(QPoint(round(start.x()), round(start.y())))


def _says_all(run: Run) -> bool:
    """Tell whether the whole of a shortened text is in a tooltip or an accessible name, of the widget or one around."""
    begins = " ".join(run.text.split(ELLIPSIS)[0].split())
    return any(begins in said and len(said) > len(begins) for said in _said_about(run)) or any(
        ELLIPSIS in said and begins in said for said in _meant(run.widget)
    )


def _meant(widget: QWidget | None) -> list[str]:
    """Return the words that a widget was given: "Save a copy…" ends so on purpose."""
    if isinstance(widget, QAbstractButton | QLabel):
        return [widget.text().replace("&", "")] if not hasattr(widget, "_whole") else []
    return [widget.placeholderText()] if isinstance(widget, QLineEdit) else []


def _said_about(run: Run) -> list[str]:
    widget, said = run.widget, list[str]()
    view = widget.parentWidget() if widget is not None else None
    if widget is not None and isinstance(view, QAbstractItemView) and view.viewport() is widget:
        index = _index(run, widget, view)
        roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        said += [str(index.data(role) or "") for role in roles]
        said += [tip_of(view, run.body.center() - _origin(widget))] if isinstance(view, QHeaderView) else []
    while widget is not None and len(said) < 8:
        said += [widget.toolTip(), widget.accessibleName()]
        widget = widget.parentWidget()
    return [" ".join(text.split()) for text in said]


def _small(run: Run) -> list[Fault]:
    if run.pixels >= Type.small.size - 0.01:
        return []
    return [Fault("small", place(run.widget), f"{run.text[:60]!r} is {run.pixels:.1f} px")]


def _faint(recording: Recording, run: Run) -> list[Fault]:
    if run.widget is not None and not run.widget.isEnabled():
        return []  # what rests is not asked to be read (WCAG 2.2, 1.4.3)
    middle = run.body.center()
    ground = recording.ground_of(run, middle) if _visible_body(run).contains(middle) else None
    if ground is None:  # a picture, or a frame beneath which the words have scrolled
        return []
    ink = blended(run.ink, ground)
    ratio = contrast_ratio(ink.name(), ground.name())
    needed = SHAPE_MINIMUM if run.pixels >= (LARGE_BOLD if run.bold else LARGE) else TEXT_MINIMUM
    if ratio >= needed:
        return []
    return [Fault("faint", place(run.widget), f"{run.text[:60]!r}: {ink.name()} on {ground.name()} is {ratio:.2f} : 1")]


def _overlaps(recording: Recording, runs: list[Run]) -> list[Fault]:
    found = []
    boxes = sorted(((_visible_body(run), run) for run in runs), key=lambda pair: pair[0].top())
    for at, (box, run) in enumerate(boxes):
        for other_box, other in boxes[at + 1 :]:
            if other_box.top() >= box.bottom():
                break
            both = box.intersected(other_box)
            if both.width() <= SLACK or both.height() <= SLACK or _is_same(run, other):
                continue
            middle = both.center()
            if not (recording.is_covered(run, middle) or recording.is_covered(other, middle)):
                says = f"{run.text[:40]!r} and {other.text[:40]!r} of {place(other.widget)}"
                found.append(Fault("overlap", place(run.widget), says))
    return found


def _visible_body(run: Run) -> QRectF:
    if run.widget is None:
        return run.body
    seen = QRectF(run.widget.visibleRegion().boundingRect()).translated(_origin(run.widget))
    return run.body.intersected(seen)


def _is_same(run: Run, other: Run) -> bool:
    """Tell whether two runs are one text drawn twice, with a rim around it."""
    return run.text == other.text and (run.box.topLeft() - other.box.topLeft()).manhattanLength() <= 4 * SLACK


def _missing(window: QWidget, recording: Recording) -> list[Fault]:
    """Return labels and buttons that have words, are meant to be seen, and drew none."""
    drew = {id(run.widget) for run in recording.runs}
    found = []
    worded: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    for widget in worded:
        words = widget.text().strip()
        if not words or not widget.isVisibleTo(window) or id(widget) in drew or _is_drawn_otherwise(widget):
            continue
        if widget.width() == 0 or widget.height() == 0:
            found.append(Fault("missing", place(widget), f"{words[:60]!r} has no room at all"))
    return found


def _is_drawn_otherwise(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and not widget.pixmap().isNull()


def _short(window: QWidget) -> list[Fault]:
    """Return labels that are too low for their lines: Qt draws no line that lies wholly outside."""
    return [
        Fault("cut", place(label), f"{label.text()[:60]!r} needs {needed} px of height and has {label.height()}")
        for label in window.findChildren(QLabel)
        if label.wordWrap()
        and label.isVisibleTo(window)
        and (needed := label.heightForWidth(label.width())) > label.height() + _LINE_GAP
    ]
