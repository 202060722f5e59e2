"""The list of problem areas as a table whose rows are dragged to another place, under another theme too."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from workshop_tool.desktop.dress.theme import colours
from workshop_tool.desktop.widgets.item_model import ID_MIME
from workshop_tool.desktop.widgets.item_table import ItemTable


class AreasTable(ItemTable):
    """Shows where a dragged row would go, and asks for it."""

    dropped = Signal(str, int)
    """Id, and the row before which it was let go; the number of rows = behind the last."""

    _drop_row: int | None = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows of this list."""
        if event.source() is self and event.mimeData().hasFormat(ID_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the place between two rows that is nearest."""
        self._aim(self.row_for(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show none."""
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to put the row there; the list itself follows the workshop."""
        self._aim(None)
        event.acceptProposedAction()
        item_id = bytes(event.mimeData().data(ID_MIME).data()).decode()
        self.dropped.emit(item_id, self.row_for(event.position().toPoint()))

    def row_for(self, point: QPoint) -> int:
        """Return the row before which something let go at a point goes."""
        row = self.rowAt(point.y())
        if row < 0:
            return self.items.rowCount()
        below = point.y() > self.rowViewportPosition(row) + self.rowHeight(row) / 2
        return max(1 if self.items.rowCount() else 0, row + 1 if below else row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line at which a dragged row would go in."""
        super().paintEvent(event)
        if self._drop_row is not None:
            last = self._drop_row >= self.items.rowCount()
            row = self.items.rowCount() - 1 if last else self._drop_row
            y = self.rowViewportPosition(row) + (self.rowHeight(row) - 2 if last else 0)
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawLine(0, y, self.viewport().width(), y)
            painter.end()

    def _aim(self, row: int | None) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()
