"""Places for the labels of a map: looked for at once where they are few, left to the worker where they are many."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Final

from workshop_tool.look.map_layout import Box, Label, Layout, place_labels

MANY: Final = 30
"""Labels from which the search may take longer than a window may be still."""
_KEPT: Final = 24
_Key = tuple[tuple[Label, ...], Box, float, float]
_known: dict[_Key, Layout] = {}
_leaves: ContextVar[bool] = ContextVar("leaves", default=False)


class NotPlacedYet(Exception):
    """The places are not known yet; ``search`` finds them, in any process, and ``keep`` takes the answer."""

    def __init__(self, key: _Key) -> None:
        super().__init__()
        self._key = key
        labels, area, radius, gap = key
        self.search = partial(place_labels, labels, area, dot_radius=radius, gap=gap)

    def keep(self, layout: Layout) -> None:
        """Know the places from now on."""
        _keep(self._key, layout)


@contextmanager
def leaving_long_searches() -> Iterator[None]:
    """Raise NotPlacedYet inside, instead of searching for long."""
    token = _leaves.set(True)
    try:
        yield
    finally:
        _leaves.reset(token)


def places_of(labels: Sequence[Label], area: Box, radius: float, gap: float) -> Layout:
    """Return where labels and dots go, in pixels; the last answers are kept.

    Raises:
        NotPlacedYet: they are many, and long searches are left.
    """
    key = (tuple(labels), area, radius, gap)
    if key not in _known:
        if _leaves.get() and len(labels) > MANY:
            raise NotPlacedYet(key)
        _keep(key, place_labels(labels, area, dot_radius=radius, gap=gap))
    return _known[key]


def _keep(key: _Key, layout: Layout) -> None:
    _known[key] = layout
    while len(_known) > _KEPT:
        del _known[next(iter(_known))]
