"""How long the layout of a trend map takes, by the number of its labels."""

from collections.abc import Iterator
from functools import partial

from tests.bench.measure import Measure, median, seconds
from tests.look.map_sets import AREA, RADIUS, set_of
from workshop_tool.look.map_layout import place_labels

SIZES = (5, 15, 30, 45, 60)
SETS = 7


def measures() -> Iterator[Measure]:
    """Lay out seven sets of each size over the map; sets gathered in its upper right take up to three times as long."""
    for size in SIZES:
        sets = [set_of("random", size, seed) for seed in range(SETS)]
        lay_out = partial(place_labels, area=AREA, dot_radius=RADIUS, gap=2.5)
        took = median(seconds(partial(lay_out, labels)) for labels in sets)
        left = sum(len(lay_out(labels).overflow) for labels in sets)
        how = f"median of {SETS} sets; {left} of {SETS * size} labels listed instead"
        yield Measure(f"map of {size} labels laid out", 1000 * took, "ms", 100.0 if size == SIZES[-1] else None, how)
