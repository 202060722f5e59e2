"""Reading a workshop that somebody else has open."""

import threading
from functools import partial
from pathlib import Path

from tests.builders import a_session, a_workshop
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.opening import read_workshop

READS = 150


def test_a_reader_beside_a_busy_writer_never_sees_an_older_moment(tmp_path: Path) -> None:
    """However often the journal is folded meanwhile, each reading holds what was acknowledged before it began."""
    session = a_session(tmp_path, a_workshop())
    stop, acknowledged = threading.Event(), 0

    def write() -> None:
        nonlocal acknowledged
        while not stop.is_set():
            number = acknowledged + 1
            session.edit("Count", partial(revise_particulars, present=number)).result()
            acknowledged = number
            session.checkpoint().result()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(READS):
            least = acknowledged
            read = read_workshop(tmp_path / "day.workshop.json").plan.particulars.present or 0
            assert read >= least
    finally:
        stop.set()
        writer.join()
        session.close()
