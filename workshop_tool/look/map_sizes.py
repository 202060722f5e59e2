"""A map's labels in the largest type in which they are not crowded: pure, so that another process can look for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

from workshop_tool.look.map_layout import Box, Label, Layout, place_labels


@dataclass(frozen=True)
class MapQuestion:
    """What is asked: the same labels measured in each size of type, the largest first, and where they may stand."""

    sizes: tuple[tuple[Label, ...], ...]
    area: Box
    dot_radius: float
    gap: float
    long_leader: float
    """A label farther away from its dot than this is easier to read in smaller type, but near."""


@dataclass(frozen=True)
class MapAnswer:
    """The size that was chosen, by its place in the question, and where everything goes."""

    size: int
    layout: Layout


@dataclass(frozen=True)
class MapBefore:
    """A map as it stood: what was asked, and the answer."""

    question: MapQuestion
    answer: MapAnswer


def answer(question: MapQuestion, before: MapBefore | None = None) -> MapAnswer:
    """Lay the labels out in one size after the other, until they are not crowded or there is no smaller one.

    Where the map stood before, what can stay where it is stays: who moves one trend does not see the others jump.
    """
    made = MapAnswer(0, Layout({}, {}, ()))
    for at, labels in enumerate(question.sizes):
        stood = before and before.question.area == question.area and before.answer.size == at
        layout = _laid_out(question, labels, before.answer.layout if before and stood else None)
        if stood and _is_crowded(layout, question.long_leader):
            afresh = _laid_out(question, labels, None)
            layout = min((layout, afresh), key=lambda each: _trouble(each, question.long_leader))
        made = MapAnswer(at, layout)
        if not _is_crowded(layout, question.long_leader):
            break
    return made


def carried_over(question: MapQuestion, before: MapAnswer, earlier: MapQuestion) -> MapAnswer:
    """Return what can be shown until the answer is there: every dot, and the labels whose dots stayed where they are.

    The others are left out for the moment, and are no overflow.
    """
    labels = question.sizes[before.size]
    stayed = {(label.key, label.x, label.y, label.width, label.height) for label in earlier.sizes[before.size]}
    kept = [label.key for label in labels if (label.key, label.x, label.y, label.width, label.height) in stayed]
    same_area = question.area == earlier.area
    placed = {key: before.layout.placed[key] for key in kept if same_area and key in before.layout.placed}
    dots = {label.key: before.layout.dots[label.key] if label.key in placed else label.dot for label in labels}
    return MapAnswer(before.size, Layout(dots, placed, ()))


def _laid_out(question: MapQuestion, labels: Sequence[Label], before: Layout | None) -> Layout:
    return place_labels(labels, question.area, dot_radius=question.dot_radius, gap=question.gap, before=before)


def _is_crowded(layout: Layout, long_leader: float) -> bool:
    """Tell whether a label found no place, or only one far from its dot."""
    return _trouble(layout, long_leader) > (0, 0)


def _trouble(layout: Layout, long_leader: float) -> tuple[int, int]:
    """Count the labels that found no place, and those that found one far from their dot."""
    leaders = (label.leader for label in layout.placed.values() if label.leader is not None)
    return len(layout.overflow), sum(dist(*leader) > long_leader for leader in leaders)
