"""``make faults``: store and room under fire, at length. One line for each part; exit code 1 if anything is bad."""

import argparse
import logging
import sys

from tests.faults import crowds, damage, disk, kills, lists, maps, monkey, power, record, room, schedules
from tests.faults.part import Part

PARTS = (
    Part("kills", kills.run),
    Part("power loss", power.run),
    Part("disk errors", disk.run_errors),
    Part("full disk", disk.run_full),
    Part("damage", damage.run),
    Part("starts", crowds.run_starts),
    Part("threads", crowds.run_hammer),
    Part("schedules", schedules.run),
    Part("at once", room.run_bursts),
    Part("trickling", room.run_trickling),
    Part("few files", room.run_scarcity),
    Part("lost packets", room.run_losses),
    Part("window", room.run_window),
    Part("lists", lists.run),
    Part("monkey", monkey.run),
    Part("maps", maps.run),
    Part("hostile text", record.run_hostile),
    Part("any record", record.run_any),
)
MOST_TOLD = 10


def main() -> int:
    """Run all parts, or those that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"which parts: {', '.join(part.name for part in PARTS)}")
    parser.add_argument("--scale", type=float, default=1.0, help="0.1 runs a tenth of everything")
    wanted = parser.parse_args()
    logging.disable()  # that nothing can be saved is here what is wanted
    bad = False
    for part in PARTS:
        if wanted.parts and part.name not in wanted.parts:
            continue
        line, outcome = part.line(wanted.scale)
        print(line, flush=True)  # noqa: T201
        for problem in outcome.bad[:MOST_TOLD]:
            print(f"    {problem}", flush=True)  # noqa: T201
        bad = bad or bool(outcome.bad)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
