"""A button that shows the key that does the same: "Pause P". A click leaves the focus where it is."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.buttons import Pressable
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.look.tokens import GRID

_CAP_HEIGHT: Final = 22


class KeyButton(Pressable):
    """``main`` wears the accent: the one main thing to do."""

    def __init__(
        self, text: str, cap: str, name: str, pressed: Callable[[], object], *, main: bool = False, tip: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("main", main)
        self.setToolTip(tip)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._height = (6 if main else 4) * GRID
        self._words = Label("", "button_main" if main else "button", name="key_words")
        self._cap = Label(cap, "cap_main" if main else "cap", name="key_cap")
        self._cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, 0, GRID + 4, 0)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self._words)
        row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._measure()
        self.show_words(text)
        self.clicked.connect(lambda _checked: pressed())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(zoomed(self._height))
        self._cap.setFixedHeight(zoomed(_CAP_HEIGHT))
        self._cap.setMinimumWidth(zoomed(_CAP_HEIGHT))

    def show_words(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What it says, without the key."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        """Ask for the words and the key."""
        cap = max(self._cap.sizeHint().width(), zoomed(_CAP_HEIGHT))
        inner = self._words.sizeHint().width() + cap + GRID
        return QSize(inner + 2 * (GRID + 4) + 2, self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()
