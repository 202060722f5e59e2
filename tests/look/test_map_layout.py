"""What the trend map's layout promises, whatever trends it is given."""

from itertools import combinations
from math import dist, hypot

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop_tool.look.map_layout import Box, Label, Layout, Point, place_labels, spread_dots

SIDE = 460.0
AREA = Box(0, 0, SIDE, SIDE)
RADIUS = 4.0

spots = st.floats(0, SIDE)
sizes = st.tuples(st.floats(10, 130), st.floats(9, 34))


@st.composite
def maps(draw: st.DrawFn) -> list[Label]:
    """Draw 5 to 60 labels, spread over the map or huddled around a few spots, some on the very same one."""
    count = draw(st.integers(5, 60))
    if draw(st.booleans()):
        dots = draw(st.lists(st.tuples(spots, spots), min_size=count, max_size=count))
    else:
        middles = draw(st.lists(st.tuples(spots, spots), min_size=1, max_size=3))
        near = st.floats(-25, 25)
        moves = draw(st.lists(st.tuples(near, near), min_size=count, max_size=count))
        clamped = [(x + dx, y + dy) for at, (dx, dy) in enumerate(moves) for x, y in [middles[at % len(middles)]]]
        dots = [(min(max(x, 0), SIDE), min(max(y, 0), SIDE)) for x, y in clamped]
    texts = draw(st.lists(sizes, min_size=count, max_size=count))
    return [Label(str(at), x, y, w, h) for at, ((x, y), (w, h)) in enumerate(zip(dots, texts, strict=True))]


def overlap(one: Box, other: Box) -> bool:
    return min(one.right, other.right) > max(one.left, other.left) and min(one.bottom, other.bottom) > max(
        one.top, other.top
    )


def reach(box: Box, dot: Point) -> float:
    return hypot(max(box.left - dot.x, 0, dot.x - box.right), max(box.top - dot.y, 0, dot.y - box.bottom))


def along(layout: Layout, key: str) -> list[Point]:
    """Return points along a label's line, half a unit apart: a check with arithmetic of its own."""
    leader = layout.placed[key].leader
    if leader is None:
        return []
    (x1, y1), (x2, y2) = leader
    steps = int(hypot(x2 - x1, y2 - y1) * 2) + 1
    return [Point(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps + 1)]


def laid_out(labels: list[Label]) -> Layout:
    return place_labels(labels, AREA, dot_radius=RADIUS)


def scattered(count: int, width: float = 92, height: float = 22) -> list[Label]:
    """Return labels over the upper right of the map, where trends gather, by the golden ratio."""
    return [
        Label(str(at), 90 + 340 * (at * 0.618 % 1), 30 + 330 * (at + 0.5) / count, width, height) for at in range(count)
    ]


@settings(max_examples=40, deadline=None)
@given(maps())
def test_no_label_gets_in_anything_s_way(labels: list[Label]) -> None:
    """No placed label overlaps a label, a dot or a line; none leaves the area; lines stay clear of other dots."""
    layout = laid_out(labels)
    for one, other in combinations(layout.placed.values(), 2):
        assert not overlap(one.box, other.box)
    for key, label in layout.placed.items():
        assert AREA.left <= label.box.left
        assert AREA.top <= label.box.top
        assert label.box.right <= AREA.right
        assert label.box.bottom <= AREA.bottom
        assert all(reach(label.box, dot) >= RADIUS for dot in layout.dots.values())
        for point in along(layout, key):
            assert all(reach(other.box, point) > 0 for other in layout.placed.values())
            assert all(dist(dot, point) > RADIUS for at, dot in layout.dots.items() if at != key)


@settings(max_examples=20, deadline=None)
@given(maps())
def test_no_line_crosses_another(labels: list[Label]) -> None:
    """Each line can be followed from its dot to its text."""
    lines = [label.leader for label in laid_out(labels).placed.values() if label.leader]

    def left_of(line: tuple[Point, Point], point: Point) -> bool:
        (x1, y1), (x2, y2) = line
        return (x2 - x1) * (point.y - y1) > (y2 - y1) * (point.x - x1)

    for one, other in combinations(lines, 2):
        parted = left_of(one, other[0]) == left_of(one, other[1]), left_of(other, one[0]) == left_of(other, one[1])
        assert any(parted)


