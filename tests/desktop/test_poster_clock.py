"""The time that a poster still stays, on the projector: it moves no other line, and lies on none."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from tests.desktop.room_sample import sample_plan
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Words
from workshop_tool.desktop.projector.views import poster
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.clock import said_seconds

pytestmark = pytest.mark.usefixtures("fonts")
titles = st.text(st.sampled_from("abcdefghi    ÆØÅ"), min_size=1, max_size=160).filter(str.strip)
seconds = st.integers(0, 59 * 60)
SIZES = [(1024, 768), (1920, 1080), (640, 360)]


@cache
def titled(title: str) -> Workshop:
    """Return the sample with another title on its first poster."""
    plan = sample_plan()
    return Workshop(plan.with_item(plan.posters["poster1"].revised(title=title)))


def lines(title: str, size: tuple[int, int], left: int) -> tuple[Words, list[Words]]:
    """Return the time on the first page of the poster, and all other lines of it."""
    (first, *_more) = poster.slides(Showing(titled(title), item="poster1", turns_in=left), QSizeF(*size))
    words = [mark for mark in first.marks if isinstance(mark, Words)]
    (clock,) = (line for line in words if line.text == said_seconds(left))
    return clock, [line for line in words if line is not clock]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_line_of_a_poster_moves_while_its_time_runs(size: tuple[int, int]) -> None:
    """The room reads on, from four figures to three; among thirty titles one would break anew at any width."""
    titles = [f"{'x' * at} {'ab ' * 40}" for at in range(1, 31)]
    moved = [title for title in titles if lines(title, size, 600)[1] != lines(title, size, 599)[1]]
    assert moved == []


@settings(max_examples=40)
@given(title=titles, size=st.sampled_from(SIZES), left=seconds)
def test_the_time_lies_on_no_other_line(title: str, size: tuple[int, int], left: int) -> None:
    """However long the title is."""
    clock, others = lines(title, size, left)
    assert [line.text for line in others if line.box.intersects(clock.box)] == []
