"""The Run page's column without a programme: what it would bring, and the two ways to get one."""

from PySide6.QtCore import Signal

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.prepare.programme import add_usual_day
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class NoProgramme(Sheet):
    """``prepare_wanted``: the page where a programme is written."""

    prepare_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("run_no_programme", margin=2 * GRID)
        hint = _("The projector, the timer and the minutes work without one. With it, Next moves all of them together.")
        self.body.addWidget(Label(_("No programme yet"), "section", name="run_no_programme_title", wraps=True))
        self.body.addWidget(Label(hint, "secondary", name="run_no_programme_hint", wraps=True))
        self.body.addSpacing(GRID)
        self.body.addWidget(QuietButton(_("Start from a usual day"), "run_usual", lambda: add_usual_day(bridge)))
        self.body.addWidget(QuietButton(_("Write it on Prepare"), "run_prepare", self.prepare_wanted.emit))
        self.body.addStretch(1)
