"""What an edit of a text and a ballot cost with 10, 1,000 and 10,000 ballots in the file: the same."""

from collections.abc import Iterator
from functools import partial
from itertools import count

from tests.bench.big_rounds import MANY, save_round, vote
from tests.bench.disk import a_folder
from tests.bench.measure import Measure, median, seconds
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.session import WorkshopSession

SIZES = (10, 1000, MANY)
TIMES = 300

_drafts = count()


def measures() -> Iterator[Measure]:
    """Write and vote in three workshops in turn."""
    with a_folder() as folder:
        sessions = [open_workshop(save_round(folder, ballots)) for ballots in SIZES]
        try:
            for name, change in (("an edit of a text", _write), ("a ballot", _vote)):
                turns = [[seconds(partial(change, session)) for session in sessions] for _ in range(TIMES)]
                times = [median(column) for column in zip(*turns, strict=True)]
                yield from _told(name, times)
        finally:
            for session in sessions:
                session.close()


def _told(name: str, times: list[float]) -> Iterator[Measure]:
    for ballots, took in zip(SIZES, times, strict=True):
        yield Measure(f"{name}, {ballots:,} ballots in the file", took * 1000, "ms", None, f"median of {TIMES}")
    yield Measure(f"{name}, {MANY:,} against 10 ballots", times[-1] / times[0], "times", 1.2, "of the medians")


def _write(session: WorkshopSession) -> None:
    session.edit(
        "Write", partial(write_field, poster_id="p1", field="evidence", text=f"Draft {next(_drafts)}")
    ).result()


def _vote(session: WorkshopSession) -> None:
    session.act(vote(0)).result()
