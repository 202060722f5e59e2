"""The result of the dot voting: ranking as bars, the matrix, the ledger, ties and other rounds."""

from reportlab.platypus import Flowable, KeepTogether

from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.marks import dot_colour
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.matrix import MatrixFacts
from workshop_tool.record.facts.voting import RankingRow, ResultFacts, VotingFacts
from workshop_tool.record.pdf.blocks import height_of, rows, titled
from workshop_tool.record.pdf.brand import accent_in_use
from workshop_tool.record.pdf.figures.bars import Bar
from workshop_tool.record.pdf.figures.marks import CriterionLabel
from workshop_tool.record.pdf.figures.matrix import MatrixPlot
from workshop_tool.record.pdf.figures.turnout import TurnoutBar
from workshop_tool.record.pdf.plain_table import plain_table
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.sections.sectors import by_sector
from workshop_tool.record.pdf.style import HAIRLINE, LINE, TEXT_HEIGHT, TEXT_WIDTH, Style
from workshop_tool.record.pdf.tables import Columns, DataTable

_NUMBER, _PLACE = 28.0, 34.0
_TITLE_SHARE = 0.46
_PLOTS = ((12, 176.0), (24, 224.0), (10_000, 280.0))
"""How many numbers a plot of such a side shows well, in points."""
_SMALLER = (164.0, 156.0, 150.0)
_ROUND_SHARES = (0.27, 0.19, 0.12, 0.42)
_BESIDE_THE_PLOT = 400
"""Most characters of remarks that stand beside the plot."""
_TABLE = (
    ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, LINE),
)


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the result of the published round; without one, a line that says so."""
    told = facts.voting
    head = section_head(style, told.heading, new_page=told.result is not None)
    result = _result(told.result, style, head, several_rounds=bool(told.other_rounds)) if told.result else []
    rounds = _other_rounds(told, style) if told.other_rounds else []
    return [*head, *result, *rounds]


def _other_rounds(told: VotingFacts, style: Style) -> list[Flowable]:
    head = (_("Round"), "", _("Ballots"), _("Result"))
    lines = [(row.name, row.standing, row.ballots, row.result) for row in told.other_rounds]
    table = plain_table(style, head, lines, [share * TEXT_WIDTH for share in _ROUND_SHARES])
    note = [paragraph(style.caption, told.rounds_note)] if told.rounds_note else []
    return [*titled(paragraph(style.h2, _("Other rounds")), table), *note]


def _result(result: ResultFacts, style: Style, head: list[Flowable], *, several_rounds: bool) -> list[Flowable]:
    parts: list[Flowable] = [_ranking(result, style)]
    if result.table_note:
        parts.append(paragraph(style.caption, result.table_note))
    ledger = _ledger(result, style, several_rounds=several_rounds)
    if result.matrix:
        parts += _fitting(result.matrix, style, [*head, *parts], ledger)
    return [*parts, *ledger, *(by_sector(result.sectors, style) if result.sectors else ())]


def _fitting(matrix: MatrixFacts, style: Style, above: list[Flowable], below: list[Flowable]) -> list[Flowable]:
    """Return the matrix, large where it holds many numbers, and smaller where all of the result has room on a page."""
    usual = next(side for most, side in _PLOTS if len(matrix.points) <= most)
    for side in (usual, *(side for side in _SMALLER if side < usual)):
        drawn = _matrix(matrix, style, side)
        if height_of([*above, *drawn, *below]) <= TEXT_HEIGHT - 4:
            return drawn
    return _matrix(matrix, style, usual)


def _ranking(result: ResultFacts, style: Style) -> DataTable:
    rest = TEXT_WIDTH * (1 - _TITLE_SHARE) - _NUMBER
    bar = rest / len(result.criteria) - _PLACE
    head: list[Flowable | str] = ["", ""]
    for criterion in result.criteria:
        head += [CriterionLabel(criterion, criterion.label), paragraph(style.cell_quiet, _("place"))]
    lines = [head, *(_line(row, result, style, bar) for row in result.rows)]
    widths = [_NUMBER, TEXT_WIDTH * _TITLE_SHARE, *([bar, _PLACE] * len(result.criteria))]
    return DataTable(lines, colWidths=widths, repeatRows=1, style=_TABLE)


def _line(row: RankingRow, result: ResultFacts, style: Style, bar: float) -> list[Flowable | str]:
    line: list[Flowable | str] = [
        paragraph(style.cell_strong, Words(str(row.number), colour=accent_in_use(), link=row.poster)),
        paragraph(style.cell_strong, Words(row.title, colour=LIGHT.ink, link=row.poster)),
    ]
    for cell, criterion in zip(row.cells, result.criteria, strict=True):
        line.append(Bar(cell.share, cell.dots, dot_colour(criterion.colour), bar - 6))
        line.append(paragraph(style.cell_quiet, cell.rank))
    return line


def _matrix(matrix: MatrixFacts, style: Style, side: float) -> list[Flowable]:
    beside = [paragraph(style.cell_strong, _("How to read it")), paragraph(style.cell, matrix.how_to)]
    readings = [paragraph(style.caption, reading) for reading in matrix.readings]
    # a table cell cannot turn a page: hundreds of numbers go below the plot
    beyond = readings if sum(map(len, matrix.readings)) > _BESIDE_THE_PLOT else []
    beside += [] if beyond else readings
    table = Columns([[MatrixPlot(matrix, side), beside]], colWidths=[side + 22, TEXT_WIDTH - side - 22], hAlign="LEFT")
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return [KeepTogether([paragraph(style.h2, matrix.title), table]), *beyond]


def _ledger(result: ResultFacts, style: Style, *, several_rounds: bool) -> list[Flowable]:
    ledger = result.ledger
    table = _ledger_table(result, style)
    told = (
        (_("Round"), (result.round_name,) if several_rounds else ()),
        (_("Turnout"), (ledger.turnout,)),
        (_("Not entered"), (ledger.not_entered,) if ledger.not_entered else ()),
        (_("Late"), (result.late,) if result.late else ()),
        (
            _("Equal dots"),
            (result.tie_rule, *result.ties, *result.decisions) if result.ties or result.decisions else (),
        ),
        (_("Keyed in by"), (ledger.keyed_in_by,) if ledger.keyed_in_by else ()),
        (_("Corrections"), ledger.corrections),
    )
    picture = [TurnoutBar(ledger)] if ledger.parts else []
    return [KeepTogether([paragraph(style.h2, _("Where the dots come from")), *picture, table, *rows(style, told)])]


def _ledger_table(result: ResultFacts, style: Style) -> DataTable:
    ledger = result.ledger
    head = ["", paragraph(style.cell_quiet, _("Ballots"))]
    head += [CriterionLabel(criterion, criterion.label) for criterion in result.criteria]
    lines = [
        [paragraph(style.cell, row.way), *(paragraph(style.cell, text) for text in (row.ballots, *row.dots))]
        for row in ledger.rows
    ]
    widths = [150, 70, *([90] * len(result.criteria))]
    return DataTable([head, *lines], colWidths=widths, repeatRows=1, hAlign="LEFT", style=_TABLE, spaceAfter=8)
