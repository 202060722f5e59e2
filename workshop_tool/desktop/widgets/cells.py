"""How the cells of a table are drawn: a hairline under each row, room to breathe, and pills for states."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workshop_tool.desktop.dress.theme import colours, dress, font, zoom, zoomed
from workshop_tool.desktop.widgets.item_model import MARK_ROLE, ItemModel
from workshop_tool.look.tokens import GRID, Type

ROW_HEIGHT: Final = 4 * GRID + 4
_PILL_HEIGHT: Final = 20


class Cells(QStyledItemDelegate):
    """Draws a hairline under each row, and pills; remembers the cell that is being edited."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.open_editor: QWidget | None = None
        self._sizes: dict[tuple[str, str, int, float], QSize] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Break lines only in columns that take what is left; a narrow one ends in an ellipsis."""
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, ItemModel) and model.columns[index.column()].width:
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Open a cell."""
        editor = super().createEditor(parent, option, index)
        editor.setObjectName("cell_editor")
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        model = index.model()
        choices = model.columns[index.column()].choices if isinstance(model, ItemModel) else None
        if choices is not None and isinstance(editor, QLineEdit):
            completer = QCompleter(list(choices()), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
            if (offered := completer.popup()) is not None:
                dress(offered)  # a window by itself
        self.open_editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the cell's value in its editor, unless something was typed there since it opened."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Close the open cell."""
        self.open_editor = None
        super().destroyEditor(editor, index)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell: its text as wide as the pill at its end leaves it."""
        words, tone = index.data(MARK_ROLE) or ("", "")
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        whole = QRect(option.rect)
        if selected:
            painter.fillRect(whole, QColor(colours().accent_soft))
        if words:
            _paint_pill(painter, whole, words, tone, selected=selected)
        option.rect = _text_rect(whole, words)
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QPen(QColor(colours().line), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for a comfortable height; a cell's size is worked out once for each text and width."""
        model, column = index.model(), index.column()
        if isinstance(model, ItemModel):
            if model.columns[column].width:
                return QSize(option.rect.width(), zoomed(ROW_HEIGHT))
            text, words = model.shown_at(index.row(), column)
        else:
            text, (words, _tone) = str(index.data()), index.data(MARK_ROLE) or ("", "")
        asked = (text, words, option.rect.width(), zoom())
        if asked not in self._sizes:
            option.rect = _text_rect(option.rect, words)
            hint = super().sizeHint(option, index)
            self._sizes[asked] = QSize(hint.width(), max(hint.height() + GRID // 2, zoomed(ROW_HEIGHT)))
        return self._sizes[asked]


def _text_rect(cell: QRect, words: str) -> QRect:
    """Return what the pill and the air at both ends leave of a cell."""
    pill = _pill_width(words) + GRID if words else 0
    return QRect(cell).adjusted(GRID // 2, 0, -GRID // 2 - pill, 0)


def _pill_width(words: str) -> int:
    return QFontMetrics(font(Type.small.size, QFont.Weight.DemiBold)).horizontalAdvance(words) + 2 * GRID


def _pill_height() -> int:
    return zoomed(_PILL_HEIGHT)


def _paint_pill(painter: QPainter, cell: QRect, words: str, tone: str, *, selected: bool) -> None:
    palette = colours()
    ground, ink = {
        "new": (palette.new_soft, palette.new),
        "attention": (palette.attention_soft, palette.attention),
        "accent": (palette.accent_soft, palette.accent),
    }.get(tone, (palette.sunk, palette.ink_2))
    width = min(_pill_width(words), cell.width() - GRID)
    top = QRectF(cell).center().y() - _pill_height() / 2
    pill = QRectF(cell.right() - width - GRID // 2, top, width, _pill_height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.sheet if selected and ground == palette.accent_soft else ground))
    painter.drawRoundedRect(pill, _pill_height() / 2, _pill_height() / 2)
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * GRID + 1)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
