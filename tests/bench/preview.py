"""How soon an edit is seen on the Record page: the section that is written, alone, ahead of the rest, in the worker."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.bench.measure import Measure, median, seconds
from tests.full_workshop import full_workshop
from workshop_tool.desktop.background.gauge import Gauge
from workshop_tool.desktop.pages.record.drawing import Look, Preview, draw_record, draw_section
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.sections import KEYS
from workshop_tool.services.edits.record import revise_section
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE

_SIZE = (900, 1200)
_GOAL = 0.3


def measures() -> Iterator[Measure]:
    """Write in each section of the sample, and then of the fullest workshop that the window is made for."""
    yield from _of(read_workshop(SAMPLE), "20 pages")
    yield from _of(full_workshop(), "full: 60 trends, 100 areas, 40 posters, 10,000 ballots")


def _of(workshop: Workshop, what: str) -> Iterator[Measure]:
    """Measure from the window's hand to the picture back, once the worker is warm."""
    gauge = Gauge()
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:

        def whole() -> Preview:
            return pool.submit(draw_record, workshop, SAMPLE, 0, _SIZE, gauge.path).result()

        look = Look(0, _SIZE, whole().places)

        def section(key: str) -> None:
            pool.submit(draw_section, _written(workshop, key), SAMPLE, key, look).result()

        took = {key: median(seconds(lambda key=key: section(key)) for _ in range(3)) for key in KEYS}  # type: ignore[misc]
        rest = median(seconds(whole) for _ in range(3))
    gauge.remove()
    slowest = max(took, key=lambda key: took[key])
    yield Measure(
        "Edit of a section seen, the median one", median(took.values()), "s", _GOAL, f"median of 3 each; {what}"
    )
    yield Measure("Edit of a section seen, the slowest", took[slowest], "s", _GOAL, f"{slowest}; {what}")
    yield Measure("The whole record behind it", rest, "s", 2.0, f"tags and all; {what}")


def _written(workshop: Workshop, key: str) -> Workshop:
    return workshop.with_plan(revise_section(workshop.plan, key, KEYS, text="What we think of it."))
