"""``make bench``: every figure in one run; a goal that is missed is told, never hidden."""

from tests.bench import (
    acknowledgement,
    desktop,
    disk,
    edit_cost,
    first_window,
    lists,
    map_layout,
    opening,
    preview,
    record,
    room,
)

print(f"The store is measured in build/, on {disk.filesystem()}.", flush=True)  # noqa: T201
for bench in (acknowledgement, edit_cost, opening, record, preview, map_layout, first_window, desktop, room, lists):
    for measure in bench.measures():
        print(measure.line(), flush=True)  # noqa: T201
