"""How every section of running pages begins: with its heading, and then with the consultant's own text."""

from reportlab.platypus import Flowable

from workshop_tool.paper.text import paragraph
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.pdf.blocks import heading
from workshop_tool.record.pdf.style import Style


def section_head(style: Style, head: Heading, *, new_page: bool) -> list[Flowable]:
    """Return the head of a section and the text of its own, where it was given one; see ``blocks.heading``."""
    return [*heading(style, head, new_page=new_page), *(paragraph(style.body, line) for line in head.text)]
