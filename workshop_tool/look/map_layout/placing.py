"""The search for a place for every label: each starts at the place it likes best, and only those in conflict move."""

from collections import deque
from collections.abc import Sequence
from itertools import islice
from math import dist, inf

from workshop_tool.look.map_layout.candidates import Candidates, Field, kept_place
from workshop_tool.look.map_layout.geometry import Box, Point
from workshop_tool.look.map_layout.labels import Label, Layout, PlacedLabel
from workshop_tool.look.map_layout.spreading import spread_dots

PUSHES = 150
"""How often labels may push others aside, shared evenly among them: bounds the time, 60 in one spot included."""
_CROWD = 3
_PUSHED_FOR = 90
"""Best places of a label that others are pushed aside for; what lies farther out it takes where it is free."""


def place_labels(
    labels: Sequence[Label],
    area: Box,
    *,
    dot_radius: float,
    gap: float = 2.0,
    marks: Sequence[Point] = (),
    pushes: int = PUSHES,
    before: Layout | None = None,
) -> Layout:
    """Return where every label goes. The same labels in the same order always give the same layout.

    No placed label overlaps a label, a dot (its own included) or a line, no line crosses another or a dot that is not
    its own, and no label leaves the area. Dots near the area's edge may reach over it.

    Args:
        labels: With keys of their own; the order breaks ties.
        area: What labels must stay inside.
        dot_radius: Of every dot, greater than 0.
        gap: Air between a label and whatever is next to it, 0 or more.
        marks: Further places that no label covers; lines may pass over them.
        pushes: How patiently to search: four times as many place some more labels and take up to four times as long.
        before: A layout of nearly the same labels: what can stay where it stood then, stays.

    Raises:
        ValueError: two labels have one key.
    """
    if len({label.key for label in labels}) < len(labels):
        raise ValueError("two labels have one key")
    dots = spread_dots([label.dot for label in labels], area, dot_radius=dot_radius)
    field = Field(area, dots, dot_radius, gap, marks)
    kept = [kept_place(label, dot, before, field) if before else None for label, dot in zip(labels, dots, strict=True)]
    candidates = [Candidates(label, dot, field, place) for label, dot, place in zip(labels, dots, kept, strict=True)]
    search = _Search(candidates, field, pushes)
    placed = search.run()
    return Layout(
        dots={label.key: dot for label, dot in zip(labels, dots, strict=True)},
        placed={label.key: placed[at] for at, label in enumerate(labels) if at in placed},
        overflow=tuple(label.key for at, label in enumerate(labels) if at not in placed),
    )


class _Search:
    """Labels by number; those that are placed never conflict, so the search may stop at any moment.

    A label without a free place takes the one whose occupants had the least trouble so far and sends them looking
    again (an ejection chain with guided penalties: Nagata and Bräysy 2009, "A powerful route minimization heuristic").
    """

    def __init__(self, candidates: Sequence[Candidates], field: Field, pushes: int) -> None:
        self._candidates = candidates
        self._field = field
        self._placed: dict[int, PlacedLabel] = {}
        self._trouble = [1] * len(candidates)
        self._patience = max(1, pushes // max(1, len(candidates)))
        # who is near gets in the way most often: asking them first answers soonest
        self._neighbours = [_by_distance(label, field.dots) for label in range(len(candidates))]

    def run(self) -> dict[int, PlacedLabel]:
        waiting = self._settle_content()
        best: dict[int, PlacedLabel] = {}
        while waiting:
            label = waiting.popleft()
            if not self._take_free_place(label) and self._trouble[label] <= self._patience:
                waiting.extend(self._push_others_aside(label))
            if len(self._placed) > len(best):
                best = dict(self._placed)
        if len(best) > len(self._placed):
            self._placed = best
        self._pull_home()
        return self._placed

    def _settle_content(self) -> deque[int]:
        """Place each label whose favourite no other favourite touches; return the rest, crowded ones first."""
        favourites = [next(iter(candidates), None) for candidates in self._candidates]
        contested = {
            at
            for one, mine in enumerate(favourites)
            for other, theirs in enumerate(favourites[:one])
            if mine and theirs and self._field.conflict(mine, theirs)
            for at in (one, other)
        }
        self._placed = {
            label: place for label, place in enumerate(favourites) if place is not None and label not in contested
        }
        return deque(sorted(contested, key=lambda label: (self._elbow_room(label), label)))

    def _elbow_room(self, label: int) -> float:
        """Return how far away the third nearest dot is: less of it leaves fewer places to choose from."""
        near = self._neighbours[label][:_CROWD]
        return dist(self._field.dots[label], self._field.dots[near[-1]])

    def _in_the_way(self, label: int, place: PlacedLabel, bearable: float = inf) -> list[int] | None:
        """Return whom a place would push aside, or None where their trouble together is not less than bearable."""
        pushed, trouble = list[int](), 0
        gap, placed = self._field.gap, self._placed
        left, top, right, bottom = place.bounds
        left, top, right, bottom = left - gap, top - gap, right + gap, bottom + gap
        for other in self._neighbours[label]:
            theirs = placed.get(other)
            if theirs is None:
                continue
            # written out, for most questions end here
            their_left, their_top, their_right, their_bottom = theirs.bounds
            if their_left >= right or their_right <= left or their_top >= bottom or their_bottom <= top:
                continue
            if self._field.touch(place, theirs):
                pushed.append(other)
                trouble += self._trouble[other]
                if trouble >= bearable:
                    return None
        return pushed

    def _take_free_place(self, label: int) -> bool:
        """Take the best place that is in nobody's way; say whether there is one."""
        least = 1  # trouble of a single neighbour: none at all is bearable
        free = (place for place in self._candidates[label] if self._in_the_way(label, place, least) is not None)
        place = next(free, None)
        if place is not None:
            self._placed[label] = place
        return place is not None

    def _push_others_aside(self, label: int) -> list[int]:
        """Take the place that costs the others least; return those who lost theirs, in their order."""
        self._trouble[label] += 1
        least, pushed = inf, list[int]()
        for place in islice(self._candidates[label], _PUSHED_FOR):
            others = self._in_the_way(label, place, least)
            if others is not None:
                least, pushed, self._placed[label] = sum(self._trouble[other] for other in others), others, place
        for other in pushed:
            del self._placed[other]
        return sorted(pushed)

    def _pull_home(self) -> None:
        """Let each label take a place it likes better, or any at all, now that the others have settled."""
        before: dict[int, PlacedLabel] = {}
        while before != self._placed:  # each move is to a better place of a finite list
            before = dict(self._placed)
            for label in range(len(self._candidates)):
                self._take_free_place(label)


def _by_distance(label: int, dots: Sequence[Point]) -> list[int]:
    """Return the numbers of the other dots, nearest first."""
    others = (other for other in range(len(dots)) if other != label)
    return sorted(others, key=lambda other: dist(dots[label], dots[other]))
