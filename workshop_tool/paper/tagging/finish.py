"""The finish of a drawn file: the tree hung into it, who and what it is, a profile for its colours, and no dates."""

import re
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workshop_tool.look.assets import ASSETS
from workshop_tool.paper.tagging.elements import Annotation, Element, Mark, sayable
from workshop_tool.paper.tagging.metadata import Particulars, metadata

__all__ = ["Particulars", "finish"]

_PROFILE: Final = ASSETS / "colour" / "sRGB.icc"
_BEYOND: Final = re.compile(rb"<([0-9A-F]{5,6})>")
_PRINTED: Final = 4
"""Flag of an annotation that is printed and not hidden (ISO 32000-1, table 165)."""


def finish(drawn: bytes, root: Element, told: Particulars) -> bytes:
    """Return a drawn file as PDF/UA-1 and PDF/A-2a. The same input gives the same bytes.

    Args:
        drawn: What a ``TaggedCanvas`` wrote.
        root: That canvas' tree.
        told: Who and what it is.
    """
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _Tree(pdf).hang(root)
        _mend_rare_characters(pdf)
        catalogue = pdf.Root
        catalogue.MarkInfo = Dictionary(Marked=True)
        catalogue.Lang = String(told.language)
        catalogue.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        catalogue.OutputIntents = Array([_output_intent(pdf)])
        stream = pdf.make_stream(metadata(told))
        stream.Type, stream.Subtype = Name.Metadata, Name.XML
        catalogue.Metadata = stream
        for key in ("/CreationDate", "/ModDate", "/Trapped", "/Keywords"):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, min_version="1.7")
    return out.getvalue()


def _mend_rare_characters(pdf: Pdf) -> None:
    """Say which characters glyphs stand for beyond the first 65,536 (emoji): ReportLab writes what no reader reads."""
    fonts = {font.objgen: font for page in pdf.pages for font in page.obj.Resources.get("/Font", {}).values()}
    for font in fonts.values():
        if "/ToUnicode" in font:
            table = font.ToUnicode.read_bytes()
            mended = _BEYOND.sub(lambda found: b"<%s>" % _in_pairs(int(found[1], 16)), table)
            if mended != table:
                font.ToUnicode.write(mended)


def _in_pairs(code: int) -> bytes:
    return chr(code).encode("utf-16-be").hex().upper().encode()


def _output_intent(pdf: Pdf) -> Object:
    profile = pdf.make_stream(_PROFILE.read_bytes())
    profile.N = 3
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
    )


@dataclass
class _Place:
    """What a page knows of the tree: the element of each of its marks, by number."""

    page: Object
    marks: dict[int, Object]


class _Tree:
    """Writes elements as objects of the file, each below the one that holds it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._places = [_Place(page.obj, {}) for page in pdf.pages]
        self._keys = count(len(self._places))
        self._annotations: list[tuple[int, Object]] = []

    def hang(self, root: Element) -> None:
        """Make the tree the file's own."""
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = self._written(root, top)
        numbers = Array()
        for key, place in enumerate(self._places):
            place.page.Tabs = Name.S
            if place.marks:
                place.page.StructParents = key
                owners = Array([place.marks[number] for number in range(len(place.marks))])
                _append(numbers, key, self._pdf.make_indirect(owners))
        for key, owner in self._annotations:
            _append(numbers, key, owner)
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        top.ParentTreeNextKey = next(self._keys)
        self._pdf.Root.StructTreeRoot = top

    def _written(self, element: Element, parent: Object) -> Object:
        own = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
        if element.alt:
            own.Alt = String(sayable(element.alt))
        if element.actual:
            own.ActualText = String(sayable(element.actual))
        if attributes := _attributes(element):
            own.A = attributes
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), 0)
        if page:
            own.Pg = self._places[page - 1].page
        own.K = Array([self._kid(kid, element, own, page) for kid in element.kids])
        return own

    def _kid(self, kid: Element | Mark | Annotation, element: Element, own: Object, page: int) -> Object | int:
        if isinstance(kid, Element):
            return self._written(kid, own)
        place = self._places[kid.page - 1]
        if isinstance(kid, Annotation):
            return self._clicked(kid, element, own)
        place.marks[kid.number] = own
        return kid.number if kid.page == page else Dictionary(Type=Name.MCR, Pg=place.page, MCID=kid.number)

    def _clicked(self, kid: Annotation, element: Element, own: Object) -> Object:
        place = self._places[kid.page - 1].page
        annotation = place.Annots[kid.place]
        annotation.StructParent = next(self._keys)
        annotation.Contents = String(sayable(element.alt))
        annotation.F = _PRINTED
        self._annotations.append((int(annotation.StructParent), own))
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=place)


def _append(numbers: Array, key: int, value: Object) -> None:
    numbers.append(key)
    numbers.append(value)


def _attributes(element: Element) -> Object | None:
    if element.frame:
        return Dictionary(O=Name.Layout, BBox=Array([round(at, 2) for at in element.frame]), Placement=Name.Block)
    if element.role not in {"TH", "TD"}:
        return None
    told = Dictionary(O=Name.Table)
    if element.scope:
        told.Scope = Name(f"/{element.scope}")
    columns, rows = element.span
    if columns > 1:
        told.ColSpan = columns
    if rows > 1:
        told.RowSpan = rows
    return told if len(told) > 1 else None
