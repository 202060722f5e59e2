"""Paper ballots: what they list, how they are counted, and that none says whose it is."""

import re
from typing import Any

import pytest

from tests.builders import a_round, a_workshop
from tests.kit.reading import picture_of, words_of
from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.ballot_form import ballot_form
from workshop_tool.kit.paper_ballots import make_paper_ballots

SLIP = re.compile(r"\b\d{6}\b")
PRIORITY, FEASIBILITY = CriterionKey("priority"), CriterionKey("feasibility")


def prepared(**settings: Any) -> Workshop:
    """Return a workshop with four posters and a round prepared with these settings."""
    return a_workshop(posters=4).with_book(Book(a_round(**settings)))


def boxes(**settings: Any) -> dict[str, int]:
    return {column.criterion.key: column.boxes for column in ballot_form(prepared(**settings)).columns}


def test_short_ballots_stand_two_to_a_page() -> None:
    """Three ballots are two pages, each ballot with a slip number of its own."""
    pages = words_of(make_paper_ballots(a_workshop(posters=4), 3))
    assert [len(SLIP.findall(page)) for page in pages] == [2, 1]
    assert len(set(SLIP.findall(" ".join(pages)))) == 3


def test_forty_posters_take_two_pages_with_one_slip_number() -> None:
    """A ballot that falls apart is put together again by its number; every poster is on it once, in list order."""
    pages = words_of(make_paper_ballots(a_workshop(areas=40, posters=40), 2))
    slips = [SLIP.findall(page) for page in pages]
    assert len(pages) == 4
    assert slips[0] == slips[1] != slips[2] == slips[3]
    listed = re.findall(r"Problem area (\d+)", " ".join(pages[:2]))
    assert listed == [str(n) for n in range(1, 41)]


def test_the_slip_is_said_to_be_nobodys() -> None:
    """Whoever sees a number asks what it is for."""
    assert "for corrections only; it is not linked to you" in words_of(make_paper_ballots(a_workshop(posters=2), 1))[0]


def test_five_hundred_long_ballots_are_a_small_file() -> None:
    """The list is in the file once, however many ballots there are."""
    assert len(make_paper_ballots(a_workshop(areas=40, posters=40), 500)) < 2_000_000


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, {PRIORITY: 3, FEASIBILITY: 1}),
        ({"most_per_poster": 2}, {PRIORITY: 2, FEASIBILITY: 1}),
        ({"dots": {PRIORITY: 20, FEASIBILITY: 1}}, {PRIORITY: 0, FEASIBILITY: 1}),
        ({"dots": {PRIORITY: None, FEASIBILITY: 2}}, {PRIORITY: 0, FEASIBILITY: 2}),
        ({"dots": {PRIORITY: 3, FEASIBILITY: 0}}, {PRIORITY: 3}),
    ],
)
def test_a_poster_has_as_many_boxes_as_dots_may_lie_on_it(settings: Any, expected: dict[str, int]) -> None:
    """Where they are unknown or too many a number is written; a criterion without dots is left out."""
    assert boxes(**settings) == expected


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "3 for Priority (P), 1 for Feasibility (F). Cross one box for each."),
        ({"most_per_poster": 2}, "At most 2 of a kind for one poster."),
        ({"own_poster": False}, "None for a poster of your own group."),
        ({"dots": {PRIORITY: None, FEASIBILITY: None}}, "Write how many into the frames."),
    ],
)
def test_the_rules_of_the_round_stand_at_the_top(settings: Any, said: str) -> None:
    """In one line or two."""
    assert said in words_of(make_paper_ballots(prepared(**settings), 1))[0]


def test_a_run_off_lists_its_own_posters_only() -> None:
    """A dot anywhere else would count for nothing."""
    workshop = prepared(only=(PosterId("p2"), PosterId("p3")))
    assert [row.number for row in ballot_form(workshop).rows] == [2, 3]


def test_a_criterion_without_dots_has_no_boxes() -> None:
    """As in a run-off: nobody may tick what is not counted."""
    form = ballot_form(prepared(dots={PRIORITY: 1, FEASIBILITY: 0}))
    assert [column.criterion.key for column in form.columns] == [PRIORITY]
    assert "easib" not in form.rules


@pytest.mark.parametrize("title", ["W" * 300, "<b>Long</b> &amp; <img src='x'> words go on and on " * 6])
def test_a_title_is_printed_whole(title: str) -> None:
    """What one votes on is never cut, and never read as anything but text."""
    workshop = a_workshop(posters=3)
    plan = workshop.plan
    workshop = workshop.with_plan(plan.with_item(plan.posters["p2"].revised(title=title[:300])))
    printed = "".join(" ".join(words_of(make_paper_ballots(workshop, 1))).split())
    assert "".join(title[:300].split()) in printed


def test_boxes_are_seen_without_colour() -> None:
    """On a grey page the shapes of the boxes are there, dark enough."""
    page = picture_of(make_paper_ballots(a_workshop(posters=4), 1))
    right = page.crop((page.width // 4, page.height // 4, page.width // 2, page.height // 2))
    assert min(right.tobytes()) < 140
