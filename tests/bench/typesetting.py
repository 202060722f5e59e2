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
    print(min(took), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
