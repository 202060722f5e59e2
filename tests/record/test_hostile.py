"""Texts that would break a careless report: each is printed as text, or as □, and never as anything else."""

import pytest

from tests.record.library import library
from tests.record.reading import squeezed, text_of
from workshop_tool.domain.fact import FieldKey
from workshop_tool.domain.people import Participant
from workshop_tool.domain.posters import AFTERNOON, MORNING, Part, Poster, PosterField, PosterTemplate
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.pdf import characters_without_glyph, is_right_to_left, make_pdf

SHOWN_AS_TYPED = (
    '<img src="/etc/passwd"/>',
    '<img src="http://127.0.0.1:9/x.png">',
    "an unclosed <b> and <i>another",
    "<font color=red>expr</font> <font color=\"eval('1')\">",
    "Black & white &amp; &#65; &lt;",
    "<para>]]></para><!-- no --> <?x?>",
    "<a href='javascript:x'>here</a> {braces} %s \\n",
    "=HYPERLINK(1)",
    "Ærø, Ångström, ŁÓDŹ, Ελλάδα, Привет",
)
IN_SOME_FONT = ("مرحبا", "שלום", "Հայ", "ლამაზი", "→ ≈ ✓", "日本語の課題", "한국어", "😀🚀")
IN_NO_FONT = ("ไทย", "አማርኛ")


def saying(text: str) -> Workshop:
    """Return a workshop that says a text wherever a person can type one."""
    workshop = library(
        most_posters=2,
        **dict.fromkeys(("title", "project", "subtitle", "client", "place", "host", "author", "purpose"), text),
        introduction=text,
        source=text,
        horizon=text,
        facilitators=(text,),
    )
    plan = workshop.plan
    poster = plan.posters["p1"]
    changed = [
        plan.trends["t0"].revised(label=text, note=text, presented_as=text),
        plan.areas["a1"].revised(text=text, theme=text, note=text),
        plan.questions["q0"].revised(text=text),
        plan.programme["pp0"].revised(title=text, note=text),
        plan.groups["g1"].revised(name=text),
        Participant(id="m0", position=0, name="x", sector=text),
        poster.revised(title=text, note=text, fields=dict.fromkeys(poster.fields, text)),
    ]
    for item in changed:
        plan = plan.with_item(item)
    return workshop.with_plan(plan)


def in_field(text: str) -> Workshop:
    """Return a workshop with a text in one poster field, unchecked, as a damaged file might hold it."""
    workshop = library(most_posters=2)
    poster = workshop.plan.posters["p1"]
    values = {name: getattr(poster, name) for name in Poster.model_fields}
    return Workshop(
        workshop.plan.with_item(Poster.model_construct(**values | {"fields": {FieldKey("evidence"): text}}))
    )


def test_markup_is_printed_as_it_was_typed() -> None:
    """ReportLab would open an image that a text names; here the text is only text."""
    printed = squeezed(text_of(make_pdf(saying(" | ".join(SHOWN_AS_TYPED)))))
    assert {text: printed.count(squeezed(text)) for text in SHOWN_AS_TYPED if printed.count(squeezed(text)) < 15} == {}


def test_scripts_of_the_fallback_font_are_printed() -> None:
    """What the main font lacks comes from another one: every letter is in the file."""
    text = " ".join(IN_SOME_FONT)
    printed = text_of(make_pdf(saying(text)))
    assert [letter for letter in text if letter not in printed] == []


@pytest.mark.parametrize("text", IN_NO_FONT)
def test_what_no_font_has_is_a_square(text: str) -> None:
    """A missing glyph would print as nothing, and nobody would know."""
    assert squeezed(text_of(make_pdf(in_field(text)))).count("□") >= len(text)


def test_the_characters_without_a_glyph_are_known_beforehand() -> None:
    """The window can warn before anything is printed."""
    assert characters_without_glyph(["Størst ไ", "ok →\nไท 日"]) == "ทไ"


@pytest.mark.parametrize(
    "text",
    [
        "\u202eright to left\u202c",
        "zero\u200bwidth\u200djoiner \ufe0f",
        "a\x00b\x07c\x1b[31m",
        "tab\tand\u00a0hard\u2028breaks\u3000of all\x0bkinds",
        "\ud800 lone surrogate",
        "e\u0301 combining Z̸̢a̷l̶g̵o",
    ],
)
def test_invisible_characters_leave_the_visible_ones(text: str) -> None:
    """Control characters and marks of direction are not printed, and take nothing with them."""
    printed = squeezed(text_of(make_pdf(in_field(text))))
    assert all(letter in printed for letter in text if letter.isascii() and letter.isalpha())


def test_a_word_of_300_letters_is_broken() -> None:
    """The word runs over several lines, and all of its letters are there."""
    word = "Q" * 300
    assert squeezed(text_of(make_pdf(saying(word)))).count("Q") > 300 * 15


def test_lines_at_their_cap_everywhere_are_printed() -> None:
    """500 characters in every line of the workshop, wide ones: tables and heads hold them."""
    assert squeezed(text_of(make_pdf(saying("WM" * 250)))).count("W") > 250 * 15


@pytest.mark.parametrize(
    ("piece", "length"),
    [("one sentence after another. ", 20_000), ("line\n", 5_000), ("x", 20_000), ("日", 20_000), ("so on ", 200_000)],
)
def test_a_very_long_field_is_printed_whole(piece: str, length: int) -> None:
    """It runs on over as many pages as it takes; ten times what can be typed takes ten times as long, not more."""
    text = (piece * (length // len(piece) + 1))[: length - 4] + " end"
    printed = squeezed(text_of(make_pdf(in_field(text))))
    assert printed.count(piece[0]) >= text.count(piece[0])


def test_long_notes_and_purposes_are_printed_whole() -> None:
    """Texts outside of posters turn pages too."""
    text = "A sentence on Timbuktu that goes on. " * 450
    workshop = library(2, purpose=text, introduction=text, source=text)
    plan = workshop.plan
    for item in (
        plan.trends["t0"].revised(note=text),
        plan.areas["a1"].revised(note=text),
        plan.programme["pp0"].revised(note=text),
        plan.posters["p1"].revised(note=text),
    ):
        plan = plan.with_item(item)
    assert text_of(make_pdf(workshop.with_plan(plan))).count("Timbuktu") == 7 * 450


@pytest.mark.parametrize("fields", [1, 3, 7, 12, 30])
def test_any_template_is_laid_out(fields: int) -> None:
    """Fields in columns by part, however many there are; a part without fields takes no room."""
    template = PosterTemplate(
        name="Another",
        parts=(Part(key=MORNING, label="Early"), Part(key=AFTERNOON, label="Late")),
        fields=tuple(
            PosterField(key=FieldKey(f"f{n}"), label=f"Asked for {n}.", part=MORNING if n % 3 else AFTERNOON)
            for n in range(fields)
        ),
    )
    plan = library(most_posters=2).plan.with_template(template)
    for poster in plan.posters:
        plan = plan.with_item(poster.revised(fields={FieldKey("f0"): "Something"}, domains={}))
    printed = text_of(make_pdf(Workshop(plan)))
    assert all(printed.count(f"Asked for {n}.") >= len(plan.posters) for n in range(fields))


@pytest.mark.parametrize(("text", "turned"), [("عرب", True), ("עברית", True), ("Größe 日本 Ж 😀", False), ("", False)])
def test_what_is_written_from_right_to_left_is_known(text: str, turned: bool) -> None:
    """So that the window can say how it prints."""
    assert is_right_to_left(["plain", text]) is turned
