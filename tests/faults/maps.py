"""Two hundred trend maps of 5 to 60 labels, all over the map, gathered or in clusters: nothing may overlap."""

from tests.faults.part import Outcome, scaled
from tests.look.map_sets import AREA, KINDS, RADIUS, set_of, wrongs
from workshop_tool.look.map_layout import place_labels

MAPS = 200
_FEWEST, _MOST = 5, 60


def run(scale: float) -> Outcome:
    """Lay them all out and look for overlaps."""
    bad, placed, labels = [], 0, 0
    maps = scaled(MAPS, scale)
    for at in range(maps):
        kind = KINDS[at % len(KINDS)]
        count = _FEWEST + at * 13 % (_MOST - _FEWEST + 1)
        layout = place_labels(set_of(kind, count, at), AREA, dot_radius=RADIUS, gap=2.5)
        bad += [f"{kind} {count}, seed {at}: {wrong}" for wrong in wrongs(layout)]
        placed, labels = placed + len(layout.placed), labels + count
    return Outcome(f"{maps} maps: {placed:,} of {labels:,} labels placed, the others listed", tuple(bad))
