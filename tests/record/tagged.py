"""Reads a tagged PDF back: its elements in reading order, its marked content, and what veraPDF says of it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import Name, Object

CHECK = Path(__file__).parents[2].parent / "shared" / "tools" / "check-pdf" / "check-pdf"
"""A script that runs veraPDF; it stands beside the project where there is one."""
PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI", "INLINE IMAGE"}


class Node(NamedTuple):
    """One element with how deep it lies."""

    role: str
    element: Object
    depth: int


def nodes(pdf: pikepdf.Pdf) -> list[Node]:
    """Return every element in reading order."""
    return list(_below(pdf.Root.StructTreeRoot.K, 0))


def _below(element: Object, depth: int) -> Iterator[Node]:
    yield Node(str(element.S)[1:], element, depth)
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _below(kid, depth + 1)


def kids(element: Object) -> list[object]:
    """Return what an element holds: elements, numbers of marks, references."""
    return list(element.get("/K", []))


def unmarked_operators(page: pikepdf.Page) -> list[str]:
    """Return what a page paints outside of any marked content."""
    depth, bare = 0, []
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        if name in {"BMC", "BDC"}:
            depth += 1
        elif name == "EMC":
            depth -= 1
        elif name in PAINTS and not depth:
            bare.append(name)
    assert depth == 0
    return bare


def marks(page: pikepdf.Page) -> list[int]:
    """Return the numbers of a page's marks in the order of drawing."""
    found = []
    for step in pikepdf.parse_content_stream(page):
        told = list(step.operands)
        if str(step.operator) == "BDC" and isinstance(told[1], pikepdf.Dictionary) and "/MCID" in told[1]:
            found.append(int(told[1].MCID))
    return found


def links(pdf: pikepdf.Pdf) -> list[Object]:
    """Return everything that can be clicked."""
    return [a for page in pdf.pages for a in page.obj.get("/Annots", []) if a.Subtype == Name.Link]


def verdict(*files: Path) -> str:
    """Return what veraPDF says of files by PDF/UA-1 and PDF/A-2a; empty where it cannot be run."""
    if not CHECK.exists() or shutil.which("java") is None:
        return ""
    done = subprocess.run([CHECK, *files], capture_output=True, text=True, timeout=110, check=False)
    return done.stdout
