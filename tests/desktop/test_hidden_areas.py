"""What is hidden stays out of the room's sight: on the projector, and at the stations."""

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from tests.builders import a_plan
from workshop_tool.desktop.dress.theme import load_fonts
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Slide, Words
from workshop_tool.desktop.projector.views import areas, wall
from workshop_tool.domain.fact import GroupId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import MORNING
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.edits.areas import hide_area
from workshop_tool.site.stations.sheet import area_rows

SIZE = QSizeF(1920, 1080)


def hiding_two() -> Plan:
    """Return a plan of four areas of which number 2, which has group 1's poster, is hidden."""
    plan = a_plan(areas=4, posters=3, groups=2)
    plan = plan.with_item(plan.posters["p2"].revised(groups={MORNING: GroupId("g1")}))
    return hide_area(plan, "a2", hidden=True)


def words_of(slides: list[Slide]) -> str:
    """Return everything that stands on the slides."""
    return "\n".join(mark.text for slide in slides for mark in slide.marks if isinstance(mark, Words))


def test_the_projector_shows_neither_the_area_nor_its_poster(qapp: QApplication) -> None:
    """The others are there."""
    assert qapp is not None
    load_fonts()
    showing = Showing(Workshop(hiding_two()), "", "", "")
    for view in (areas, wall):
        said = words_of(view.slides(showing, SIZE))
        assert "Problem area 2" not in said
        assert "Problem area 3" in said


def test_a_station_shows_a_hidden_area_only_to_the_group_whose_poster_it_is() -> None:
    """Nobody's own work vanishes."""
    plan = hiding_two()
    seen = {group.id: [row.area.number for row in area_rows(plan, group, ())] for group in plan.groups}
    assert seen == {"g1": [1, 2, 3, 4], "g2": [1, 3, 4]}
