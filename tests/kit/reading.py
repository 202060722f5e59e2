"""Reads a printable back as people and phones do: its words, and the QR codes on the rendered page."""

from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from pypdf import PdfReader
from pyzbar.pyzbar import decode

ADDRESS = "http://192.168.178.120:8080"


def words_of(pdf: bytes) -> list[str]:
    """Return the words of each page with every run of white space as one blank."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def picture_of(pdf: bytes, page: int = 0, scale: float = 2.0) -> Image.Image:
    """Return a page as a printer without colour draws it, ``scale`` pixels to the point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn: Image.Image = document[page].render(scale=scale).to_pil()
        return drawn.convert("L")
    finally:
        document.close()


def codes_on(pdf: bytes, page: int = 0) -> set[str]:
    """Return what the QR codes on a page say."""
    return {found.data.decode() for found in decode(picture_of(pdf, page))}


def fonts_not_embedded(pdf: bytes) -> set[str]:
    """Return the fonts that a printer would have to have."""
    missing = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        fonts: Any = page["/Resources"].get_object()
        for named in fonts.get("/Font", {}).values():
            font = named.get_object()
            described = font.get("/FontDescriptor")
            if described is None or "/FontFile2" not in described.get_object():
                missing.add(str(font["/BaseFont"]))
    return missing
