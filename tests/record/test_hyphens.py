"""Words are broken by the rules of the record's language, and found whole by whoever searches."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.record.library import library
from tests.record.reading import text_of
from workshop_tool.look.fonts import SEMIBOLD
from workshop_tool.paper.hyphens import broken, hyphenating
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.pdf import make_pdf
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.style import Style

SOFT = "\N{SOFT HYPHEN}"


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        ("nb", "kommunehelsetjenesten", "kommunehelse|tjenesten"),
        ("da", "arbejdsmarkedet", "arbejds|markedet"),
        ("de", "Gesundheitsforschung", "Gesundheits|forschung"),
        ("en", "municipality", "municip|ality"),
    ],
)
def test_a_word_is_broken_as_its_language_does(language: str, word: str, parts: str) -> None:
    """Between its parts, never inside them."""
    with hyphenating(language):
        assert tuple(parts.split("|")) in set(broken(word))


def test_no_word_is_broken_in_a_language_without_rules() -> None:
    """A wrong hyphen is worse than a ragged edge."""
    with hyphenating("fi"):
        assert list(broken("terveydenhuollossa")) == []


def test_broken_words_are_found_whole() -> None:
    """Long words over a whole paragraph: some are broken, and each is found as often as it was written."""
    words = ("Forskningsinfrastrukturen", "kommunehelsetjenesten", "samarbeidsorganisasjonene")
    pdf = make_pdf(library(language="nb", introduction=" ".join(words * 12)))
    drawn = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert drawn.count(SOFT) >= 5
    assert [text_of(pdf).count(word) for word in words] == [12, 12, 12]


@pytest.mark.parametrize("more", [(), (Words(" in bold", font=SEMIBOLD.name),)])
def test_the_last_line_is_never_the_end_of_a_word(more: tuple[Words, ...]) -> None:
    """In one font and in several, at every width: where the last word fits a line, it stands there whole."""
    text = "Fifteen people took part, from academia, enterprise, research, government, policy and research councils"
    body = Style(Anchors({})).cell
    with hyphenating("en"):
        for width in range(90, 400):
            block = paragraph(body, *more, text) if more else paragraph(body, text)
            block.wrap(width, 1000)
            last = block.blPara.lines[-1]
            words = last[1] if isinstance(last, tuple) else "".join(piece.text for piece in last.words).split()
            assert words[-1] == "councils", width
