"""The words of a record as a plain document for other typesetters: the same lists, tables and posters."""

from collections.abc import Iterator
from html import escape

from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.posters import FieldFacts, PosterFacts

_CSS = """@page { size: A4; margin: 25mm 20mm 25mm 22mm; @bottom-right { content: counter(page) } }
@page sheet { size: A4 landscape; margin: 16mm }
body { font: 10pt/14pt "Source Sans 3", sans-serif; hyphens: auto }
h1 { font-size: 22pt; line-height: 26pt; break-before: page }
table { border-collapse: collapse; width: 100% }
td { border-bottom: 0.5pt solid #ccc; padding: 3pt; vertical-align: top }
section { page: sheet; break-before: page } section td { width: 33%; height: 70mm; border: 0.5pt solid #999 }"""


def as_html(facts: RecordFacts) -> str:
    """Return the document as HTML, for WeasyPrint and LibreOffice."""
    return (
        f'<html lang="en"><head><meta charset="utf-8"><title>{escape(facts.document.title)}</title>'
        f"<style>{_CSS}</style></head><body>{''.join(_html(facts))}</body></html>"
    )


def _html(facts: RecordFacts) -> Iterator[str]:
    yield f"<h1>{escape(facts.document.title)}</h1>"
    for name, items in _lists(facts):
        yield f"<h1>{escape(name)}</h1><ol>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ol>"
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in _table(facts))
    yield f"<h1>{escape(facts.voting.heading.title)}</h1><table>{rows}</table>"
    for poster in facts.posters.posters:
        fields = [_html_field(field) for field in _fields(poster)]
        lines = "".join(f"<tr>{''.join(fields[at : at + 3])}</tr>" for at in range(0, len(fields), 3))
        yield f"<section><h2>{poster.number} {escape(poster.title)}</h2><table>{lines}</table></section>"


def _html_field(field: FieldFacts) -> str:
    points = "".join(f"<li>{escape(point)}</li>" for point in _points(field))
    return f"<td><b>{escape(field.label)}</b><br>{escape(field.prompt)}<ul>{points}</ul></td>"


def as_typst(facts: RecordFacts) -> str:
    """Return the document for Typst."""
    return "\n".join(_typst(facts))


def _typst(facts: RecordFacts) -> Iterator[str]:
    yield '#set page(paper: "a4", margin: (top: 25mm, right: 20mm, bottom: 25mm, left: 22mm), numbering: "1")'
    yield '#set text(size: 10pt, lang: "en", hyphenate: true)'
    yield f"= #{_quoted(facts.document.title)}"
    for name, items in _lists(facts):
        yield f"#pagebreak()\n= #{_quoted(name)}"
        yield from (f"+ #{_quoted(item)}" for item in items)
    rows = list(_table(facts))
    if rows:
        cells = ", ".join(_quoted(cell) for row in rows for cell in row)
        yield f"#pagebreak()\n= #{_quoted(facts.voting.heading.title)}\n#table(columns: {len(rows[0])}, {cells})"
    for poster in facts.posters.posters:
        cells = ", ".join(f"[{_typst_field(field)}]" for field in _fields(poster))
        body = f"== #{_quoted(f'{poster.number} {poster.title}')}\n#table(columns: (1fr,) * 3, rows: 70mm, {cells})"
        yield f"#page(flipped: true, margin: 16mm)[{body}]"


def _typst_field(field: FieldFacts) -> str:
    points = "\n".join(f"- #{_quoted(point)}" for point in _points(field))
    return f"*#{_quoted(field.label)}* \\ #{_quoted(field.prompt)}\n{points}\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _lists(facts: RecordFacts) -> Iterator[tuple[str, list[str]]]:
    yield facts.trends.heading.title, [f"{trend.label} {trend.details}" for trend in facts.trends.trends]
    yield facts.areas.heading.title, [area.text for theme in facts.areas.themes for area in theme.areas]


def _table(facts: RecordFacts) -> Iterator[list[str]]:
    result = facts.voting.result
    for row in result.rows if result else ():
        yield [str(row.number), row.title, *(text for cell in row.cells for text in (cell.dots, cell.rank))]


def _fields(poster: PosterFacts) -> list[FieldFacts]:
    return [field for part in poster.parts for field in part.fields]


def _points(field: FieldFacts) -> list[str]:
    return [*(link.text for link in field.links), *field.points] or ["not filled in"]
