"""The appendix: participants and ballots where they may be told, changes after the close, hash and version."""

from reportlab.platypus import Flowable

from workshop_tool.language import _
from workshop_tool.paper.text import paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.appendix import BallotTable, PersonRow
from workshop_tool.record.pdf.blocks import rows, titled
from workshop_tool.record.pdf.plain_table import plain_table
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import TEXT_WIDTH, Style

_NUMBER = 36.0


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the lists, and below them by what this content is known."""
    told = facts.appendix
    parts = section_head(style, told.heading, new_page=False)
    if told.people:
        parts += titled(paragraph(style.h2, _("Participants")), _people(told.people, style))
    for table in told.ballots:
        parts += titled(paragraph(style.h2, table.title), _ballots(table, style))
    if told.ballots_note:
        parts.append(paragraph(style.caption, told.ballots_note))
    if told.changes:
        parts += titled(paragraph(style.h2, _("After the close")), _changes(told.changes, style))
    content = (
        (_("Hash"), (told.content_hash, told.hash_note)),
        (_("Made with"), (told.made_with,)),
    )
    return [*parts, paragraph(style.h2, _("This content")), *rows(style, content)]


def _people(people: tuple[PersonRow, ...], style: Style) -> Flowable:
    columns = [
        (_("Name"), [person.name for person in people]),
        (_("Organisation"), [person.organisation for person in people]),
        (_("Sector"), [person.sector for person in people]),
    ]
    told = [(title, cells) for title, cells in columns if any(cells)]
    lines = list(zip(*(cells for _title, cells in told), strict=True))
    return plain_table(style, [title for title, _cells in told], lines, [TEXT_WIDTH / 3] * len(told))


def _ballots(table: BallotTable, style: Style) -> Flowable:
    lines = [(str(number), *row) for number, row in enumerate(table.rows, 1)]
    widths = [_NUMBER, *([(TEXT_WIDTH - _NUMBER) / len(table.criteria)] * len(table.criteria))]
    return plain_table(style, ("", *table.criteria), lines, widths)


def _changes(changes: tuple[tuple[str, str], ...], style: Style) -> Flowable:
    return plain_table(style, (_("When"), _("What")), changes, (110, TEXT_WIDTH - 110))
