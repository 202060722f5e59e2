"""Every view of the projector at every size: readable from the back row, nothing cut, nothing too early."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from tests.desktop.room_sample import AREAS, count_round, open_round, open_session, sample_plan
from tests.worded_workshop import worded_workshop
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.showing import Showing, View
from workshop_tool.desktop.projector.slide import Code, Dot, Slide, Words
from workshop_tool.domain.fact import clean_line
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Action
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.dots import mark
from workshop_tool.services.session import WorkshopSession

SIZES = [(1024, 768), (1920, 1080), (3840, 2160)]
SMALLEST = 1 / 30
SITE = "http://192.168.8.10:8080"

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture(scope="module")
def voted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """Give a workshop with one published and one open round."""
    session = open_session(tmp_path_factory.mktemp("voted"))
    count_round(session, publish=True)
    open_round(session)
    yield session.current
    session.close()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give a session on a real file."""
    session = open_session(tmp_path)
    yield session
    session.close()


def slides(key: str, workshop: Workshop, size: tuple[int, int] = (1920, 1080), item: str = "") -> list[Slide]:
    view = next(view for view in VIEWS if view.key == key)
    return view.slides(Showing(workshop, SITE, f"{SITE}/j/K7Q2", "K7Q2", 12, item), QSizeF(*size))


def texts(made: list[Slide]) -> str:
    return "\n".join(drawn.text for slide in made for drawn in slide.marks if isinstance(drawn, Words))


def running_text(made: list[Slide]) -> str:
    return texts(made).replace("\n", " ")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_no_text_is_smaller_than_a_thirtieth_of_the_height(view: View, size: tuple[int, int], voted: Workshop) -> None:
    """What the back row cannot read is not on the projector: lines and the letters of dots alike."""
    made = slides(view.key, voted, size)
    sizes = [drawn.pixels for slide in made for drawn in slide.marks if isinstance(drawn, Words)]
    sizes += [
        round(mark(drawn.criterion.shape).letter_size * drawn.box.height())
        for slide in made
        for drawn in slide.marks
        if isinstance(drawn, Dot)
    ]
    assert [pixels for pixels in sizes if pixels < size[1] * SMALLEST] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_every_mark_lies_inside_the_picture(view: View, size: tuple[int, int], voted: Workshop) -> None:
    """Nothing is cut off at an edge, at any size."""
    picture = QRectF(0, 0, *size)
    marks = [drawn for slide in slides(view.key, voted, size) for drawn in slide.marks]
    assert [drawn for drawn in marks if isinstance(drawn, Words | Dot | Code) and not picture.contains(drawn.box)] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_long_criteria_leave_room_for_the_turnout(size: tuple[int, int]) -> None:
    """What they ask gives way first, then the size of their names; the turnout stands whole below them."""
    (slide,) = slides("vote", worded_workshop("open"), size)
    (turnout,) = (drawn for drawn in slide.marks if isinstance(drawn, Words) and "have voted" in drawn.text)
    assert QRectF(0, 0, *size).contains(turnout.box)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_no_text_lies_on_another(view: View, size: tuple[int, int], voted: Workshop) -> None:
    """Lines, labels of the map and dots keep clear of one another."""
    for slide in slides(view.key, voted, size):
        placed = [drawn for drawn in slide.marks if isinstance(drawn, Words | Dot | Code)]
        meeting = [(a, b) for a, b in itertools.combinations(placed, 2) if a.box.intersects(b.box)]
        assert meeting == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_problem_area_is_on_some_page(size: tuple[int, int], voted: Workshop) -> None:
    """A list that is too long for one page goes on to the next."""
    shown = running_text(slides("areas", voted, size))
    assert [text for text in AREAS if text not in shown] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_trend_is_on_the_map_or_listed(size: tuple[int, int], voted: Workshop) -> None:
    """A label without room on the map is numbered and listed, not dropped."""
    shown = running_text(slides("trends", voted, size))
    assert [trend.label for trend in voted.plan.trends if trend.label not in shown] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_poster_shows_every_line_that_was_written(size: tuple[int, int], voted: Workshop) -> None:
    """A full poster takes more pages; no line of it is left out."""
    shown = running_text(slides("poster", voted, size, item="poster1"))
    lines = [line for text in voted.plan.posters["poster1"].fields.values() for line in text.split("\n")]
    assert [line for line in lines if line not in shown] == []


def test_a_field_longer_than_a_page_is_shown_whole(session: WorkshopSession) -> None:
    """Twenty thousand characters in one field flow through as many pages as they take."""
    words = " ".join(f"word{n}" for n in range(2_000))
    plan = session.current.plan
    poster = plan.posters["poster1"].revised(fields={"evidence": words})
    shown = running_text(slides("poster", Workshop(plan.with_item(poster)), item="poster1"))
    assert [word for word in words.split() if word not in shown] == []


def test_a_page_number_says_where_one_is(voted: Workshop) -> None:
    """Only where there is more than one page."""
    assert "1 / 2" in texts(slides("areas", voted))
    assert " / 1" not in texts(slides("vote", voted))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_every_view_has_a_page_for_an_empty_workshop(view: View) -> None:
    """A view that has nothing to show yet says so."""
    workshop = Workshop(Plan(sample_plan().particulars))
    assert len(view.slides(Showing(workshop), QSizeF(1024, 768))) == 1


