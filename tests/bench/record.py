"""How long the record of the sample takes, once ReportLab is loaded."""

from collections.abc import Iterator
from functools import partial

from tests.bench.measure import Measure, median, seconds
from workshop_tool.record.pdf import make_pdf
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE


def measures() -> Iterator[Measure]:
    """Draw the record five times after a first one that loads fonts."""
    workshop = read_workshop(SAMPLE)
    make_pdf(workshop)
    took = median(seconds(partial(make_pdf, workshop)) for _ in range(5))
    yield Measure("PDF of the sample, after imports", took, "s", 1.0, "median of 5")
