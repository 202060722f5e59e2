"""A recent workshop on the start page: a small picture, title, date and stage; one whose file is gone says so."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.desktop.files.memory import RecentWorkshop
from workshop_tool.desktop.start.thumbnail import HEIGHT as PICTURE_HEIGHT
from workshop_tool.desktop.start.thumbnail import WIDTH as PICTURE_WIDTH
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.elided import ElidedLabel, ElidedText
from workshop_tool.desktop.widgets.sheet import Label, Pill
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID, RADIUS_SHEET

CARD_HEIGHT: Final = 26 * GRID
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Picture(QWidget):
    """The picture at the head of a card, cut to the card's corners; empty until it has been read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recent_picture")
        self.setFixedHeight(PICTURE_HEIGHT)
        self._pixmap = QPixmap()

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been shown yet."""
        return self._pixmap.isNull()

    def show_image(self, image: QImage) -> None:
        """Show it."""
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the picture's own size."""
        return QSize(PICTURE_WIDTH, PICTURE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it over the whole width; its ground goes on where the card is wider."""
        if self._pixmap.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(0, 0, self.width(), self.height() + RADIUS_SHEET, RADIUS_SHEET - 1, RADIUS_SHEET - 1)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._pixmap.toImage().pixelColor(1, 1))
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()


class RecentCard(QPushButton):
    """One recent workshop. The arrow keys walk the cards, Delete takes one off the list."""

    forgotten = Signal(object)
    """Its path."""
    stepped = Signal(int, int)
    """Columns and rows, as an arrow key asks for."""

    def __init__(self, recent: RecentWorkshop) -> None:
        super().__init__()
        self.recent = recent
        self.setProperty("card", True)
        self.setObjectName("recent_card")
        self.setAccessibleName(", ".join(filter(None, (recent.title, recent.date, recent.stage))))
        self.setToolTip(str(recent.path))
        self.picture = Picture()
        self._title = ElidedText("strong", name="recent_title")
        self._title.setText(recent.title)
        date = ElidedLabel("small", name="recent_date")
        date.setText(recent.date)
        self._stage = Pill(recent.stage, name="recent_stage")
        self._stage.setVisible(bool(recent.stage))
        foot = QHBoxLayout()
        foot.addWidget(date, 1)
        foot.addWidget(self._stage)
        words = QVBoxLayout()
        words.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, 2 * GRID)
        words.setSpacing(GRID // 2)
        words.addWidget(self._title, 1)
        words.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.picture)
        column.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open or take off the list."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(*_STEPS[key])
        elif key == Qt.Key.Key_Delete:
            self.forgotten.emit(self.recent.path)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take it off the list."""
        menu = QMenu(self)
        forget = QAction(_("Take off this list"), menu)
        forget.triggered.connect(lambda: self.forgotten.emit(self.recent.path))
        menu.addAction(forget)
        menu.exec(event.globalPos())


class CardPlace(QWidget):
    """A card in its place; where its file is gone, a sentence and the way to be rid of it lie over the picture."""

    def __init__(self, recent: RecentWorkshop) -> None:
        super().__init__()
        self.setObjectName("recent_place")
        self.card = RecentCard(recent)
        self._missing = QWidget()
        self._missing.setObjectName("recent_missing")
        words = Label(_("The file is not where it was. It may be on another drive."), "small", wraps=True)
        remove = QuietButton(
            _("Take off this list"), "recent_remove", lambda: self.card.forgotten.emit(recent.path), icon="remove"
        )
        remove.setAccessibleName(_("Take “{title}” off this list").format(title=recent.title))
        column = QVBoxLayout(self._missing)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(words)
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._missing.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setRowMinimumHeight(0, CARD_HEIGHT)  # the style sheet's least height of a button would win over the card's
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        grid.addWidget(self.card, 0, 0)
        grid.addWidget(self._missing, 0, 0, Qt.AlignmentFlag.AlignTop)

    def show_found(self, image: QImage | None) -> None:
        """Show the picture that was read, or that the file is gone (None)."""
        is_there = image is not None
        self.card.setEnabled(is_there)
        self._missing.setVisible(not is_there)
        if image is not None and not image.isNull():
            self.card.picture.show_image(image)
