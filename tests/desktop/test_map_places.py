"""A map whose places are looked for elsewhere: what still holds stays meanwhile, and the last question wins."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from workshop_tool.desktop.widgets.map_places import AT_ONCE, MapPlaces
from workshop_tool.look.map_layout import Box, Label
from workshop_tool.look.map_sizes import MapQuestion, answer

MANY = AT_ONCE + 6


class Elsewhere:
    """Work that is done when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[..., Any], tuple[object, ...], Callable[[Any], object]]] = []

    def __call__(
        self,
        function: Callable[..., Any],
        *args: object,
        then: Callable[[Any], object],
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Note what is asked."""
        assert failed is not None
        self.asked.append((function, args, then))

    def do_one(self) -> None:
        """Answer what was asked first."""
        function, args, then = self.asked.pop(0)
        then(function(*args))


def a_question(labels: int = MANY, moved: float = 0.0) -> MapQuestion:
    """Ask for labels in a grid; the first one may have moved to the right."""
    placed = tuple(
        Label(f"t{n}", 100 + 150 * (n % 6) + (moved if n == 0 else 0), 60 + 90 * (n // 6), 80, 18)
        for n in range(labels)
    )
    return MapQuestion((placed, placed), Box(0, 0, 1000, 700), 7, 2, 24)


def test_a_small_map_is_laid_out_at_once() -> None:
    """Few labels have their places before anybody sees the map."""
    work = Elsewhere()
    found = MapPlaces(work, lambda: None).find(a_question(AT_ONCE))
    assert (len(found.layout.placed), work.asked) == (AT_ONCE, [])


def test_a_large_map_shows_its_dots_until_the_labels_come() -> None:
    """Every dot stands at once; the labels come with the answer, and whoever shows them is told."""
    work, told = Elsewhere(), list[bool]()
    places = MapPlaces(work, lambda: told.append(True))
    before = places.find(a_question())
    work.do_one()
    assert (len(before.layout.dots), before.layout.placed, told) == (MANY, {}, [True])
    assert places.find(a_question()) == answer(a_question())


def test_a_map_that_stays_as_it_is_asks_nothing() -> None:
    """Coming back to the page looks for no place again."""
    work = Elsewhere()
    places = MapPlaces(work, lambda: None)
    places.find(a_question())
    work.do_one()
    places.find(a_question())
    assert work.asked == []


def test_a_trend_that_moves_takes_no_label_from_the_others() -> None:
    """While new places are looked for, all labels but the moved one stay where they are."""
    work = Elsewhere()
    places = MapPlaces(work, lambda: None)
    places.find(a_question())
    work.do_one()
    settled = places.find(a_question()).layout
    meanwhile = places.find(a_question(moved=20)).layout
    assert meanwhile.placed == {key: place for key, place in settled.placed.items() if key != "t0"}
    assert meanwhile.dots["t0"].x == settled.dots["t0"].x + 20


def test_of_many_moves_only_the_last_is_laid_out() -> None:
    """Nudging a trend asks for one answer at a time, and then for the place where it came to rest."""
    work = Elsewhere()
    places = MapPlaces(work, lambda: None)
    for moved in range(8):
        places.find(a_question(moved=moved))
    work.do_one()
    assert [args[0] for _function, args, _then in work.asked] == [a_question(moved=7)]
    work.do_one()
    assert places.find(a_question(moved=7)) == answer(a_question(moved=7))


@pytest.mark.parametrize("seed", range(6))
def test_who_drags_one_trend_sees_the_others_stay(seed: int) -> None:
    """Among labels that crowd one another, none stands elsewhere for a trend that was dragged past them."""
    places = MapPlaces(None, lambda: None)
    stood = places.find(crowded(seed, 0)).layout.placed
    now = places.find(crowded(seed, 60)).layout.placed
    gone = [key for key in stood if key != "t0" and now.get(key) != stood[key]]
    assert len(gone) <= 1, gone


def crowded(seed: int, moved: float) -> MapQuestion:
    """Ask for labels by chance in a small area; the first one may have moved to the right."""
    chance = random.Random(seed)
    places = [(chance.uniform(60, 500), chance.uniform(30, 350)) for _ in range(26)]
    labels = tuple(Label(f"t{n}", x + (moved if n == 0 else 0), y, 90, 18) for n, (x, y) in enumerate(places))
    return MapQuestion((labels,), Box(0, 0, 640, 400), 6, 2, 40)
