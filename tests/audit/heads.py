"""The heads of tables: where a title may stand, and what its tooltip says."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtWidgets import QHeaderView


def cell_of(head: QHeaderView, at: QPointF) -> QRect | None:
    """Return the section under a point of the head's viewport; None beside all of them."""
    if (section := _section(head, at)) < 0:
        return None
    start, length = head.sectionViewportPosition(section), head.sectionSize(section)
    if head.orientation() == Qt.Orientation.Horizontal:
        return QRect(start, 0, length, head.height())
    return QRect(0, start, head.width(), length)


def tip_of(head: QHeaderView, at: QPointF) -> str:
    """Return what the tooltip of the section under a point says."""
    return str(head.model().headerData(_section(head, at), head.orientation(), Qt.ItemDataRole.ToolTipRole) or "")


def _section(head: QHeaderView, at: QPointF) -> int:
    place = at.x() if head.orientation() == Qt.Orientation.Horizontal else at.y()
    return head.logicalIndexAt(round(place))
