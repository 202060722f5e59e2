"""All shortcuts of the Run page and the projector in one overlay; letters and signs can be switched off here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from workshop_tool.desktop.projector.keys import PRESENTER_KEYS
from workshop_tool.desktop.running import Running
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class KeysDialog(Dialog):
    """Lists; its one switch is remembered on this computer."""

    def __init__(self, running: Running, parent: QWidget | None = None) -> None:
        super().__init__("run_keys", _("Shortcuts while you run the day"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        lines = [(key.caps(), key.says()) for key in PRESENTER_KEYS]
        lines += [
            (("F5",), _("Present: show the projector's picture")),
            (("Ctrl", "Z"), _("Undo, also a part that was begun by mistake")),
        ]
        for row, (caps, says) in enumerate(lines):
            grid.addLayout(_caps(caps, self), row, 0)
            grid.addWidget(Label(says, name="run_keys_says"), row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        note = _("They act while the Run page or the projector has the focus, never while you type.")
        more = _("None of them opens, closes or publishes a round.")
        self.body.addWidget(Label(f"{note} {more}", "small", name="run_keys_note", wraps=True))
        singles = QCheckBox(_("Letters and signs by themselves (B, F, P, +, ?)"))
        singles.setObjectName("run_singles")
        singles.setChecked(running.singles)
        singles.toggled.connect(lambda on: running.allow_singles(allowed=on))
        self.body.addWidget(singles)
        self.add_buttons(_("Close"), None)


def _caps(caps: tuple[str, ...], dialog: QWidget) -> QHBoxLayout:
    """Return a row of caps, each as wide as its letters are in the dialog."""
    row = QHBoxLayout()
    row.setSpacing(GRID // 2)
    for cap in caps:
        label = Label(cap, "cap", name="run_keys_cap")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setParent(dialog)
        label.ensurePolished()
        label.setMinimumWidth(max(3 * GRID, label.sizeHint().width()))
        row.addWidget(label)
    row.addStretch(1)
    return row
