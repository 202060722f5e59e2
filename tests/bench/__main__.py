"""``make bench``: every figure in one run; a goal that is missed is told, never hidden."""

from tests.bench import acknowledgement, first_window, record

for bench in (acknowledgement, record, first_window):
    for measure in bench.measures():
        print(measure.line(), flush=True)  # noqa: T201
