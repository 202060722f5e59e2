"""The programme as a table whose rows are dragged to another time of the day."""

from collections.abc import Callable

from PySide6.QtCore import QPoint

from workshop_tool.desktop.pages.areas.table import AreasTable
from workshop_tool.desktop.pages.prepare.programme_words import said_shown, said_stage, said_time, typed_time
from workshop_tool.desktop.widgets.item_model import Changes, Column
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.language import _
from workshop_tool.services.edits.programme import end_of


class ProgrammeTable(AreasTable):
    """Start and length are typed, the end follows from them; a part that begins too early is marked."""

    def __init__(self, clashing: Callable[[], frozenset[str]]) -> None:
        def mark(part: ProgrammePart) -> tuple[str, str]:
            if part.id in clashing():
                return _("overlaps"), "attention"
            return (said_stage(part.stage), "quiet") if part.stage == "break" else ("", "")

        columns = (
            Column("starts", _("Start"), lambda part, _row: said_time(part.starts), _change_start, 64),
            Column("minutes", _("Minutes"), lambda part, _row: _said(part.minutes), _change_minutes, 72, numeric=True),
            Column("title", _("What"), lambda part, _row: part.title, lambda text: {"title": text}, mark=mark),
            Column("ends", _("Ends"), lambda part, _row: said_time(end_of(part)), None, 64),
            Column("shows", _("Projector"), lambda part, _row: said_shown(part.shows) if part.shows else "", None, 120),
        )
        super().__init__("programme_table", _("Programme"), columns)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def row_for(self, point: QPoint) -> int:
        """Return the row before which something let go at a point goes; here the first row is a part like any other."""
        row = self.rowAt(point.y())
        if row == 0 and point.y() <= self.rowViewportPosition(0) + self.rowHeight(0) / 2:
            return 0
        return super().row_for(point)


def _change_start(text: str) -> Changes | None:
    time = typed_time(text)
    return None if text and time is None else {"starts": time}


def _change_minutes(text: str) -> Changes | None:
    if not text:
        return {"minutes": None}
    return {"minutes": int(text)} if text.isascii() and text.isdigit() else None


def _said(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)
