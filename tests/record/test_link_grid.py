"""The grid of links marks what the posters said, by shape, and gives way to the table where it would not be clear."""

from tests.record.library import library
from workshop_tool.domain.fact import TrendId
from workshop_tool.record.facts.link_grid import MOST_COLUMNS, area_grid, trend_grid


def test_a_mark_says_what_a_trend_does_to_a_poster() -> None:
    """Poster 10 names two trends; one makes it worse, of the other nothing is said."""
    plan = library().plan
    plan = plan.with_item(plan.posters["p10"].revised(effects={TrendId("t0"): "worse"}))
    grid = trend_grid(plan)
    assert grid is not None
    at = grid.columns.index("10")
    assert [row.marks[at] for row in grid.rows] == ["worse", "named"]
    assert [mark for mark, _words in grid.key] == ["worse", "named"]


def test_only_areas_that_are_linked_have_a_row() -> None:
    """One poster links number 14."""
    grid = area_grid(library().plan)
    assert grid is not None
    assert [row.label.split()[0] for row in grid.rows] == ["14"]


def test_a_workshop_without_links_has_no_grid() -> None:
    """An empty grid says nothing."""
    assert trend_grid(library(most_posters=1).plan) is None
    assert area_grid(library(most_posters=1).plan) is None


def test_a_grid_is_never_wider_than_the_page() -> None:
    """With more posters than this, the table of numbers is clearer."""
    assert len(library().plan.posters) <= MOST_COLUMNS
