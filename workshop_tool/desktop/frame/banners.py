"""What stands across the top of the window: why nothing can be saved, and what opening found."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import set_icon
from workshop_tool.desktop.widgets.buttons import IconButton, QuietButton
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

Tone = Literal["quiet", "attention"]


class Banner(QFrame):
    """A title, a sentence or two, and the buttons that go with them; it never takes the focus."""

    def __init__(self, name: str, tone: Tone, icon: str, title: str, text: str, *buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("tone", tone)
        self.setAccessibleName(f"{title} {text}".strip())
        picture = QLabel()
        picture.setObjectName("banner_icon")
        set_icon(picture, icon, "attention" if tone == "attention" else "accent", 24)
        self._title = Label(title, "strong", name="banner_title", wraps=True)
        self._title.setVisible(bool(title))
        self._text = Label(text, name="banner_text", wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(picture)
        row.addSpacing(GRID // 2)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button)

    @property
    def text(self) -> str:
        """All that it says."""
        return self.accessibleName()


class Banners(QWidget):
    """One banner about saving, and beneath it one for each thing worth knowing; empty, it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banners")
        self._trouble: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def trouble(self) -> Banner | None:
        """The banner about saving, while there is one."""
        return self._trouble

    @property
    def notices(self) -> list[Banner]:
        """What was found at opening and not dismissed yet."""
        return [banner for banner in self.findChildren(Banner) if banner is not self._trouble and not banner.isHidden()]

    def show_trouble(self, banner: Banner | None) -> None:
        """Show another banner about saving, or none."""
        if self._trouble is not None:
            self._remove(self._trouble)
        self._trouble = banner
        if banner is not None:
            self._column.insertWidget(0, banner)
        self._fit()

    def show_notice(self, text: str) -> None:
        """Say something once; it stays until somebody closes it."""
        if any(notice.text == text for notice in self.notices):
            return
        close = IconButton("close", _("Close this notice"), "notice_close")
        banner = Banner("notice", "quiet", "info", "", text, close)
        close.clicked.connect(lambda _checked: self._dismiss(banner))
        self._column.addWidget(banner)
        self._fit()

    def clear_notices(self) -> None:
        """Take the notices of another session away."""
        for notice in self.notices:
            self._remove(notice)
        self._fit()

    def _dismiss(self, banner: Banner) -> None:
        self._remove(banner)
        self._fit()

    def _remove(self, banner: Banner) -> None:
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()

    def _fit(self) -> None:
        self.setVisible(self._trouble is not None or bool(self.notices))


def button(text: str, name: str, pressed: Callable[[], object], *, icon: str | None = None) -> QuietButton:
    """Return a banner's button; a click leaves the field that is being typed in alone."""
    made = QuietButton(text, name, pressed, icon=icon)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
