"""Whatever list somebody writes comes back; whatever bytes somebody picks are read or refused."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.domain.fact import clean_line
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.lists import ListKind, Preview, read_file, read_text
from workshop_tool.lists.characters import mended

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåäöüßéABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÜ"
WORDS = st.text(LETTERS, min_size=2, max_size=12)
SENTENCES = st.lists(WORDS, min_size=2, max_size=9).map(lambda words: " ".join(["So", *words]))
LISTS = st.lists(SENTENCES, min_size=1, max_size=12)
KINDS = st.sampled_from(get_args(ListKind))


def _texts(preview: Preview) -> list[str]:
    return [draft.text for draft in preview.drafts]


@pytest.mark.parametrize("shape", ["{}) {}", "{}. {}", "({}) {}", "Nr. {} {}", "{}: {}", " {}) {}", "{}.\t{}"])
@given(texts=LISTS)
def test_a_numbered_list_comes_back(shape: str, texts: list[str]) -> None:
    """Each text with its number."""
    drafts = read_text("\n".join(shape.format(n, text) for n, text in enumerate(texts, 1)), "problems").drafts
    assert [(draft.number, draft.text) for draft in drafts] == list(enumerate(texts, 1))


@pytest.mark.parametrize("bullet", ["-", "\u2013", "\u2014", "•", "·", "*", "▪", "‣", "\uf0b7", "o"])
@given(texts=LISTS, gap=st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_a_bulleted_list_comes_back(bullet: str, gap: str, texts: list[str]) -> None:
    """With any bullet, and with or without blank lines between."""
    assert _texts(read_text(gap.join(f"{bullet} {text}" for text in texts), "problems")) == texts


@given(texts=LISTS, width=st.integers(40, 90), gap=st.sampled_from(["\n", "\n\n"]))
def test_a_wrapped_list_comes_back(texts: list[str], width: int, gap: str) -> None:
    """With its lines broken at any width, also with blank lines between them."""
    lines = [part for n, text in enumerate(texts, 1) for part in _wrapped(f"{n}) {text.lower()}", width)]
    assert _texts(read_text(gap.join(lines), "problems")) == [text.lower() for text in texts]


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


FIELDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@given(
    rows=st.lists(st.tuples(SENTENCES, FIELDS.map(lambda text: f"x{text}")), min_size=1, max_size=12),
    separator=st.sampled_from(",;\t|"),
)
def test_a_table_comes_back(rows: list[tuple[str, str]], separator: str) -> None:
    """Whatever stands in its cells, as the csv module writes them."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator)
    writer.writerows([("number", "text", "theme"), *((n, *row) for n, row in enumerate(rows, 1))])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        path.write_text(written.getvalue(), encoding="utf-8", newline="")
        drafts = read_file(path, "problems").drafts
    assert [(draft.number, draft.text, draft.theme) for draft in drafts] == [
        (n, text, clean_line(mended(theme))) for n, (text, theme) in enumerate(rows, 1)
    ]


@given(data=st.binary(max_size=400), kind=KINDS, suffix=st.sampled_from([".txt", ".csv", ""]))
def test_any_bytes_are_read_or_refused(data: bytes, kind: ListKind, suffix: str) -> None:
    """With a sentence, never with a crash."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list{suffix}"
        path.write_bytes(data)
        assert _read_or_refused(path, kind)


PIECES = st.sampled_from(
    ["1.", "2)", "(a)", "-", "•", "o ", "\n", "\n\n", " ", "\t", ";", ",", '"', ":", "#", "##", "===", "12", "text",
     "theme", "Name", "new", "(NEW)", "høy", "2030", "and", "a-\nb", "\f", "|", "%", "**", "i.", "ii.", "1.1", "nr"]
)  # fmt: skip


@given(pieces=st.lists(PIECES, max_size=60), kind=KINDS)
def test_any_mix_of_marks_is_read_or_refused(pieces: list[str], kind: ListKind) -> None:
    """The signs lists are made of, in any order."""
    assert _read_or_refused("".join(pieces), kind)


@given(text=st.text(max_size=200), kind=KINDS)
def test_any_pasted_text_is_read_or_refused(text: str, kind: ListKind) -> None:
    """In any script, with lone surrogates and control characters too."""
    assert _read_or_refused(text, kind)


def _read_or_refused(source: Path | str, kind: ListKind) -> bool:
    try:
        preview = read_file(source, kind) if isinstance(source, Path) else read_text(source, kind)
    except WorkshopProblem as problem:
        return bool(str(problem))
    return all(draft.text for draft in preview.drafts) and bool(preview.model_dump_json())
