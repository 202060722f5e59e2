"""The facilitator's side of the projector: a live miniature, a button for each view, pages back and forth."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.miniature import Miniature
from workshop_tool.desktop.projector.window import ProjectorWindow
from workshop_tool.desktop.widgets.buttons import IconButton, QuietButton
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_COLUMNS = 3


class ProjectorControl(QWidget):
    """Chooses what the room sees; nothing else does."""

    def __init__(self, projector: ProjectorWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("projector_control")
        self._projector = projector
        self._buttons = QButtonGroup(self)
        self._pages = Label("", "small", name="projector_pages")
        self._back = IconButton("back", _("Page back"), "projector_back", lambda: self._turn(-1))
        self._next = IconButton("next", _("Next page"), "projector_next", lambda: self._turn(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Miniature(projector))
        column.addLayout(self._page_row())
        column.addLayout(self._views())
        projector.shown.connect(self._follow)
        self._follow()

    def _views(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for at, view in enumerate(VIEWS):
            key = view.key
            button = QuietButton(view.label(), f"show_{key}", partial(self._projector.show_view, key), icon=view.icon)
            button.setCheckable(True)
            self._buttons.addButton(button, at)
            grid.addWidget(button, at // _COLUMNS, at % _COLUMNS)
        return grid

    def _page_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._back)
        row.addWidget(self._next)
        row.addWidget(self._pages)
        row.addStretch(1)
        row.addWidget(
            QuietButton(_("Full screen"), "projector_full_screen", self._projector.toggle_full_screen, icon="projector")
        )
        return row

    def _turn(self, by: int) -> None:
        self._projector.show_page(self._projector.page + by)

    def _follow(self) -> None:
        """Show which view and page are up."""
        projector = self._projector
        self._buttons.button(VIEWS.index(projector.view)).setChecked(True)
        self._pages.setText(_("Page {n} of {pages}").format(n=projector.page + 1, pages=projector.pages))
        self._back.setEnabled(projector.page > 0)
        self._next.setEnabled(projector.page + 1 < projector.pages)
