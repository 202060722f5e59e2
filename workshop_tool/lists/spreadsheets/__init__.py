"""The reader of spreadsheets: .xlsx and .ods. Formulas are never worked out; what was last shown is what is read."""

from workshop_tool.language import _, ngettext
from workshop_tool.lists.choices import Offers
from workshop_tool.lists.drafts import Findings, ListKind
from workshop_tool.lists.refusals import SheetMissing
from workshop_tool.lists.sources import Source
from workshop_tool.lists.spreadsheets import ods, xlsx
from workshop_tool.lists.spreadsheets.sheet import Sheet
from workshop_tool.lists.tables import read_rows

__all__ = ["read", "recognises"]


def recognises(source: Source) -> bool:
    """Say whether the parts of the file are those of a spreadsheet."""
    return xlsx.recognises(source) or ods.recognises(source)


def read(source: Source, kind: ListKind) -> Findings:
    """Return a draft for each row of the chosen sheet, or of the first one that says something.

    Raises:
        SheetMissing: there is no sheet of the chosen name.
        ListRefused: the file is damaged, or holds more than a list.
    """
    format_of = xlsx if xlsx.recognises(source) else ods
    names = format_of.sheet_names(source)
    wanted = source.choices.sheet
    if wanted is not None and wanted not in names:
        raise SheetMissing(file=source.shown_name, sheet=wanted)
    sheet = Sheet(name=wanted or "")
    for name in [wanted] if wanted is not None else names:
        sheet = format_of.read_sheet(source, name)
        if sheet.rows:
            break
    found = read_rows(sheet.rows, kind, "", source.choices.columns)
    notes = [*_notes(sheet), *_others(names, sheet.name), *found.notes]
    offers = Offers(sheets=names if len(names) > 1 else (), columns=found.offers.columns)
    return found.revised(notes=tuple(notes), left_out=(*found.left_out, *sheet.left_out), offers=offers)


def _others(names: tuple[str, ...], read_name: str) -> list[str]:
    if len(names) < 2:  # noqa: PLR2004 - one sheet is no choice
        return []
    return [_("Only the sheet “{sheet}” is read.").format(sheet=read_name)]


def _notes(sheet: Sheet) -> list[str]:
    if not sheet.unknown:
        return []
    count = len(sheet.unknown)
    words = ngettext(
        "{n} cell with a formula holds no result and is left open: {cells}.",
        "{n} cells with a formula hold no result and are left open: {cells}.",
        count,
    )
    shown = ", ".join(sheet.unknown[:5]) + (" …" if count > len(sheet.unknown[:5]) else "")
    return [words.format(n=count, cells=shown)]
