"""Sets a document in WeasyPrint or Typst and prints how long that took, once they are loaded.

Arguments: ``weasyprint`` or ``typst``, the source file, how often. It runs in ``.bench``, apart from the project.
"""

import importlib
import resource
import sys
import time
from pathlib import Path


def main(name: str, source: Path, times: int) -> None:
    """Set it once to warm up, then so many times; print the seconds of the quickest, and the peak of memory in MB."""
    typesetter = importlib.import_module(name)

    def set_once() -> int:
        if name == "weasyprint":
            return len(typesetter.HTML(filename=str(source)).write_pdf(pdf_variant="pdf/ua-1"))
        return len(typesetter.compile(str(source)))

    set_once()
    took = []
    for _ in range(times):
        started = time.perf_counter()
        set_once()
        took.append(time.perf_counter() - started)
    print(min(took), _peak())  # noqa: T201


def _peak() -> float:
    """Return this program's peak of memory in MB; what Linux tells first is that of whoever started it, if larger."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
