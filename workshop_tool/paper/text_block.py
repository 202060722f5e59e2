"""A paragraph that says what it is: heading, running text or an item of a list, and where its links lead."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from workshop_tool.paper.tagging import Element, TaggedCanvas

_SOFT = "\N{SOFT HYPHEN}"
_TWO = 2
_NARROWEST, _NEAR = 0.5, 3.0
"""How far a heading's lines may be drawn in: to this share of the width, and to so many points exactly."""

ITEM = "LI"
"""Role of a style whose bullet begins an item of a list; without a bullet it goes on with the item above."""


class TextBlock(Paragraph):
    """A paragraph with the role of its style (``role``; "P" where it has none, "" to belong to what holds it)."""

    blPara: Any  # noqa: N815 - ReportLab's name
    _wrapWidths: Sequence[float]  # noqa: N815 - as above
    leads = False
    """Whether a click on it leads somewhere."""
    whole = ""
    """All of its text, however much of it was split off."""
    _set_to = 0.0
    """The width for which its lines were broken."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the lines, unless they are broken for this width: tables, frames and sheets all ask."""
        if self._set_to != width or not hasattr(self, "blPara"):
            self._set_to = width
            if getattr(self.style, "balanced", False):
                return self._balanced(width, height)
            size = super().wrap(width, height)
            if not self._ends_in_a_scrap():
                return size
            self.style = self.style.clone(self.style.name, hyphenationLang=None)
            return super().wrap(width, height)
        return self.width, self.height

    def _ends_in_a_scrap(self) -> bool:
        """Tell whether the last line is nothing but the end of a word that would fit it as a whole."""
        lines = getattr(self, "blPara", None) and self.blPara.lines
        if not lines or len(lines) < _TWO or " " in (last := _said(lines[-1]).strip()):
            return False
        *_before, begun = _said(lines[-2]).split() or [""]
        if not begun.endswith("-") or begun in self.whole:
            return False
        room = self._wrapWidths[-1]
        return stringWidth(begun[:-1] + last, self.style.fontName, self.style.fontSize) < room

    def _balanced(self, width: float, height: float) -> tuple[float, float]:
        """Break the lines so that they are about as long as one another, and no word is left alone on the last."""
        least = super().wrap(width, height)[1]
        narrow, wide = width * _NARROWEST, width
        while least > self.style.leading and wide - narrow > _NEAR:
            middle = (narrow + wide) / 2
            if super().wrap(middle, height)[1] > least:
                narrow = middle
            else:
                wide = middle
        super().wrap(wide, height)
        self.width = width
        return self.width, self.height

    def split(self, *room: float) -> list[Any]:
        """Split as any paragraph does; the parts are read as one."""
        parts = super().split(*room)
        for part in parts:
            if isinstance(part, TextBlock) and part is not self:
                part.leads, part.whole, part.read_as = self.leads, self.whole, self.read_as
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
        self._soften_hyphens()
        with canvas.mark_lines(*label, self.read_as[0]):
            super().draw()

    def _soften_hyphens(self) -> None:
        """Let lines end in a soft hyphen where a word was broken: who copies or searches finds the whole word.

        It looks like a hyphen and is none (ISO 32000-1, 14.8.2.2.3). One that was typed stays.
        """
        for line in self.blPara.lines:
            words = line[1] if isinstance(line, tuple | list) else line.words
            texts = words if isinstance(line, tuple | list) else [fragment.text for fragment in words]
            if not texts or not texts[-1].endswith("-"):
                continue
            if _said(line).split()[-1] in self.whole:
                continue
            if isinstance(line, tuple | list):
                words[-1] = f"{texts[-1][:-1]}{_SOFT}"
            else:
                words[-1].text = f"{texts[-1][:-1]}{_SOFT}"

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


def _said(line: Any) -> str:
    """Return what stands in a line: ReportLab keeps words where there is one font, and pieces where there are more."""
    if isinstance(line, tuple | list):
        return " ".join(line[1])
    return "".join(fragment.text for fragment in line.words)
