"""Voters by sector on the projector: every sector, every poster, and a dash where a number would give one away."""

import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF

from tests.builders import a_plan, a_round, a_session, publish, start_round
from workshop_tool.desktop.projector.sectors import sector_pages
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Slide, Words
from workshop_tool.desktop.projector.views import vote
from workshop_tool.desktop.projector.views.result import slides
from workshop_tool.domain.people import Participant
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.facts.sectors import SUPPRESSED
from workshop_tool.services import voting

SIZES = [(1024, 768), (1920, 1080), (3840, 2160)]
SECTORS = ("research", "enterprise", "policy", "users and their organisations", "government", "academia", "councils")


@pytest.fixture(scope="module")
def voted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """Give a published round of twenty posters, with six voters of each of seven sectors."""
    plan = a_plan(areas=20, posters=20)
    for n, sector in enumerate(SECTORS):
        plan = plan.with_new(Participant(id=f"n{n}", name=f"Number {n}", sector=sector))
    session = a_session(tmp_path_factory.mktemp("sectors"), Workshop(plan.settled()))
    start_round(session, a_round())
    for n in range(42):
        dots = {"p1" if n < 40 else "p2": {"priority": 1, "feasibility": 1}}
        cast = partial(voting.cast_ballot, round_id="r1", token=f"t{n}", dots=dots, revision=1)
        session.act(partial(cast, sector=SECTORS[n % 7])).result()
    publish(session, "r1")
    yield session.current
    session.close()


def words(pages: list[Slide]) -> list[Words]:
    return [drawn for page in pages for drawn in page.marks if isinstance(drawn, Words)]


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_sector_and_poster_is_shown_for_each_criterion(size: tuple[int, int], voted: Workshop) -> None:
    """Over as many pages as it takes; what is suppressed is a dash, and a sentence says so on each of them."""
    pages = sector_pages(QSizeF(*size), voted.plan, voted.book("r1").round)
    shown = " ".join(drawn.text for drawn in words(pages))
    breakdown = voted.book("r1").round.breakdown
    assert breakdown is not None
    assert [one for row in breakdown.rows for sector in row.sectors if (one := sector) not in shown] == []
    for page in pages:
        told = " ".join(drawn.text for drawn in words([page]))
        assert "suppressed" in told
    assert SUPPRESSED in [drawn.text for drawn in words(pages)]
    assert {"Priority", "Feasibility"} <= {drawn.text.split(": ")[-1] for drawn in words(pages)}
    assert {"6 voters", "1", "20"} <= {drawn.text for drawn in words(pages)}


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_small_or_on_top_of_something(size: tuple[int, int], voted: Workshop) -> None:
    """With seven sectors whose names are long."""
    picture = QRectF(0, 0, *size)
    for page in sector_pages(QSizeF(*size), voted.plan, voted.book("r1").round):
        placed = words([page])
        assert [drawn for drawn in placed if not picture.contains(drawn.box) or drawn.pixels < size[1] / 30] == []
        assert [1 for a, b in itertools.combinations(placed, 2) if a.box.intersects(b.box)] == []


@pytest.mark.usefixtures("fonts")
def test_the_result_ends_with_them_where_they_are_told(voted: Workshop, tmp_path: Path) -> None:
    """And not in a round in which nobody said a sector."""
    size = QSizeF(1920, 1080)
    assert "Voters by sector: Priority" in [drawn.text for drawn in words(slides(Showing(voted), size))]
    session = a_session(tmp_path)
    start_round(session, a_round())
    publish(session, "r1")
    assert "Voters by sector: Priority" not in [drawn.text for drawn in words(slides(Showing(session.current), size))]
    session.close()


@pytest.mark.usefixtures("fonts")
def test_an_open_run_off_names_only_what_it_asks(tmp_path: Path) -> None:
    """The page for voting and the ranking know nothing of a criterion without dots."""
    session = a_session(tmp_path)
    start_round(session, a_round(dots={"priority": 1, "feasibility": 0}))
    shown = words(vote.slides(Showing(session.current), QSizeF(1920, 1080)))
    publish(session, "r1")
    shown += words(slides(Showing(session.current), QSizeF(1920, 1080)))
    session.close()
    told = " ".join(drawn.text for drawn in shown).lower()
    assert "priority" in told
    assert "feasib" not in told
