"""From drafts to items of a workshop."""

import pytest

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.trends import Trend
from workshop_tool.lists import ListKind, read_text
from workshop_tool.lists.items import items_from

NESTED = "1. Ferries are late\n   - in winter\n   - on Sundays\n2. Houses stand empty\n3. The school is closing\n"


@pytest.mark.parametrize(("kind", "item"), [("problems", ProblemArea), ("trends", Trend)])
def test_points_beneath_an_item_become_its_note(kind: ListKind, item: type[ProblemArea | Trend]) -> None:
    """No word of the list is lost."""
    first = items_from(read_text(NESTED, kind).drafts, kind)[0]
    assert isinstance(first, item)
    assert first.note == "in winter\non Sundays"


def test_areas_without_a_number_get_the_next_free_one() -> None:
    """Numbers of the list stay, the others fill the gaps."""
    drafts = read_text("- Ferries are late\n- Houses stand empty\n", "problems").drafts
    assert [area.number for area in items_from(drafts, "problems") if isinstance(area, ProblemArea)] == [1, 2]


def test_the_theme_of_a_trend_is_kept_in_its_note() -> None:
    """A trend has no theme of its own; no word of the list is lost."""
    [trend] = items_from(read_text("Health:\n- Fewer nurses\n", "trends").drafts, "trends")
    assert isinstance(trend, Trend)
    assert (trend.label, trend.note) == ("Fewer nurses", "Theme: Health")
