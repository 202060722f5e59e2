"""Blank posters and trend cards: laid out from the template and the list, and nothing of it lost."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.builders import a_workshop
from tests.kit.reading import words_of
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.blank_posters import PosterSize, make_blank_poster
from workshop_tool.kit.trend_cards import make_trend_cards

MM = 72 / 25.4


@pytest.mark.parametrize(("size", "across"), [("A3", 420), ("A1", 841)])
def test_a_blank_poster_fills_its_paper(size: PosterSize, across: float) -> None:
    """One page across, with every field and what it asks."""
    workshop = a_workshop()
    pdf = make_blank_poster(workshop, size)
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert abs(float(page.mediabox.width) - across * MM) < 3
    (words,) = words_of(pdf)
    template = workshop.plan.template
    said = [part.label for part in template.parts] + [text for f in template.fields for text in (f.label, f.prompt)]
    assert [text for text in said if text not in words] == []


def test_a_template_of_thirty_fields_is_one_page() -> None:
    """The grid goes on; the writing becomes smaller."""
    workshop = a_workshop()
    template = workshop.plan.template
    fields = tuple(
        template.fields[n % len(template.fields)].revised(key=f"f{n}", label=f"Asked for {n}.") for n in range(30)
    )
    workshop = workshop.with_plan(workshop.plan.with_template(template.revised(fields=fields)))
    (words,) = words_of(make_blank_poster(workshop))
    assert [n for n in range(30) if f"Asked for {n}." not in words] == []


def test_every_trend_has_its_card() -> None:
    """Eight to a page, in list order, with both scales and no position."""
    pages = words_of(make_trend_cards(a_workshop(trends=9)))
    assert [page.count("Importance") for page in pages] == [8, 1]
    assert [n for n in range(1, 10) if f"Trend {n} " not in " ".join(pages)] == []


@pytest.mark.parametrize("label", ["W" * 300, "Long words that go on and on. " * 16])
def test_a_hostile_label_stays_on_its_card(label: str) -> None:
    """It becomes small and is cut at last; the scales below it stay."""
    workshop = a_workshop(trends=1)
    plan = workshop.plan
    workshop = Workshop(plan.with_item(plan.trends["t1"].revised(label=label)))
    (words,) = words_of(make_trend_cards(workshop))
    assert words.index("…") < words.index("Importance") if "…" in words else label[:290] in words
