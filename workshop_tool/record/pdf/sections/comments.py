"""Comments and next steps: what was decided and is to be done, and what was said on the posters."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.comments import Remark, RemarksAbout
from workshop_tool.record.facts.wording import NOT_ENTERED
from workshop_tool.record.pdf.blocks import item
from workshop_tool.record.pdf.plain_table import plain_table
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import TEXT_WIDTH, Style

_WHAT, _WHO = 0.62 * TEXT_WIDTH, 0.38 * TEXT_WIDTH


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return decisions, next steps with who follows them up, and comments under what they are about."""
    told = facts.comments
    parts = section_head(style, told.heading, new_page=False)
    if told.decisions:
        parts += [paragraph(style.h2, _("Decisions")), *_agreed(told.decisions, style)]
    if told.next_steps:
        parts += [paragraph(style.h2, _("Next steps")), *_agreed(told.next_steps, style)]
    if told.comments:
        parts.append(paragraph(style.h2, _("Comments")))
        parts += [part for about in told.comments for part in _about(about, style)]
    return [*parts, paragraph(style.caption, told.note)] if told.note else parts


def _agreed(remarks: tuple[Remark, ...], style: Style) -> list[Flowable]:
    """Return a table where somebody follows something up, else a list."""
    if any(remark.owner for remark in remarks):
        lines = [(" ".join((*remark.lines, *_bracketed(remark))), remark.owner or NOT_ENTERED) for remark in remarks]
        return [plain_table(style, (_("What"), _("Who follows it up")), lines, (_WHAT, _WHO))]
    numbered = enumerate(remarks, 1)
    return [p for n, r in numbered for p in item(style, str(n), r.lines[0], r.about, r.lines[1:])]


def _bracketed(remark: Remark) -> Iterable[str]:
    return (f"({remark.about})",) if remark.about else ()


def _about(about: RemarksAbout, style: Style) -> list[Flowable]:
    title = paragraph(style.about, Words(about.title, colour=LIGHT.ink, link=about.link))
    said = [p for remark in about.remarks for p in item(style, NOT_ENTERED, remark.lines[0], "", remark.lines[1:])]
    return [title, *said]
