"""What the projector shows as the day goes: timer, Wi-Fi that steps back, trends that moved, a result step by step."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSizeF

from tests.desktop.room_sample import count_round, open_session, sample_plan
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.crowd import most_are_in
from workshop_tool.desktop.projector.painting import shade
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Code, Disc, Slide, Words
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId
from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.contrast import contrast_ratio
from workshop_tool.look.qr import qr_matrix
from workshop_tool.look.tokens import DARK, LIGHT
from workshop_tool.look.wifi import Wifi
from workshop_tool.services.now import start_part
from workshop_tool.services.usual_day import usual_day

SIZES = [(1024, 768), (1920, 1080), (3840, 2160)]
SITE = "http://192.168.8.10:8080"
WIFI = Wifi("Workshop", "blue-lake-42")
AT = dt.datetime(2025, 6, 6, 9, 0, tzinfo=dt.UTC)

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """Give a workshop whose dots were counted and published."""
    session = open_session(tmp_path_factory.mktemp("published"))
    count_round(session, publish=True)
    yield session.current
    session.close()


def slides(
    key: str, workshop: Workshop, size: tuple[int, int] = (1920, 1080), *, devices: int = 0, at: dt.datetime = AT
) -> list[Slide]:
    view = next(view for view in VIEWS if view.key == key)
    return view.slides(Showing(workshop, SITE, f"{SITE}/j/K7Q2", "K7Q2", devices, "", WIFI, at), QSizeF(*size))


def texts(slide: Slide) -> str:
    return "\n".join(drawn.text for drawn in slide.marks if isinstance(drawn, Words))


def a_full_workshop() -> Workshop:
    """Return 60 participants, 100 problem areas, 60 trends, 40 posters with every field filled, and a usual day."""
    plan = Plan(sample_plan().particulars)
    for part in usual_day():
        plan = plan.with_new(part)
    for n in range(60):
        plan = plan.with_new(Participant(id=f"n{n}", name=f"No. {n}"))
        place = {"importance": n % 8 / 8, "certainty": n // 8 / 8}
        plan = plan.with_new(Trend(id=f"t{n}", label=f"Trend {n} that takes a few words to say").revised(**place))
    for n in range(1, 101):
        text = f"Problem area {n}, which somebody put into a whole long sentence of its own"
        plan = plan.with_new(ProblemArea(id=f"a{n}", number=n, text=text, theme=f"Theme {n // 20}"))
    for n in range(1, 41):
        fields = {key: "\n".join(f"Point {at} of {key} on {n}" for at in range(6)) for key in plan.template.keys}
        plan = plan.with_new(Poster(id=f"p{n}", area=AreaId(f"a{n}")).revised(fields=fields))
    return Workshop(start_part(plan, next(iter(plan.programme)).id, AT))


@pytest.fixture(scope="module")
def full() -> Workshop:
    """Give it."""
    return a_full_workshop()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["welcome", "programme", "trends", "areas", "wall", "poster", "vote"])
def test_a_full_workshop_goes_on_to_more_pages_and_never_shrinks(
    key: str, size: tuple[int, int], full: Workshop
) -> None:
    """No text is below a thirtieth of the height, and all of it lies inside the picture."""
    picture = QRectF(0, 0, *size)
    words = [drawn for slide in slides(key, full, size) for drawn in slide.marks if isinstance(drawn, Words)]
    assert [drawn for drawn in words if drawn.pixels < size[1] / 30 or not picture.contains(drawn.box)] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("key", "said", "count"), [("areas", "Problem area {n}, which", 100), ("wall", "{n}", 40)])
def test_a_full_list_is_on_its_pages_to_the_last_item(
    key: str, said: str, count: int, size: tuple[int, int], full: Workshop
) -> None:
    """Each is found on exactly the pages it takes."""
    shown = "\n".join(texts(slide) for slide in slides(key, full, size)).replace("\n", " ")
    assert [n for n in range(1, count + 1) if said.format(n=n) not in shown] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("devices", [0, 12])
def test_each_code_takes_two_fifths_of_the_height_without_its_quiet_zone(
    size: tuple[int, int], devices: int, published: Workshop
) -> None:
    """The modules themselves, as they are painted, in whole pixels."""
    sides = []
    for drawn in slides("welcome", published, size, devices=devices)[0].marks:
        if isinstance(drawn, Code):
            matrix = qr_matrix(drawn.text)
            quiet = next(at for at, row in enumerate(matrix) if any(row))
            sides.append(int(drawn.box.width() / len(matrix)) * (len(matrix) - 2 * quiet))
    assert sides
    assert [side for side in sides if side < 0.4 * size[1]] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("devices", "codes"), [(0, 2), (7, 2), (8, 1), (15, 1)])
def test_the_wifi_code_steps_back_once_half_of_the_people_are_in(
    size: tuple[int, int], devices: int, codes: int, published: Workshop
) -> None:
    """Fifteen are expected; name and password stay as text, and nothing lies on anything else."""
    slide = slides("welcome", published, size, devices=devices)[0]
    shown = texts(slide)
    placed = [drawn.box for drawn in slide.marks if isinstance(drawn, Words | Code)]
    assert sum(isinstance(drawn, Code) for drawn in slide.marks) == codes
    assert "blue-lake-42" in shown
    assert "http://192.168.8.10:8080" in shown
    assert not any(a.intersects(b) for at, a in enumerate(placed) for b in placed[at + 1 :])


def test_where_nobody_knows_how_many_come_eight_are_most() -> None:
    """One phone is not everybody."""
    assert [most_are_in(devices, None) for devices in (1, 7, 8)] == [False, False, True]


@pytest.mark.parametrize(
    ("after", "said", "colour"),
    [(0, "45:00", LIGHT.ink), (37, "8:00", LIGHT.attention), (43, "2:00", LIGHT.danger), (46, "+1:00", LIGHT.danger)],
)
def test_the_timer_stands_above_the_programme_in_the_tone_of_the_moment(
    after: int, said: str, colour: str, published: Workshop
) -> None:
    """Orange from a fifth, red from a twentieth, then it counts up."""
    workshop = Workshop(start_part(published.plan, "pp1", AT))
    shown = slides("programme", workshop, at=AT + dt.timedelta(minutes=after))[0]
    [timer] = [drawn for drawn in shown.marks if isinstance(drawn, Words) and drawn.text == said]
    assert timer.colour == colour


def test_a_trend_that_moved_leaves_a_ring_where_it_stood(published: Workshop) -> None:
    """Before and after on one map; one that stayed leaves none."""
    plan = published.plan
    before = sum(isinstance(drawn, Disc) for drawn in slides("trends", Workshop(plan))[0].marks)
    trend = plan.trends["t3"]
    moved = plan.with_item(trend.revised(presented_importance=0.1, presented_certainty=0.1))
    shown = slides("trends", Workshop(moved))[0]
    assert sum(isinstance(drawn, Disc) for drawn in shown.marks) == before + 4
    assert "moved in the workshop" in texts(shown)


def test_a_trend_that_is_added_appears_on_the_map(published: Workshop) -> None:
    """With the picture that follows the workshop, nobody has to do anything."""
    added = Trend(id="added", label="Heat pumps", importance=0.5, certainty=0.5, origin="workshop")
    assert "Heat pumps" in texts(slides("trends", Workshop(published.plan.with_new(added)))[0])


def test_the_ranking_comes_up_from_the_bottom_and_tied_places_together(published: Workshop) -> None:
    """The lower page first; on the top page one place more at each step; the title says who leads only at the end."""
    shown = [texts(slide) for slide in slides("result", published)]
    ranking = [text for text in shown if "Problem area" in text]
    numbers = [[line for line in text.split("\n") if line in {"1", "2", "9", "14", "10", "11"}] for text in ranking[1:]]
    assert "Test benches" in ranking[0]
    assert [len([n for n in row if n in {"10", "11"}]) for row in numbers] == [0, 0, 0, 2]
    assert ["Two areas" in text for text in ranking] == [False] * (len(ranking) - 1) + [True]


def test_only_what_comes_before_the_whole_ranking_is_a_step(published: Workshop) -> None:
    """End skips those, to the page with every place on it."""
    made = slides("result", published)
    whole = next(at for at, slide in enumerate(made) if not slide.is_step)
    assert whole > 0
    assert not any(slide.is_step for slide in made[whole:])
    assert all(len(texts(slide)) < len(texts(made[whole])) for slide in made[:whole])


def test_no_step_of_the_result_says_more_than_is_revealed(published: Workshop) -> None:
    """Before the last step the leaders are nowhere on the picture."""
    ranking = [texts(slide) for slide in slides("result", published) if "Problem area" in texts(slide)]
    assert [text for text in ranking[:-1] if "apprentice" in text] == []


def test_rows_stand_still_while_the_others_come_up(published: Workshop) -> None:
    """A row is at the same height in every step."""
    made = [slide for slide in slides("result", published) if "Pilot lines" in texts(slide)][:-1]
    words = [drawn for slide in made for drawn in slide.marks if isinstance(drawn, Words)]
    places = {drawn.baseline for drawn in words if drawn.text == "ends"}
    assert len(places) == 1


def test_every_ink_of_a_slide_is_read_in_a_dim_room() -> None:
    """The dark picture keeps the contrast of text on its ground."""
    inks = [LIGHT.ink, LIGHT.ink_2, LIGHT.ink_3, LIGHT.accent, LIGHT.attention, LIGHT.danger, LIGHT.new]
    ground = shade(LIGHT.sheet, dark=True)
    assert ground == DARK.sheet
    assert [ink for ink in inks if contrast_ratio(shade(ink, dark=True), ground) < 4.5] == []
