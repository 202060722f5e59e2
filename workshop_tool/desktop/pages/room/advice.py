"""What helps when phones cannot reach the page, the likeliest first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


def advice() -> tuple[tuple[str, str], ...]:
    """Return what to check and what to do, in the order in which to try."""
    return (
        (_("Same Wi-Fi"), _("The phone must be on the network chosen above.")),
        (_("Mobile data off"), _("A phone that finds no internet on the Wi-Fi may leave it. Turn mobile data off.")),
        (_("Guest networks"), _("Many keep devices apart. Use another network, or a hotspot of this laptop.")),
        (_("Firewall"), _("If this computer asks whether to allow it, allow private networks.")),
        (_("Still nothing"), _("Vote on paper: count the dots on the posters and key them in on the Vote page.")),
    )


class Advice(Sheet):
    """Short sentences; they scroll where the window is low."""

    def __init__(self) -> None:
        super().__init__("advice", margin=2 * GRID + 4)
        self.body.addWidget(Label(_("Phones cannot reach the page?"), "section", name="advice_title"))
        lines = QWidget()
        lines.setObjectName("advice_lines")
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for row, (what, how) in enumerate(advice()):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(what, "strong", name="advice_what"), row, 0, top)
            grid.addWidget(Label(how, "secondary", name="advice_how", wraps=True), row, 1, top)
        grid.setRowStretch(len(advice()), 1)
        scroll = QScrollArea()
        scroll.setObjectName("advice_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(lines)
        scroll.setMinimumHeight(4 * GRID)
        self.body.addWidget(scroll, 1)