@settings(max_examples=20, deadline=None)
@given(maps())
@example(scattered(42))
def test_a_label_stands_away_from_its_dot_only_where_it_must(labels: list[Label]) -> None:
    """Where a label hangs on a line or is listed, the place right of its dot is taken."""
    layout = laid_out(labels)
    for label in labels:
        if label.key in layout.placed and layout.placed[label.key].leader is None:
            continue
        dot = layout.dots[label.key]
        left, top = dot.x + RADIUS + 2, dot.y - label.height / 2
        beside = Box(left, top, left + label.width, top + label.height)
        roomy = Box(left - 3, top - 3, beside.right + 3, beside.bottom + 3)
        others = [key for key in layout.placed if key != label.key]
        assert (
            beside.right > AREA.right
            or beside.top < AREA.top
            or beside.bottom > AREA.bottom
            or any(overlap(roomy, layout.placed[key].box) for key in others)
            or any(reach(roomy, other) <= RADIUS for key, other in layout.dots.items() if key != label.key)
            or any(reach(roomy, point) == 0 for key in others for point in along(layout, key))
        )


@settings(max_examples=20, deadline=None)
@given(maps())
def test_every_label_is_placed_or_listed_at_its_size(labels: list[Label]) -> None:
    """A label is either on the map with its own size or in the overflow, in the order given."""
    layout = laid_out(labels)
    assert [label.key for label in labels if label.key not in layout.placed] == list(layout.overflow)
    for label in labels:
        if label.key in layout.placed:
            box = layout.placed[label.key].box
            assert (box.right - box.left, box.bottom - box.top) == pytest.approx((label.width, label.height))


@settings(max_examples=10, deadline=None)
@given(maps())
def test_the_same_map_is_always_laid_out_the_same(labels: list[Label]) -> None:
    """Nothing but the labels and their order decides."""
    assert laid_out(labels) == laid_out(list(labels))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=5, max_size=60))
def test_no_dot_covers_another(cells: list[tuple[int, int]]) -> None:
    """Trends that share a place on the map are all to be seen."""
    dots = spread_dots([Point(x * 75.0, y * 75.0) for x, y in cells], AREA, dot_radius=RADIUS)
    assert min(dist(one, other) for one, other in combinations(dots, 2)) >= 2 * RADIUS


def test_dots_that_have_room_keep_their_place() -> None:
    """A place on the map is what the room said: only what would be hidden moves."""
    apart = (Point(0, 0), Point(100, 100), Point(109, 100), Point(SIDE, SIDE))
    assert spread_dots(apart, AREA, dot_radius=RADIUS) == apart


def test_a_workshop_s_trends_all_find_a_place() -> None:
    """Twenty-two trends in two lines of 9 points each fit on a map of half a page."""
    assert laid_out(scattered(22)).overflow == ()


def test_a_nudge_moves_only_what_is_near() -> None:
    """Moving one trend a little leaves the labels far from it where they were."""
    before = [*scattered(12, 60, 11), *(Label(f"far{at}", 20, 400 + 9 * at, 70, 11) for at in range(4))]
    nudged = [Label("far0", 21, 401, 70, 11) if label.key == "far0" else label for label in before]
    still, moved = laid_out(before), laid_out(nudged)
    assert all(still.placed[str(at)] == moved.placed[str(at)] for at in range(12))


def test_a_label_alone_stands_right_of_its_dot_and_left_at_the_edge() -> None:
    """One reads on from the dot; at the right edge, where there is no room, towards it."""
    layout = laid_out([Label("free", 200, 200, 80, 11), Label("edge", 450, 100, 80, 11)])
    assert layout.placed["free"].box.left > 200
    assert layout.placed["edge"].box.right < 450
    assert layout.placed["free"].leader is layout.placed["edge"].leader is None


def test_a_label_wider_than_the_map_is_listed() -> None:
    """What cannot be drawn is said, not squeezed."""
    assert laid_out([Label("wide", 200, 200, 461, 11)]).overflow == ("wide",)


def test_an_empty_map_is_laid_out() -> None:
    """A workshop starts without trends."""
    assert laid_out([]) == Layout(dots={}, placed={}, overflow=())


def test_two_labels_with_one_key_are_a_mistake() -> None:
    """One of them would vanish without a word."""
    with pytest.raises(ValueError, match="one key"):
        laid_out([Label("a", 1, 1, 5, 5), Label("a", 2, 2, 5, 5)])
