"""The HO21 sample, exported: every fact of the workshop is found again, in its section and in order."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.record.reading import pages_of, squeezed
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.facts import record_facts
from workshop_tool.record.pdf import print_record
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    """Give the sample."""
    return read_workshop(SAMPLE)


@pytest.fixture(scope="module")
def sections(workshop: Workshop) -> dict[str, str]:
    """Give the text of each section, without blanks: from the page where it begins to where the next one begins."""
    facts = record_facts(workshop)
    printed = print_record(facts)
    pages = pages_of(printed.pdf)
    begins = [(key, printed.places[key]) for key in facts.order]
    ends = [page for _key, page in begins[1:]] + [len(pages)]
    return {
        key: squeezed(" ".join(pages[first - 1 : max(first, last)]))
        for (key, first), last in zip(begins, ends, strict=True)
    }


def lost(texts: Iterator[str], section: str) -> list[str]:
    """Return the texts that are not in a section, wherever its words were broken."""
    return [text for text in texts if squeezed(text).replace("-", "") not in section.replace("-", "")]


def in_order(texts: list[str], section: str) -> bool:
    """Tell whether texts come one after the other."""
    places = [section.replace("-", "").find(squeezed(text).replace("-", "")) for text in texts]
    return -1 not in places and places == sorted(places)


def test_sections_begin_in_order_each_on_its_page(workshop: Workshop) -> None:
    """As the contents and the bookmarks say."""
    facts = record_facts(workshop)
    printed = print_record(facts)
    pages = [printed.places[key] for key in facts.order]
    assert pages == sorted(pages)
    assert len(PdfReader(BytesIO(printed.pdf)).pages) >= pages[-1]


def test_the_cover_says_what_for_whom_and_when(workshop: Workshop, sections: dict[str, str]) -> None:
    """Project, title, subtitle, date, client, host, facilitators, author."""
    told = workshop.plan.particulars
    said = [
        told.project,
        told.title,
        told.subtitle,
        "19 June 2018",
        told.client,
        told.host,
        *told.facilitators,
        told.author,
    ]
    assert lost(iter(said), sections["cover"]) == []


def test_the_introduction_tells_purpose_basis_and_questions(workshop: Workshop, sections: dict[str, str]) -> None:
    """29 interviews, 15 people, five questions in order."""
    told = workshop.plan.particulars
    assert (
        lost(iter([told.introduction, told.purpose, "29 interviews", "15 participants"]), sections["introduction"])
        == []
    )
    assert in_order([question.text for question in workshop.plan.questions], sections["introduction"])


def test_the_programme_lists_every_part_in_order(workshop: Workshop, sections: dict[str, str]) -> None:
    """With its time."""
    parts = [f"{part.starts:%H:%M}" for part in workshop.plan.programme if part.starts]
    assert in_order(parts, sections["programme"])
    assert lost((part.title for part in workshop.plan.programme), sections["programme"]) == []


def test_the_programme_says_how_long_each_part_took(workshop: Workshop, sections: dict[str, str]) -> None:
    """Beside a bar, which would be a guess without it."""
    lasted = [f"{part.title} {part.minutes} min" for part in workshop.plan.programme if part.minutes]
    assert lasted
    assert lost(iter(lasted), sections["programme"]) == []


def test_the_result_keeps_to_one_page_in_norwegian(workshop: Workshop) -> None:
    """Whose title takes two lines: where the dots come from is not pushed onto a page of its own."""
    told = workshop.plan.particulars.revised(language="nb")
    printed = print_record(record_facts(workshop.with_plan(workshop.plan.with_particulars(told))))
    begins = printed.places
    assert min(page for page in begins.values() if page > begins["voting"]) == begins["voting"] + 1


def test_every_trend_stands_in_its_section(workshop: Workshop, sections: dict[str, str]) -> None:
    """Also under what it was called before."""
    trends = workshop.plan.trends
    assert lost((trend.label for trend in trends), sections["trends"]) == []
    assert lost((trend.presented_as for trend in trends if trend.presented_as), sections["trends"]) == []


def test_every_problem_area_stands_in_its_section_in_order(workshop: Workshop, sections: dict[str, str]) -> None:
    """Under its theme and number."""
    areas = sorted(workshop.plan.areas, key=lambda area: area.number)
    assert in_order([f"{area.number}{area.text}" for area in areas], sections["areas"])
    assert lost(iter({area.theme for area in areas}), sections["areas"]) == []


def test_the_result_has_every_count(workshop: Workshop, sections: dict[str, str]) -> None:
    """33 and 11 dots, the leaders first, and what was not entered as a dash."""
    assert "33prioritydotsand11feasibilitydotsonnineposters" in sections["voting"]
    result = record_facts(workshop).voting.result
    assert result
    assert in_order([row.title for row in result.rows], sections["voting"])


def test_every_poster_field_stands_in_the_posters(workshop: Workshop, sections: dict[str, str]) -> None:
    """Word for word, and the posters in list order."""
    posters = workshop.plan.posters_in_list_order()
    points = (point for poster in posters for key in workshop.plan.template.keys for point in poster.points(key))
    assert lost(points, sections["posters"]) == []
    assert in_order([workshop.plan.title_of(poster) for poster in posters], sections["posters"])


def test_links_and_method_tell_the_rest(workshop: Workshop, sections: dict[str, str]) -> None:
    """Which trends drive posters, and where the content comes from."""
    linked = {trend for poster in workshop.plan.posters for trend in poster.trends}
    assert lost((workshop.plan.trends[trend].label for trend in linked), sections["links"]) == []
    source = workshop.plan.particulars.source.split()
    ends = (" ".join(source[:6]), " ".join(source[-6:]))
    assert lost(iter(ends), sections["method"] + sections["appendix"]) == []
