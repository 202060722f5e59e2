"""A canvas that marks what is drawn on it: under an element where one is named, and as decoration everywhere else."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.paper.tagging.elements import Annotation, Element, Mark

rl_config.useA85 = 0  # streams as letters are for post that carries seven bits: slower, and a quarter larger

_DECORATION: Final = "/Artifact BMC"
_END: Final = "EMC"


class TaggedCanvas(Canvas):
    """Draws as any canvas does, and keeps the tree of what was drawn."""

    _code: list[str]
    _pageNumber: int  # noqa: N815 - ReportLab's name
    _annotationrefs: list[Any]
    _doc: Any

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Begin with an empty document; arguments are those of ReportLab's canvas."""
        self.root = Element("Document")
        self.here = self.root.add(Element("Sect"))
        """What the next element is put into."""
        self._sections = [self.root, self.here]
        self._marked: Element | None = None
        self._silent = 0
        self._marks_on_page = 0
        self._lines_to_come: list[Element] = []
        self._to_be_drawn: list[tuple[int, str, Callable[[], None]]] = []
        """Page, what stands in its code meanwhile, and what draws it."""
        super().__init__(*arguments, **options)
        self._code.append(_DECORATION)

    def begin_section(self, level: int) -> None:
        """Let what follows belong to a section of its own: level 0 in the document, 1 in one of level 0."""
        parents = self._sections[: level + 1]
        self.here = parents[-1].add(Element("Sect"))
        self._sections = [*parents, self.here]

    def enter(self, inner: Element) -> Element:
        """Put what follows into an element; return what it went into before, to be set again."""
        outer, self.here = self.here, inner
        return outer

    @contextmanager
    def mark(self, own: Element) -> Iterator[None]:
        """Mark what is drawn meanwhile as the content of an element, unless it is marked or silenced already."""
        if self._marked is not None or self._silent:
            yield
            return
        if self._code[-1] == _DECORATION:
            self._code.pop()
        else:
            self._code.append(_END)
        self._code.append(f"/{own.role} <</MCID {self._marks_on_page}>> BDC")
        own.kids.append(Mark(self._pageNumber, self._marks_on_page))
        self._marks_on_page += 1
        self._marked = own
        try:
            yield
        finally:
            self._marked = None
            self._code += [_END, _DECORATION]

    @contextmanager
    def mark_lines(self, *elements: Element) -> Iterator[None]:
        """Mark the texts drawn meanwhile, the first for the first element, and all that come later for the last one."""
        self._lines_to_come = list(elements)
        try:
            yield
        finally:
            self._lines_to_come = []

    def hush(self, change: int) -> None:
        """Draw what was told already as decoration: 1 begins this, -1 ends it."""
        self._silent += change

    def drawText(self, text: Any) -> None:
        """Draw a text, and mark it where ``mark_lines`` waits for one."""
        waiting = self._lines_to_come
        if not waiting:
            super().drawText(text)
            return
        with self.mark(waiting.pop(0) if len(waiting) > 1 else waiting[0]):
            super().drawText(text)

    def draw_at_the_end(self, draw: Callable[[], None]) -> None:
        """Keep a place for what can be drawn only when all pages are: it is drawn on this page, here, by ``write``."""
        mark = f"%{len(self._to_be_drawn)} "
        self._to_be_drawn.append((self._pageNumber, mark, draw))
        self._code.append(mark)

    def showPage(self) -> None:
        """End the page, and what is open on it."""
        if self._code[-1] == _DECORATION:
            self._code.pop()
        else:
            self._code.append(_END)
        super().showPage()

    def save(self) -> None:
        """Be ready to be written; a page that was begun and has nothing on it is left out."""
        if self._code == [_DECORATION]:
            self._code.clear()

    def write(self) -> None:
        """Draw what waited for the end, and write the file."""
        for number, mark, draw in self._to_be_drawn:
            self._code.clear()
            draw()
            page = self._doc.Pages.pages[number - 1]
            page.stream = page.stream.replace(f"{mark}\n", "\n".join([*self._code, ""]), 1)
        self._code.clear()
        super().save()

    def _startPage(self) -> None:
        super()._startPage()  # type: ignore[misc]  # the stubs leave out what is private
        self._code.append(_DECORATION)
        self._marks_on_page = 0

    def _annotatePage(self, name: str) -> None:
        super()._annotatePage(name)  # type: ignore[misc]  # as above
        own = self._marked or (self._lines_to_come[-1] if self._lines_to_come else None)
        if own is not None and not self._silent:
            own.kids.append(Annotation(self._pageNumber, len(self._annotationrefs) - 1))


@contextmanager
def element(canvas: Canvas, role: str, **more: Any) -> Iterator[Element]:
    """Put what is drawn meanwhile into a new element; on a canvas without tags nothing happens to it."""
    own = Element(role, **more)
    if not isinstance(canvas, TaggedCanvas):
        yield own
        return
    outer = canvas.enter(canvas.here.add(own))
    try:
        yield own
    finally:
        canvas.enter(outer)


@contextmanager
def content(canvas: Canvas, role: str, **more: Any) -> Iterator[Element]:
    """Mark what is drawn meanwhile as one new element; on a canvas without tags nothing happens to it."""
    with element(canvas, role, **more) as own, _marked(canvas, own):
        yield own


def _marked(canvas: Canvas, own: Element) -> AbstractContextManager[None]:
    return canvas.mark(own) if isinstance(canvas, TaggedCanvas) else nullcontext()
