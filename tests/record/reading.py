"""Reads a PDF back: its text without line breaks, page by page."""

import re
from io import BytesIO

from pypdf import PdfReader


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page with every run of white space as one blank."""
    return [" ".join(_whole(page.extract_text()).split()) for page in PdfReader(BytesIO(pdf)).pages]


def _whole(text: str) -> str:
    """Return a text with the words whole that were broken at the ends of lines."""
    return re.sub("\N{SOFT HYPHEN}\\s*", "", text)


def text_of(pdf: bytes) -> str:
    """Return all text as one line."""
    return " ".join(pages_of(pdf))


def squeezed(text: str) -> str:
    """Return a text without any white space: what is left of it however its lines were broken."""
    return re.sub(r"\s", "", text)
