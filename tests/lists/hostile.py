"""Files made to harm or to break: each a name and its bytes."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

SAMPLES: Final = Path(__file__).with_name("samples")
_BOMB: Final = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 10 + '"><!ENTITY c "' + "&b;" * 10 + '">]>'
_XXE: Final = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_MAIN: Final = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "xlsx": "xl/worksheets/sheet1.xml",
    "pptx": "ppt/slides/slide1.xml",
}
_REPEATED: Final = b'<table:table-row table:number-rows-repeated="1048576">'
_FAR_CELL: Final = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far away</t></is></c></row>'
_SHEET: Final = "xl/worksheets/sheet1.xml"


def changed(sample: str, parts: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return a sample with some of its parts rewritten."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(SAMPLES / sample) as given,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
    ):
        for info in given.infolist():
            data = given.read(info)
            made.writestr(info.filename, parts[info.filename](data) if info.filename in parts else data)
    return packed.getvalue()


def _with_doctype(declared: str) -> Callable[[bytes], bytes]:
    def rewrite(data: bytes) -> bytes:
        head, mark, rest = data.partition(b"?>")
        return head + mark + declared.encode() + rest

    return rewrite


def _sheet(rows: Iterable[str]) -> Callable[[bytes], bytes]:
    written = f'<worksheet xmlns="m"><dimension ref="A1:B2"/><sheetData>{"".join(rows)}</sheetData></worksheet>'
    return lambda _data: written.encode()


def _cell(number: int) -> str:
    return f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>item {number}</t></is></c></row>'


def _formula(number: int) -> str:
    calls = 'HYPERLINK("http://192.0.2.1/")&amp;WEBSERVICE("http://192.0.2.1/")'
    return f'<row r="{number}"><c r="A{number}" t="str"><f>{calls}</f><v>shown {number}</v></c></row>'


def _paragraphs(_data: bytes) -> bytes:
    return b'<w:document xmlns:w="w"><w:body>' + b"<w:p/>" * 800_000 + b"</w:body></w:document>"


def _deep(_data: bytes) -> bytes:
    return b"<d>" + b"<p>" * 100_000 + b"</p>" * 100_000 + b"</d>"


def hostile_files() -> dict[str, Callable[[], bytes]]:
    """Return how to make each file that must be refused or capped, quickly and in little memory."""
    return {**_packed_files(), **_plain_files(), **_pdf_files()}


def _packed_files() -> dict[str, Callable[[], bytes]]:
    files: dict[str, Callable[[], bytes]] = {}
    for ending, part in _MAIN.items():
        sample = {"docx": "list.docx", "odt": "list.odt", "xlsx": "sheet.xlsx", "pptx": "slides.pptx"}[ending]
        files[f"billion laughs.{ending}"] = partial(changed, sample, {part: _with_doctype(_BOMB)})
        files[f"outside entity.{ending}"] = partial(changed, sample, {part: _with_doctype(_XXE)})
        files[f"blown up.{ending}"] = partial(changed, sample, {part: lambda data: data + b" " * 200_000_000})
        files[f"deep.{ending}"] = partial(changed, sample, {part: _deep})
        files[f"truncated.{ending}"] = partial(_truncated, sample)
    files["paragraphs.docx"] = partial(changed, "list.docx", {"word/document.xml": _paragraphs})
    files["stale dimension.xlsx"] = partial(changed, "sheet.xlsx", {_SHEET: _sheet(map(_cell, range(1, 301)))})
    files["far cell.xlsx"] = partial(changed, "sheet.xlsx", {_SHEET: _sheet([_cell(1), _cell(2), _FAR_CELL])})
    files["formulas.xlsx"] = partial(changed, "sheet.xlsx", {_SHEET: _sheet([_cell(1), *map(_formula, (2, 3))])})
    files["many rows.xlsx"] = partial(changed, "sheet.xlsx", {_SHEET: _many_rows})
    files["repeated rows.ods"] = partial(
        changed, "sheet.ods", {"content.xml": lambda data: data.replace(b"<table:table-row>", _REPEATED)}
    )
    files["many parts.zip"] = _many_parts
    files["picture.docx"] = lambda: b"\x89PNG\r\n\x1a\n" + bytes(2_000)
    files["old.xlsx"] = lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)
    return files


def _plain_files() -> dict[str, Callable[[], bytes]]:
    return {
        "million lines.txt": lambda: b"- a\n" * 1_000_000,
        "long line.txt": lambda: b"- " + b"a b " * 1_000_000,
        "blanks.txt": lambda: b"- a" + b" " * 4_000_000 + b"b",
        "quotes.csv": lambda: b'text;theme\n"fog;sea\n' + b"wind;sea\n" * 100_000,
        "field.csv": lambda: b'text;theme\n"' + b"fog " * 100_000 + b'";sea\n',
        "nul.txt": lambda: b"- fog\n- wi\0nd\n" * 1_000,
        "deep.json": lambda: b"[" * 200_000 + b"]" * 200_000,
        "double.json": lambda: b'[{"text": "fog", "text": "wind"}]',
        "nan.json": lambda: b'[{"text": "fog", "importance": NaN}]',
        "endless.json": lambda: b'[{"text": "fog", "importance": 1e999}]',
        "digits.json": lambda: b'[{"text": "fog", "number": ' + b"9" * 5_000 + b"}]",
        "cut.json": lambda: b'[{"text": "fog"}, {"text": "wi',
    }


def _pdf_files() -> dict[str, Callable[[], bytes]]:
    letters, page = b"(a) Tj 1 0 Td ", b"BT /F1 12 Tf 10 700 Td "
    return {
        "cut.pdf": lambda: (SAMPLES / "pages.pdf").read_bytes()[:300],
        "blanks.pdf": lambda: _packed_pdf(b" " * 200_000_000),
        "packed twice.pdf": lambda: _packed_pdf(b" " * 200_000_000, times=2),
        "letters.pdf": lambda: _packed_pdf(page + letters * 3_000_000 + b"ET"),
        "many letters.pdf": lambda: _packed_pdf(page + letters * 900_000 + b"ET"),
        "same page again.pdf": lambda: _packed_pdf(b"0 0 m 9 9 l S " * 900_000, pages=500),
    }


def _truncated(sample: str) -> bytes:
    return (SAMPLES / sample).read_bytes()[:-3_000]


def _many_rows(data: bytes) -> bytes:
    return _sheet(map(_cell, range(1, 200_001)))(data)


def _packed_pdf(content: bytes, times: int = 1, pages: int = 1) -> bytes:
    """Return a PDF whose pages share one content, packed once or several times over."""
    for _round in range(times):
        content = zlib.compress(content, 9)
    filters = b"[" + b"/FlateDecode" * times + b"]"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * pages, pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter%b>>stream\n%b\nendstream" % (len(content), filters, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    bodies = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, body) for number, body in enumerate(objects, 1))
    return b"%PDF-1.4\n" + bodies + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


def _many_parts() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for number in range(20_000):
            made.writestr(f"{number}", b"")
    return packed.getvalue()
