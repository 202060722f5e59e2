"""The rail on the left: the pages in the order of the day, with what each one counts."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import set_icon, zoomed
from workshop_tool.desktop.pages import PAGES, PageEntry
from workshop_tool.desktop.widgets.buttons import Pressable
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

WIDTH = 26 * GRID
NARROW = 8 * GRID
"""Of a rail of icons alone, where words would leave the page too little room."""


class RailButton(Pressable):
    """One page in the rail."""

    stepped = Signal(int)
    """An arrow key: -1 up, 1 down."""

    def __init__(self, entry: PageEntry, number: int) -> None:
        super().__init__()
        self.entry = entry
        self.setObjectName(f"rail_{entry.key}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("{page} (Ctrl+{number})").format(page=entry.title(), number=number))
        self._icon = QLabel()
        self._icon.setObjectName("rail_icon")
        self._title = Label(entry.title(), "rail", name="rail_title")
        self._count = Label("", "small", name=f"rail_count_{entry.key}")
        self._is_narrow = False
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(GRID + 2)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._tint)
        self._tint()
        self.show_badge("")

    def make_narrow(self, *, narrow: bool) -> None:
        """Leave the icon alone; the words are in the tooltip."""
        self._is_narrow = narrow
        self._title.setVisible(not narrow)
        self._count.setVisible(not narrow)
        self.updateGeometry()

    def show_badge(self, text: str) -> None:
        """Show a count or a short note behind the title."""
        self._count.setText(text)
        self.setAccessibleName(f"{self.entry.title()}, {text}" if text else self.entry.title())

    def sizeHint(self) -> QSize:
        """Ask for the whole width of the rail."""
        return QSize(zoomed(NARROW if self._is_narrow else WIDTH) - 2 * GRID, zoomed(5 * GRID - 2))

    def minimumSizeHint(self) -> QSize:
        """Give way nowhere: the pages are always all there."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the rail with the arrow keys."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)

    def _tint(self) -> None:
        """Follow whether this page is up (a style sheet cannot look at the state of what a label lies in)."""
        role = "accent" if self.isChecked() else "ink_2"
        set_icon(self._icon, self.entry.key, role)
        self._title.setProperty("role", "accent" if self.isChecked() else "rail")
        self._title.style().unpolish(self._title)
        self._title.style().polish(self._title)


class Rail(QFrame):
    """All pages; ``chosen`` is heard with the key of the page that is wanted."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._is_narrow = False
        self.setFixedWidth(zoomed(WIDTH))
        self._buttons = {entry.key: RailButton(entry, number) for number, entry in enumerate(PAGES, start=1)}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        column.setSpacing(2)
        for button in self._buttons.values():
            self._group.addButton(button)
            button.clicked.connect(lambda _checked, key=button.entry.key: self.chosen.emit(key))
            button.stepped.connect(lambda by, key=button.entry.key: self._step(key, by))
            if not button.entry.below:
                column.addWidget(button)
        column.addStretch(1)
        self._free = QVBoxLayout()
        self._free.setContentsMargins(0, 0, 0, GRID)
        column.addLayout(self._free)
        for button in self._buttons.values():
            if button.entry.below:
                column.addWidget(button)

    def refresh_look(self) -> None:
        """Follow the size of text."""
        self.setFixedWidth(zoomed(NARROW if self._is_narrow else WIDTH))
        for button in self._buttons.values():
            button.updateGeometry()

    @property
    def is_narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._is_narrow

    def make_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or the titles and counts too."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            for button in self._buttons.values():
                button.make_narrow(narrow=narrow)
            self.refresh_look()

    def hold(self, widget: QWidget) -> None:
        """Give room to something between the pages of the day and those below."""
        self._free.addWidget(widget)

    def _step(self, key: str, by: int) -> None:
        keys = list(self._buttons)
        button = self._buttons[keys[(keys.index(key) + by) % len(keys)]]
        button.setFocus()
        button.click()

    def show_chosen(self, key: str) -> None:
        """Mark the page that is up; Tab comes to it, and the arrows go on from there."""
        self._buttons[key].setChecked(True)
        for each, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)

    def show_badge(self, key: str, text: str) -> None:
        """Show a note behind one page's title."""
        self._buttons[key].show_badge(text)

    def show_counts(self, workshop: Workshop) -> None:
        """Show what each page counts."""
        for key, button in self._buttons.items():
            count = button.entry.count(workshop)
            if count is not None or not button.entry.below:
                self.show_badge(key, "" if count is None else str(count))
