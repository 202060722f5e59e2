"""Reads the rows of a table, from wherever they come, as drafts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workshop_tool.domain.fact import clean_line
from workshop_tool.language import _
from workshop_tool.lists.choices import Column, Offers
from workshop_tool.lists.drafts import Draft, Findings, LeftOut, ListKind
from workshop_tool.lists.people import turned
from workshop_tool.lists.shaping import without_new_mark
from workshop_tool.lists.tables.columns import Role, chosen_columns, guessed_columns, is_heading, named_columns
from workshop_tool.lists.tables.scales import Axis, read_new, read_origin, read_shares

_HEADING_WITHIN = 10
_SAMPLE = 60
_BY_HEADING = 0.98
_BY_GUESS = 0.75
_AXES: tuple[Axis, ...] = ("importance", "certainty")


@dataclass(frozen=True)
class Row:
    """The cells of one row, cleaned, and the line it begins on, counted from 1."""

    cells: tuple[str, ...]
    line: int

    def cell(self, columns: Mapping[Role, int], role: Role) -> str:
        """What the row says under a role; "" where it says nothing."""
        place = columns.get(role)
        return self.cells[place] if place is not None and place < len(self.cells) else ""

    def cells_by_role(self, columns: Mapping[Role, int]) -> dict[Role, str]:
        """What the row says, by role; roles about which it says nothing are not there."""
        width = len(self.cells)
        return {role: text for role, place in columns.items() if place < width and (text := self.cells[place])}

    def with_cell(self, place: int, text: str) -> "Row":
        """The same row with one cell filled in."""
        return replace(self, cells=(*self.cells[:place], text, *self.cells[place + 1 :]))


def read_rows(rows: Sequence[Row], kind: ListKind, encoding: str, chosen: Sequence[str] | None = None) -> Findings:
    """Return a draft for each row that says something; ``chosen`` says what each column is, "" for not read."""
    rows = [Row(tuple(_cleaned(cell) for cell in row.cells), row.line) for row in rows]
    rows = [row for row in rows if any(row.cells)]
    heading = next((place for place, row in enumerate(rows[:_HEADING_WITHIN]) if is_heading(row.cells, kind)), None)
    left_out = [_left_out(row, _("stands above the table's heading")) for row in rows[: heading or 0]]
    body = rows if heading is None else rows[heading + 1 :]
    if not body:
        return Findings(drafts=(), left_out=tuple(left_out), encoding=encoding)
    named = {} if heading is None else named_columns(rows[heading].cells, kind)
    columns = guessed_columns([row.cells for row in body], kind, named)
    if chosen is not None:
        columns = chosen_columns(chosen)
    notes = _notes(None if heading is None else rows[heading], columns)
    body, wide = _set_wide_rows_aside(body, None if heading is None else rows[heading])
    body = _fill_themes_down(body, columns)
    titles = () if heading is None else rows[heading].cells
    drafts, empty, doubts = _drafts(body, columns, kind, titles)
    offers = Offers(columns=_offered(None if heading is None else rows[heading], body, columns))
    away = (*left_out, *wide, *empty)
    return Findings(drafts=drafts, left_out=away, encoding=encoding, notes=(*notes, *doubts), offers=offers)


def _cleaned(cell: str) -> str:
    """Clean a cell; plain letters, most of them, need no look at each character."""
    return " ".join(cell.split()) if cell.isascii() and cell.isprintable() else clean_line(cell)


def _offered(heading: Row | None, body: Sequence[Row], columns: Mapping[Role, int]) -> tuple[Column, ...]:
    """Return what each column was taken for, with its title and first words."""
    roles = {place: role for role, place in columns.items()}
    width = max((len(row.cells) for row in ([heading] if heading else []) + list(body)), default=0)

    def sample(place: int) -> str:
        return next((row.cells[place] for row in body if len(row.cells) > place and row.cells[place]), "")[:_SAMPLE]

    titles = heading.cells if heading else ()
    return tuple(
        Column(title=titles[at] if at < len(titles) else "", sample=sample(at), role=roles.get(at, ""))
        for at in range(width)
    )


def _notes(heading: Row | None, columns: Mapping[Role, int]) -> list[str]:
    if heading is None:
        if len(columns) > 1:
            return [_("The table has no heading; what its columns mean was guessed.")]
        return []
    used = set(columns.values())
    unused = [cell for place, cell in enumerate(heading.cells) if cell and place not in used]
    return [_("The column “{column}” is not used.").format(column=column) for column in unused]


def _set_wide_rows_aside(rows: Sequence[Row], heading: Row | None) -> tuple[list[Row], list[LeftOut]]:
    """Part rows with more filled cells than the heading: their text may have been torn at a comma."""
    width = len(heading.cells) if heading else max(len(row.cells) for row in rows)
    wide = [row for row in rows if any(row.cells[width:])]
    reason = _("more columns than the heading; text with a separator in it needs quotation marks")
    return [row for row in rows if not any(row.cells[width:])], [_left_out(row, reason) for row in wide]


def _fill_themes_down(rows: list[Row], columns: Mapping[Role, int]) -> list[Row]:
    """Carry a theme down to the rows below it where each stands once, as merged cells come out."""
    place = columns.get("theme")
    if place is None or not rows or not rows[0].cell(columns, "theme"):
        return rows
    named = [row.cell(columns, "theme") for row in rows if row.cell(columns, "theme")]
    if len(named) == len(rows) or len(set(named)) < len(named):
        return rows
    filled: list[Row] = []
    theme = ""
    for row in rows:
        theme = row.cell(columns, "theme") or theme
        filled.append(row.with_cell(place, theme))
    return filled


def _drafts(
    rows: Sequence[Row], columns: Mapping[Role, int], kind: ListKind, titles: Sequence[str]
) -> tuple[tuple[Draft, ...], list[LeftOut], list[str]]:
    shares = {axis: _shares(rows, columns, axis, titles) for axis in _AXES}
    confidence = _BY_HEADING if titles else _BY_GUESS
    drafts: list[Draft] = []
    empty: list[LeftOut] = []
    doubts: list[str] = []
    for place, row in enumerate(rows):
        draft = _draft(row, columns, kind, confidence)
        if not draft.text:
            empty.append(_left_out(row, _("no text in this row")))
            continue
        doubts += _doubts(row, columns, {axis: shares[axis][place] for axis in _AXES})
        placed = {axis: share for axis in _AXES if (share := shares[axis][place]) is not None}
        drafts.append(draft.revised(**placed) if placed else draft)
    if kind == "participants":
        drafts = [draft.revised(text=name, name=name) if draft.name else draft for draft, name in _named(drafts)]
    drafts, repeated = _numbered_once(drafts)
    return tuple(drafts), empty, doubts + repeated


def _named(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, str]]:
    """Give each participant with the name the way it is said aloud."""
    return zip(drafts, turned([draft.text for draft in drafts]), strict=True)


def _shares(rows: Sequence[Row], columns: Mapping[Role, int], axis: Axis, titles: Sequence[str]) -> list[float | None]:
    place = columns.get(axis)
    title = titles[place] if place is not None and place < len(titles) else ""
    return read_shares([row.cell(columns, axis) for row in rows], axis, title)


def _draft(row: Row, columns: Mapping[Role, int], kind: ListKind, confidence: float) -> Draft:
    people = kind == "participants"
    said = row.cells_by_role(columns)
    organisation, sector = said.get("organisation"), said.get("sector")
    both = " ".join(filter(None, (said.get("first name"), said.get("last name"))))
    name = said.get("name") or both or None
    words = (name or organisation or sector or "") if people else said.get("text", "")
    text, new = (words, False) if people else without_new_mark(words)
    return Draft(
        text=text,
        number=_number(said.get("number", "")),
        theme=said.get("theme"),
        line=row.line,
        new=new or read_new(said.get("new", "")),
        owner=said.get("owner"),
        note=said.get("note"),
        name=name,
        organisation=organisation,
        sector=sector,
        origin=read_origin(said.get("origin", "")),
        confidence=confidence,
    )


def _number(cell: str) -> int | None:
    digits = cell.strip("().# ")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len("9999")):
        return None
    return int(digits) or None


def _doubts(row: Row, columns: Mapping[Role, int], shares: Mapping[Axis, float | None]) -> list[str]:
    """Say which cells of a row could not be understood."""
    cells: list[tuple[str, bool]] = [(row.cell(columns, axis), shares[axis] is not None) for axis in _AXES]
    cells.append((row.cell(columns, "origin"), read_origin(row.cell(columns, "origin")) is not None))
    note = _("Line {line}: “{cell}” was not understood and is left open.")
    return [note.format(line=row.line, cell=cell) for cell, understood in cells if cell and not understood]


def _numbered_once(drafts: list[Draft]) -> tuple[list[Draft], list[str]]:
    numbers = [draft.number for draft in drafts if draft.number is not None]
    if len(set(numbers)) == len(numbers):
        return drafts, []
    note = _("Some numbers stand twice in the list; the items will be numbered in their order.")
    return [draft.revised(number=None) for draft in drafts], [note]


def _left_out(row: Row, reason: str) -> LeftOut:
    return LeftOut(text=" | ".join(cell for cell in row.cells if cell), reason=reason, line=row.line)
