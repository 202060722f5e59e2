"""Tables as a reader's program hears them: rows and cells with heads, lines of the contents, or mere columns."""

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from reportlab.platypus import Table

from workshop_tool.look.fonts import REGULAR
from workshop_tool.paper.tagging import Element, TaggedCanvas
from workshop_tool.record.pdf.style import TEXT_HEIGHT

# plain strings in cells would otherwise be set in Helvetica, which is not embedded
_OWN_FONT = ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5)


class Columns(Table):
    """Cells side by side that are only a matter of layout: what they hold is read one after the other."""

    def __init__(self, data: Sequence[list[Any]], colWidths: Any = None, **options: Any) -> None:  # noqa: N803
        """Take what ReportLab's table takes."""
        options["style"] = [_OWN_FONT, *(options.get("style") or ())]
        super().__init__(data, colWidths, **options)


class _Told(Columns):
    """A table that tells what it is while it is drawn, however many pages it takes."""

    roles: ClassVar[tuple[str, str]]
    """Of the whole and of a row."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Take what ReportLab's table takes."""
        options["renderCB"] = _tell
        super().__init__(*arguments, **options)
        self.read_as: list[Element] = []
        """The element of the whole once it is begun: shared by the parts on several pages."""
        self._outer: list[Element] = []

    def onSplit(self, T: Any, byRow: int = 1) -> None:  # noqa: ARG002, N803 - ReportLab's names
        """Let the parts be read as one table."""
        T.read_as = self.read_as
        T.row_heads = getattr(self, "row_heads", False)

    def tell(self, moment: str, *place: Any) -> None:
        """Follow the drawing: ReportLab names each moment of it."""
        canvas = self.canv
        if not isinstance(canvas, TaggedCanvas):
            return
        match moment:
            case "startTable":
                if not self.read_as:
                    self.read_as.append(canvas.here.add(Element(self.roles[0])))
                self._begin(canvas, self.read_as[0])
            case "startRow":
                self._begin_row(canvas, place[0])
            case "startCell":
                self._begin_cell(canvas, place[0], place[1])
            case "endCell":
                self._end_cell(canvas)
            case "endRow":
                self._end_row(canvas)
            case "endTable":
                canvas.enter(self._outer.pop())

    def _begin(self, canvas: TaggedCanvas, inner: Element) -> None:
        self._outer.append(canvas.enter(inner))

    def _begin_row(self, canvas: TaggedCanvas, _row: int) -> None:
        self._begin(canvas, canvas.here.add(Element(self.roles[1])))

    def _end_row(self, canvas: TaggedCanvas) -> None:
        canvas.enter(self._outer.pop())

    def _begin_cell(self, canvas: TaggedCanvas, row: int, column: int) -> None:
        """Leave it to the cell what it is."""

    def _end_cell(self, canvas: TaggedCanvas) -> None:
        """End what ``_begin_cell`` began."""


def _tell(table: _Told, moment: str, *place: Any) -> None:
    table.tell(moment, *place)


class ContentsTable(_Told):
    """The lines of the contents: what stands in a row is one line."""

    roles = ("TOC", "TOCI")


class DataTable(_Told):
    """A table of data. The rows that are repeated on each page are its head, and are told once."""

    roles = ("Table", "TR")
    _rowHeights: Sequence[float | None]  # noqa: N815 - ReportLab's name

    def __init__(self, *arguments: Any, row_heads: bool = False, **options: Any) -> None:
        """Take what ReportLab's table takes, and whether the first cell of a row is the head of that row."""
        super().__init__(*arguments, **options)
        self.row_heads = row_heads
        self._told_before = self._repeats = False

    def split(self, width: float, height: float) -> list[Any]:
        """Split between rows; a row is broken only where it is higher than any page with the head above it."""
        heights = [row or 0.0 for row in self._rowHeights]
        self.splitInRow = int(max(heights) > TEXT_HEIGHT - sum(heights[: self.repeatRows]))
        return list(super().split(width, height))

    def _begin_row(self, canvas: TaggedCanvas, row: int) -> None:
        if row == 0:
            self._told_before = bool(canvas.here.kids)
        self._repeats = self._told_before and row < self.repeatRows
        if self._repeats:
            canvas.hush(1)
            self._begin(canvas, Element("TR"))
        else:
            self._begin(canvas, canvas.here.add(Element("TR")))

    def _end_row(self, canvas: TaggedCanvas) -> None:
        if self._repeats:
            canvas.hush(-1)
        super()._end_row(canvas)

    def _begin_cell(self, canvas: TaggedCanvas, row: int, column: int) -> None:
        scope = self._scope(row, column)
        left, top, right, bottom = getattr(self, "_spanRanges", {}).get((column, row)) or (0, 0, 0, 0)
        span = (right - left + 1, bottom - top + 1)
        self._begin(canvas, canvas.here.add(Element("TH" if scope else "TD", scope=scope, span=span)))

    def _end_cell(self, canvas: TaggedCanvas) -> None:
        canvas.enter(self._outer.pop())

    def _scope(self, row: int, column: int) -> Literal["Column", "Row", ""]:
        if row < self.repeatRows:
            return "Column"
        return "Row" if self.row_heads and column == 0 else ""
