"""Maps as crowded as workshops make them: nothing overlaps, most find room, and little moves when one trend does."""

import pytest

from tests.look.map_sets import AREA, KINDS, RADIUS, Kind, set_of, wrongs
from workshop_tool.look.map_layout import Label, Layout, Point, place_labels


def laid_out(labels: list[Label], pushes: int = 150, before: Layout | None = None) -> Layout:
    return place_labels(labels, AREA, dot_radius=RADIUS, gap=2.5, pushes=pushes, before=before)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [5, 22, 45, 60])
def test_nothing_overlaps_however_crowded(kind: Kind, count: int) -> None:
    """Labels, dots and lines are clear of one another; what finds no room is listed."""
    labels = set_of(kind, count, seed=1)
    layout = laid_out(labels)
    assert list(wrongs(layout)) == []
    assert len(layout.placed) + len(layout.overflow) == count


@pytest.mark.parametrize("seed", range(5))
def test_thirty_trends_over_the_map_all_find_room(seed: int) -> None:
    """Of one to three lines each."""
    assert laid_out(set_of("random", 30, seed)).overflow == ()


def test_patience_places_more() -> None:
    """Where the first search leaves some out, a longer one leaves out fewer."""
    labels = set_of("gathered", 60, seed=0)
    assert len(laid_out(labels, pushes=600).overflow) < len(laid_out(labels, pushes=60).overflow)


@pytest.mark.parametrize(("kind", "least"), [("random", 36), ("gathered", 36), ("clustered", 30)])
def test_little_moves_when_one_trend_does(kind: Kind, least: int) -> None:
    """With the layout of a moment ago at hand, nine of ten labels stay where they were; in a crush, three of four."""
    labels = set_of(kind, 40, seed=2)
    before = laid_out(labels)
    first, *others = labels
    nudged = [Label(first.key, first.x + 2, first.y + 1, first.width, first.height), *others]
    after = laid_out(nudged, before=before)
    stayed = [label.key for label in others if after.placed.get(label.key) == before.placed.get(label.key)]
    assert len(stayed) >= least
    assert list(wrongs(after)) == []


def test_no_label_covers_a_mark_that_is_not_its_own() -> None:
    """Where a trend stood before can be seen."""
    label = Label("a", 200, 200, 80, 11)
    mark = Point(240, 200)
    box = place_labels([label], AREA, dot_radius=RADIUS, marks=(mark,)).placed["a"].box
    assert not (box.left <= mark.x <= box.right and box.top <= mark.y <= box.bottom)
