"""A paragraph that says what it is: heading, running text or an item of a list, and where its links lead."""

from functools import cached_property
from typing import Any

from reportlab.platypus import Paragraph

from workshop_tool.paper.tagging import Element, TaggedCanvas

ITEM = "LI"
"""Role of a style whose bullet begins an item of a list; without a bullet it goes on with the item above."""


class TextBlock(Paragraph):
    """A paragraph with the role of its style (``role``; "P" where it has none, "" to belong to what holds it)."""

    blPara: Any  # noqa: N815 - ReportLab's name
    leads = False
    """Whether a click on it leads somewhere."""

    def split(self, *room: float) -> list[Any]:
        """Split as any paragraph does; the parts are read as one."""
        parts = super().split(*room)
        for part in parts:
            if isinstance(part, TextBlock) and part is not self:
                part.leads, part.read_as = self.leads, self.read_as
        return list(parts)

    @cached_property
    def read_as(self) -> list[Element]:
        """The element of the text once it is begun: shared by the parts of one that was split."""
        return []

    def draw(self) -> None:
        """Draw the text as the content of its element."""
        canvas = self.canv
        if not isinstance(canvas, TaggedCanvas) or not self.blPara.lines:
            super().draw()
            return
        label: list[Element] = []
        if not self.read_as:
            label, own = self._elements(canvas)
            self.read_as.append(own)
        with canvas.mark_lines(*label, self.read_as[0]):
            super().draw()

    def _elements(self, canvas: TaggedCanvas) -> tuple[list[Element], Element]:
        """Return the element of the bullet, where there is one, and that of the text, both in their place."""
        role = getattr(self.style, "role", "P")
        holder, label = canvas.here, list[Element]()
        if role == ITEM:
            above = holder.last if holder.last and holder.last.role == "L" else None
            if self.bulletText:
                item = (above or holder.add(Element("L"))).add(Element("LI"))
                label.append(item.add(Element("Lbl")))
                holder = item.add(Element("LBody"))
            elif above and above.last and above.last.last:
                holder = above.last.last
            role = "P"
        elif self.bulletText:
            label.append(holder.add(Element("Lbl" if holder.role == "TOCI" else "P")))
        own = holder.add(Element(role)) if role else holder
        if self.leads:
            own = own.add(Element("Link", alt=self.getPlainText()))
        return label, own
