"""The drawn matrix: every poster can be read, whatever the counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QRectF

from workshop_tool.desktop.widgets.matrix import _DISC, places
from workshop_tool.record.facts.matrix import MatrixPoint

FIELD = QRectF(20, 20, 260, 180)
SHARES = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 1.0])


def a_point(number: int, across: float, up: float) -> MatrixPoint:
    return MatrixPoint(number, across, up, hard=False)


@given(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=20))
def test_no_disc_covers_another(shares: list[tuple[float, float]]) -> None:
    """Posters with the same counts stand side by side."""
    placed = places(tuple(a_point(n, *share) for n, share in enumerate(shares)), FIELD)
    for at, one in enumerate(placed):
        for other in placed[:at]:
            assert QLineF(one.drawn, other.drawn).length() >= _DISC


@given(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=20))
def test_every_disc_stays_in_the_field(shares: list[tuple[float, float]]) -> None:
    """Stepping aside never leads out of the picture."""
    placed = places(tuple(a_point(n, *share) for n, share in enumerate(shares)), FIELD)
    assert all(FIELD.adjusted(-1, -1, 1, 1).contains(place.drawn) for place in placed)


@pytest.mark.parametrize(("across", "up", "x", "y"), [(0, 0, 20, 200), (1, 1, 280, 20), (0.5, 0.5, 150, 110)])
def test_a_disc_that_stands_alone_stands_where_its_counts_put_it(across: float, up: float, x: float, y: float) -> None:
    """Feasible to the right, wanted at the top."""
    (place,) = places((a_point(1, across, up),), FIELD)
    assert (place.drawn.x(), place.drawn.y()) == (x, y)
