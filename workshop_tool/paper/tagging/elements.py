"""The elements of the tree: what a thing is, what stands for it where it cannot be read, and where it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


def sayable(text: str) -> str:
    """Leave out what can be neither written nor said: control characters, lone surrogates, noncharacters."""
    return "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")


class Mark(NamedTuple):
    """Content on a page under its number there."""

    page: int
    """From 1."""
    number: int


class Annotation(NamedTuple):
    """What can be clicked on a page."""

    page: int
    place: int
    """Among those of the page, from 0."""


Frame = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the page's lower left corner."""


@dataclass(eq=False)
class Element:
    """One element with what it holds, in reading order."""

    role: str
    """A standard structure type: P, H1, L, Table, Figure ..."""
    alt: str = ""
    """What a picture shows, or where a link leads, in words."""
    actual: str = ""
    """The words that are meant where signs are drawn."""
    scope: str = ""
    """Of a TH: Column or Row."""
    span: tuple[int, int] = (1, 1)
    """Columns and rows that a cell takes."""
    frame: Frame | None = None
    """Of a figure."""
    kids: list["Element | Mark | Annotation"] = field(default_factory=list)

    def add(self, kid: "Element") -> "Element":
        """Take an element in as the last one, and return it."""
        self.kids.append(kid)
        return kid

    @property
    def last(self) -> "Element | None":
        """The last thing it holds, where that is an element."""
        kid = self.kids[-1] if self.kids else None
        return kid if isinstance(kid, Element) else None

    def walk(self) -> Iterator["Element"]:
        """Go through this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()
