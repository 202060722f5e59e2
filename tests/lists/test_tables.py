# ruff: noqa: RUF001 - dashes as people type them
"""CSV, TSV and cells pasted from a spreadsheet."""

from pathlib import Path

import pytest

from workshop_tool.lists import Draft, Preview, read_file, read_text
from workshop_tool.lists.refusals import FieldTooLong, QuoteUnclosed


def _read(folder: Path, text: str, kind: str = "problems", encoding: str = "utf-8") -> Preview:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return read_file(path, kind)  # type: ignore[arg-type]


def _facts(drafts: tuple[Draft, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(draft.text, draft.number, draft.theme) for draft in drafts]


BOATS = [("Too few boats, and slow", 1, "Sea"), ("No pier", 2, "Land")]


@pytest.mark.parametrize(
    "text",
    [
        'number,text,theme\n1,"Too few boats, and slow",Sea\n2,No pier,Land\n',
        "nr.;Tema;Tekst\n1;Sea;Too few boats, and slow\n2;Land;No pier\n",
        "Problemområde\tNummer\tTema\nToo few boats, and slow\t1\tSea\nNo pier\t2\tLand\n",
        "Thema|Nr.|Problem\nSea|1|Too few boats, and slow\nLand|2|No pier\n",
        "\ufeffNo.;Theme;Problem area\r\n1;Sea;Too few boats, and slow\r\n2;Land;No pier\r\n",
        'Harbour survey;;\n\n#;Theme;Issue\n1;Sea;"Too few boats,\n and slow"\n2;Land;No pier\n',
        "text ; theme ; nr\nToo few boats, and slow ; Sea ; 1\nNo pier ; Land ; 2\n",
    ],
    ids=["comma", "semicolon", "tab", "pipe", "BOM and CRLF", "title above, line break in a cell", "padded"],
)
def test_a_table_is_read_by_its_heading(tmp_path: Path, text: str) -> None:
    """Separator, order and language of the columns do not matter."""
    assert _facts(_read(tmp_path, text).drafts) == BOATS


def test_without_a_heading_columns_are_guessed_and_said(tmp_path: Path) -> None:
    """Whole numbers, the longest text, and words that repeat."""
    text = "1;Sea;Too few boats\n2;Sea;No pier for guests\n3;Land;The road floods\n4;Land;Nobody mends the wall\n"
    preview = _read(tmp_path, text)
    assert (_facts(preview.drafts)[2], len(preview.notes)) == (("The road floods", 3, "Land"), 1)


def test_one_column_keeps_its_commas(tmp_path: Path) -> None:
    """A comma in a text makes no second column."""
    preview = _read(tmp_path, "text\nFog, rain and wind\nNo pier\nToo few, and slow\n")
    assert [draft.text for draft in preview.drafts] == ["Fog, rain and wind", "No pier", "Too few, and slow"]


def test_a_theme_named_once_counts_for_the_rows_below(tmp_path: Path) -> None:
    """Merged cells come out of a spreadsheet like this."""
    preview = _read(tmp_path, "theme;text\nSea;Too few boats\n;No pier\nLand;Dust\n;Noise\n")
    assert [draft.theme for draft in preview.drafts] == ["Sea", "Sea", "Land", "Land"]


def test_a_row_torn_at_a_comma_is_left_out_with_the_reason(tmp_path: Path) -> None:
    """Half a text would be worse than none."""
    preview = _read(tmp_path, "number,text\n1,Too few boats\n2,Fog, rain\n3,No pier\n4,No light\n5,Dust\n6,Mud\n")
    assert [(part.line, "quotation marks" in part.reason) for part in preview.left_out] == [(3, True)]


@pytest.mark.parametrize(
    ("cells", "share"),
    [("0.8", 0.8), ("0,25", 0.25), ("70 %", 0.7), ("Very high", 1.0), ("high", 0.0), ("svært høy", 1.0), ("1", 1.0)],
)
def test_importance_is_read_as_a_share(tmp_path: Path, cells: str, share: float) -> None:
    """As a number from 0 to 1, in percent, or in the words of the axis."""
    [draft] = _read(tmp_path, f"trend;importance\nWarmer water;{cells}\n", "trends").drafts
    assert draft.importance == share


def test_numbers_up_to_a_hundred_are_percent(tmp_path: Path) -> None:
    """The whole column says which scale it uses."""
    drafts = _read(tmp_path, "trend;certainty\nWarmer water;80\nFewer hands;5\n", "trends").drafts
    assert [draft.certainty for draft in drafts] == [0.8, 0.05]


@pytest.mark.parametrize("cell", ["soon", "4", "250"])
def test_what_is_no_share_is_left_open_with_a_note(tmp_path: Path, cell: str) -> None:
    """A guess would put the trend where nobody meant it."""
    preview = _read(tmp_path, f"trend;importance\nWarmer water;{cell}\n", "trends")
    assert (preview.drafts[0].importance, len(preview.notes)) == (None, 1)


def test_origins_are_known_in_other_words(tmp_path: Path) -> None:
    """Norwegian for interviews is understood."""
    [draft] = _read(tmp_path, "Trend;Opphav\nVarmere vann;intervjuer\n", "trends").drafts
    assert draft.origin == "interviews"


@pytest.mark.parametrize(
    "text",
    [
        "Navn;Organisasjon;Sektor\nEva Eksempel;Havnekontoret;forvaltning\n",
        "sector\tname\torganisation\nforvaltning\tEva Eksempel\tHavnekontoret\n",
    ],
)
def test_participants_have_name_organisation_and_sector(tmp_path: Path, text: str) -> None:
    """In any order, in a file or pasted."""
    [draft] = _read(tmp_path, text, "participants").drafts
    assert (draft.name, draft.organisation, draft.sector) == ("Eva Eksempel", "Havnekontoret", "forvaltning")


def test_participants_without_a_heading_are_guessed(tmp_path: Path) -> None:
    """The column of known sectors is the sector."""
    drafts = _read(tmp_path, "Eva A;Port;industry\nOle B;Town;policy\nIda C;Lab;research\n", "participants").drafts
    assert [(draft.name, draft.organisation, draft.sector) for draft in drafts][1] == ("Ole B", "Town", "policy")


def test_cells_pasted_from_a_spreadsheet_are_a_table() -> None:
    """They come with tabs between them."""
    drafts = read_text("1\tToo few boats\n2\tNo pier\n", "problems").drafts
    assert [(draft.number, draft.text) for draft in drafts] == [(1, "Too few boats"), (2, "No pier")]


def test_a_column_nobody_asked_for_is_named(tmp_path: Path) -> None:
    """What is not used is said."""
    assert "Colour" in _read(tmp_path, "text;colour\nNo pier;red\n".replace("colour", "Colour")).notes[0]


def test_a_formula_is_text(tmp_path: Path) -> None:
    """Nothing in a cell is ever worked out."""
    [draft] = _read(tmp_path, 'text;theme\n"=HYPERLINK(""x"")";Sea\n').drafts
    assert draft.text == '=HYPERLINK("x")'


def test_an_unclosed_quote_is_refused_with_its_line(tmp_path: Path) -> None:
    """It would swallow the rows below it."""
    with pytest.raises(QuoteUnclosed, match="line 3"):
        _read(tmp_path, 'number;text\n1;No pier\n2;"Too few boats\n3;Dust\n4;Mud\n5;Fog\n')


def test_a_quote_closed_by_a_later_row_is_refused(tmp_path: Path) -> None:
    """The next quotation mark would end the cell in the wrong place."""
    with pytest.raises(QuoteUnclosed, match="line 2"):
        _read(tmp_path, 'number;text\n1;"No pier\n2;"Dust"\n3;Mud\n')


def test_a_cell_beyond_measure_is_refused_with_its_line(tmp_path: Path) -> None:
    """A cell of more than 131,072 characters is a sign of a broken file."""
    with pytest.raises(FieldTooLong, match="line 2"):
        _read(tmp_path, "number;text\n1;" + "a" * 140_000 + "\n2;No pier\n")


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")]
)
def test_encodings_are_found_and_named(tmp_path: Path, encoding: str, name: str) -> None:
    """As programs in Scandinavia write them."""
    preview = _read(tmp_path, "tekst;tema\nBlåbær på øya – i år;Sjø\n", encoding=encoding)
    assert (preview.drafts[0].text, preview.encoding) == ("Blåbær på øya – i år", name)


def test_first_and_last_names_become_one_name(tmp_path: Path) -> None:
    """As registration forms give them."""
    path = tmp_path / "list.csv"
    path.write_text("Fornavn;Etternavn;Arbeidsgiver\nKari;Moe;Havlaben\nPer;Li;Moe AS\n", encoding="utf-8")
    drafts = read_file(path, "participants").drafts
    assert [(draft.name, draft.organisation) for draft in drafts] == [("Kari Moe", "Havlaben"), ("Per Li", "Moe AS")]


def test_addresses_of_people_are_not_kept() -> None:
    """They are no part of an organisation."""
    [draft] = read_text("Tom Reed, University of the Isles <tom@isles.example>", "participants").drafts
    assert (draft.name, draft.organisation) == ("Tom Reed", "University of the Isles")


def test_the_letters_of_older_machines_are_told_where_windows_has_no_such_sign(tmp_path: Path) -> None:
    """The Å of DOS is nothing in Windows' alphabet."""
    path = tmp_path / "list.txt"
    path.write_bytes("- Bøyer mangler\n- Ågot er alene på vakt\n".encode("cp850"))
    preview = read_file(path, "problems")
    assert (preview.encoding, preview.drafts[1].text) == ("cp850", "Ågot er alene på vakt")
