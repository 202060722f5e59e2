"""Reads XML parts of office files piece by piece, and refuses what only attacks need: document types and entities."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from workshop_tool.lists.packages import Package
from workshop_tool.lists.refusals import ListDamaged, ListHasDoctype, ListInflated

_MOST_ELEMENTS: Final = 1_500_000
_DEEPEST: Final = 200
_ONE_NODE: Final = 200_000
"""Elements within one paragraph, row or slide."""


@dataclass(slots=True)
class Node:
    """One element, its names without prefixes."""

    tag: str
    attributes: dict[str, str]
    parts: list["Node | str"] = field(default_factory=list)

    def attribute(self, name: str, default: str = "") -> str:
        """Return an attribute by its name, with whatever prefix; one without a prefix goes first."""
        if name in self.attributes:
            return self.attributes[name]
        return next((value for key, value in self.attributes.items() if key.endswith(f":{name}")), default)

    @property
    def link(self) -> str:
        """The id of the relationship it points to; "" where it points to none."""
        return next((value for key, value in self.attributes.items() if key.endswith(":id")), "")

    def children(self, *tags: str) -> Iterator["Node"]:
        """Give the elements right below it that have one of these names."""
        return (part for part in self.parts if isinstance(part, Node) and part.tag in tags)

    def child(self, *path: str) -> "Node | None":
        """Return the first element at a path of names; None where there is none."""
        node = self
        for tag in path:
            for part in node.parts:
                if isinstance(part, Node) and part.tag == tag:
                    node = part
                    break
            else:
                return None
        return node

    def all(self, *tags: str) -> Iterator["Node"]:
        """Give the elements anywhere below it that have one of these names, and look no deeper within them."""
        for part in self.parts:
            if isinstance(part, Node):
                if part.tag in tags:
                    yield part
                else:
                    yield from part.all(*tags)

    @property
    def text(self) -> str:
        """All characters within it."""
        if len(self.parts) == 1 and isinstance(self.parts[0], str):
            return self.parts[0]
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


class _Doctype(Exception):
    pass


class _TooMuch(Exception):
    pass


def nodes(package: Package, name: str, wanted: frozenset[str], bare: frozenset[str] = frozenset()) -> Iterator[Node]:
    """Give each outermost wanted element of a part as soon as it is complete; ``bare`` ones at their start, empty.

    Raises:
        ListHasDoctype: the part declares a document type, as entity bombs do.
        ListDamaged: the part is no XML, or ends too early; the sentence names it with the line.
        ListInflated: it has more elements than a list needs.
    """
    builder = _Builder(wanted, bare)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        for chunk in package.chunks(name):
            parser.Parse(chunk, False)
            yield from builder.take()
        parser.Parse(b"", True)
        yield from builder.take()
    except _Doctype:
        raise ListHasDoctype(file=package.file, part=name) from None
    except _TooMuch:
        raise ListInflated(file=package.file) from None
    except (expat.ExpatError, ValueError, LookupError) as problem:
        place = f" ({name}, line {parser.CurrentLineNumber})"
        raise ListDamaged(file=package.file, place=place) from problem


class _Builder:
    """Builds the wanted elements, and forgets the rest."""

    def __init__(self, wanted: frozenset[str], bare: frozenset[str]) -> None:
        self._wanted, self._bare = wanted, bare
        self._stack: list[Node] = []
        self._done: list[Node] = []
        self._count = self._own = self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        tag = name.rpartition(":")[2]
        if self._stack:
            self._own += 1
            node = Node(tag, attributes)
            self._stack[-1].parts.append(node)
            self._stack.append(node)
        elif tag in self._wanted:
            self._own = 0
            self._stack.append(Node(tag, attributes))
        elif tag in self._bare:
            self._done.append(Node(tag, attributes))
        if self._count > _MOST_ELEMENTS or self._depth > _DEEPEST or self._own > _ONE_NODE:
            raise _TooMuch

    def end(self, _name: str) -> None:
        self._depth -= 1
        if self._stack:
            node = self._stack.pop()
            if not self._stack:
                self._done.append(node)

    def characters(self, text: str) -> None:
        if self._stack:
            self._stack[-1].parts.append(text)

    def doctype(self, *_declared: object) -> None:
        raise _Doctype

    def take(self) -> list[Node]:
        done, self._done = self._done, []
        return done


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part points to within its package: id to (kind, name of the part)."""
    folder, _slash, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if listed not in package.names:
        return {}
    found = {}
    for node in nodes(package, listed, frozenset({"Relationship"})):
        if node.attribute("TargetMode") != "External":
            kind = node.attribute("Type").rpartition("/")[2]
            found[node.attribute("Id")] = (kind, _within(folder, node.attribute("Target")))
    return found


def _within(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)