def test_voting_shows_the_turnout_and_no_dots(voted: Workshop) -> None:
    """While a round is open, how many voted is all that is seen."""
    shown = texts(slides("vote", voted)).split("\n")
    assert [line for line in shown if any(c.isdigit() for c in line) and "://" not in line and line != "K7Q2"] == [
        "3 for priority",
        "1 for feasibility",
        "11",
        "of 15 have voted",
    ]


@pytest.mark.parametrize("chosen", ["", "c"])
def test_a_result_does_not_show_before_it_is_published(session: WorkshopSession, chosen: str) -> None:
    """Not even for a closed round that is named outright."""
    count_round(session, publish=False)
    made = slides("result", session.current, item=chosen)
    assert texts(made) == "Result\nThe result shows here once the round is published."


def test_dots_stay_off_the_wall_before_they_are_published(session: WorkshopSession) -> None:
    """The cards show no dots of a closed round."""
    count_round(session, publish=False)
    assert not any(isinstance(drawn, Dot) for slide in slides("wall", session.current) for drawn in slide.marks)


def test_a_published_result_says_who_leads(voted: Workshop) -> None:
    """Once the top is shown, the title is the message, and those who are level share their place."""
    assert "\nTwo areas share first place\n" in texts(slides("result", voted, item="c"))


def test_not_entered_is_a_dash_and_never_zero(voted: Workshop) -> None:
    """Poster 7 carries no dots at all: two dashes, no zero."""
    made = slides("result", voted, item="c")
    whole = [slide for slide in made if "Test benches" in texts([slide]) or "Two areas" in texts([slide])]
    shown = texts(whole).split("\n")
    assert "0" not in shown
    assert shown.count("\N{EN DASH}") == 8


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["welcome", "vote"])
def test_the_code_to_scan_takes_two_fifths_of_the_height(key: str, size: tuple[int, int], voted: Workshop) -> None:
    """Phones in the back row read it."""
    codes = [drawn for slide in slides(key, voted, size) for drawn in slide.marks if isinstance(drawn, Code)]
    assert [code.box.height() >= 0.4 * size[1] for code in codes] == [True]


def test_without_the_site_there_is_no_code(voted: Workshop) -> None:
    """Nobody is sent to an address that does not answer."""
    welcome = VIEWS[0].slides(Showing(voted), QSizeF(1920, 1080))
    assert not any(isinstance(drawn, Code) for drawn in welcome[0].marks)


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=200)
sizes = st.tuples(st.integers(320, 4000), st.integers(180, 2400)).filter(lambda size: size[1] <= size[0] * 3 / 4)


@settings(max_examples=25)
@given(size=sizes, texts=st.lists(words, min_size=1, max_size=12), field=words)
def test_whatever_is_written_stays_inside_the_picture(size: tuple[int, int], texts: list[str], field: str) -> None:
    """Any text in any script, at any size from 4 to 3 to the widest screen."""
    plan = sample_plan()
    for number, text in enumerate(texts, start=1):
        if clean_line(text):
            plan = plan.with_item(plan.areas[f"a{number}"].revised(text=text))
            plan = plan.with_item(plan.trends[f"t{number}"].revised(label=text))
    plan = plan.with_item(plan.posters["poster1"].revised(fields={"evidence": field}))
    picture = QRectF(0, 0, *size)
    for key in ("welcome", "areas", "trends", "wall", "poster"):
        marks = [drawn for slide in slides(key, Workshop(plan), size) for drawn in slide.marks]
        assert [m for m in marks if isinstance(m, Words | Dot | Code) and not picture.contains(m.box)] == []


def test_a_heading_stays_with_what_is_below_it() -> None:
    """Blank fields do not tie a poster's fields together, so that a heading ends a column alone."""
    plan = sample_plan()
    poster = plan.posters["poster21"].revised(fields={"evidence": "Half of them\nTwice a year"}, trends=(), links=())
    view = next(view for view in VIEWS if view.key == "poster")
    showing = Showing(Workshop(plan.with_item(poster)), item="poster21")
    made = view.slides(showing, QSizeF(960, 540))
    written = [words for slide in made for words in slide.marks if isinstance(words, Words)]
    headings = [words for words in written if words.text in {field.label for field in plan.template.fields}]
    alone = [
        heading.text
        for heading in headings
        if not any(abs(other.x - heading.x) < 30 and other.baseline > heading.baseline for other in written)
    ]
    assert (len(headings), alone) == (len(plan.template.fields), [])


def test_a_solution_in_rows_says_who_does_what() -> None:
    """The plenary reads it from the back row."""
    row = Action(actor="Ministry", action="pays half", owner="County")
    plan = sample_plan()
    poster = next(iter(plan.posters))
    plan = plan.with_item(poster.revised(actions={"solution_a": (row,)}))
    shown = next(view for view in VIEWS if view.key == "poster")
    slides = shown.slides(Showing(Workshop(plan), item=poster.id), QSizeF(1920, 1080))
    words = " ".join(mark.text for slide in slides for mark in slide.marks if isinstance(mark, Words))
    assert "Ministry: pays half (followed up by County)" in words
