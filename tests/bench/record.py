"""How long the record takes, once ReportLab is loaded: the sample, many posters, and beside other typesetters.

The others make a plainer document of the same words: no map, no figures, no table of contents. WeasyPrint and Typst
stand in ``.bench``, apart from what is locked; where they or LibreOffice are missing, a line says so.
"""

import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from tests.bench.comparable import as_html, as_typst
from tests.bench.measure import Measure, median, seconds
from tests.record.library import library
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.facts import record_facts
from workshop_tool.record.pdf import make_pdf
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE

FEW, MANY = 50, 500
_BENCH = Path(".bench/bin/python")
_SCRIPT = Path(__file__).with_name("typesetting.py")
_TIMES = 3


def measures() -> Iterator[Measure]:
    """Draw the sample five times after a first one that loads fonts; then posters by the hundred; then the others."""
    workshop = read_workshop(SAMPLE)
    make_pdf(workshop)
    took = median(seconds(partial(make_pdf, workshop)) for _ in range(5))
    yield Measure("PDF of the sample, after imports", took, "s", 1.0, "median of 5")
    few, many = (min(seconds(partial(make_pdf, with_posters(n))) for _ in range(2)) / n for n in (FEW, MANY))
    yield Measure(f"cost per poster, {MANY} against {FEW}", many / few, "times", 1.2, f"{1000 * many:.1f} ms each")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measure("peak memory of the process so far", peak, "MB", None, f"with {MANY} posters printed")
    yield from _beside_others()


def with_posters(posters: int) -> Workshop:
    """Return the invented workshop with so many posters, each on an area of its own and filled in as the first one."""
    workshop = library()
    plan, first = workshop.plan, workshop.plan.posters["p10"]
    numbers = count(len(plan.areas) + 1)
    for _ in range(posters - len(plan.posters)):
        number = next(numbers)
        plan = plan.with_item(ProblemArea(id=f"a{number}", position=number, number=number, text=f"Area {number}"))
        plan = plan.with_item(first.revised(id=f"p{number}", position=number, area=AreaId(f"a{number}"), title=""))
    return workshop.with_plan(plan)


def _beside_others() -> Iterator[Measure]:
    workshop = library()
    facts = record_facts(workshop)
    make_pdf(workshop)
    ours = min(seconds(partial(make_pdf, workshop)) for _ in range(_TIMES))
    yield Measure("the record of nine posters", ours, "s", None, f"quickest of {_TIMES}")
    with tempfile.TemporaryDirectory() as name:
        html, typst = Path(name) / "record.html", Path(name) / "record.typ"
        html.write_text(as_html(facts), "utf-8")
        typst.write_text(as_typst(facts), "utf-8")
        for typesetter, source, least in (("weasyprint", html, 5.0), ("typst", typst, 1.0)):
            command = [str(_BENCH), str(_SCRIPT), typesetter, str(source), str(_TIMES)]
            done = subprocess.run(command, capture_output=True, text=True, check=False) if _BENCH.exists() else None
            if done is None or done.returncode:
                yield Measure(
                    f"{typesetter}: not here, so not measured", 0.0, "", None, "make bench gets it into .bench"
                )
                continue
            took, memory = map(float, done.stdout.split())
            yield Measure(
                f"{typesetter}, as many times our time",
                took / ours,
                "times",
                None,
                f"{took:.2f} s, {memory:.0f} MB",
                least,
            )
        yield from _libreoffice(html, ours)


def _libreoffice(html: Path, ours: float) -> Iterator[Measure]:
    office = shutil.which("soffice")
    if office is None:
        yield Measure("LibreOffice: not here, so not measured", 0.0, "", None, "")
        return
    command = [office, "--headless", f"-env:UserInstallation=file://{html.parent}/office", "--convert-to", "pdf"]
    convert = partial(
        subprocess.run, [*command, "--outdir", html.parent, html], capture_output=True, timeout=120, check=False
    )
    convert()
    took = min(seconds(convert) for _ in range(_TIMES))
    yield Measure(
        "LibreOffice, as many times our time", took / ours, "times", None, f"{took:.2f} s, its start included", 1.0
    )
