"""What it costs to acknowledge one ballot: the same with 10 and with 10,000 ballots in the file."""

import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from tests.bench.measure import Measure, median, seconds
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId, PosterId
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import voting
from workshop_tool.services.opening import open_workshop, save_new
from workshop_tool.services.session import WorkshopSession

ACKS = 400
_tokens = count()


def measures() -> Iterator[Measure]:
    """Cast ballots in turn into a small and a large workshop, in one run on one disk."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_session(Path(folder), ballots) for ballots in (10, 10_000))
        try:
            times = [(seconds(partial(_cast, few)), seconds(partial(_cast, many))) for _ in range(ACKS)]
        finally:
            few.close()
            many.close()
    small, large = (median(column) for column in zip(*times, strict=True))
    yield Measure("ack of one ballot, 10,000 against 10 in the file", large / small, "times", 1.2, f"medians of {ACKS}")
    yield Measure("ack of one ballot with 10,000 in the file", large * 1000, "ms", None, "one at a time, synced")


def _cast(session: WorkshopSession) -> None:
    dots = {"p1": {"priority": 2}, "p2": {"priority": 1, "feasibility": 1}}
    session.act(partial(voting.cast_ballot, round_id="r", token=f"t{next(_tokens)}", dots=dots, revision=1)).result()


def _session(folder: Path, ballots: int) -> WorkshopSession:
    plan = Plan(Particulars(title=f"{ballots} ballots"))
    for number in (1, 2):
        plan = plan.with_new(ProblemArea(id=f"a{number}", number=number, text=f"Area {number}"))
        plan = plan.with_new(Poster(id=f"p{number}", area=AreaId(f"a{number}")))
    posters = (PosterId("p1"), PosterId("p2"))
    book = Book(Round(id="r", name="Dots", state="open", key="00", posters=posters))
    for number in range(ballots):
        allocation = Allocation.model_validate({"dots": {"p1": {"priority": 3}}})
        book = book.with_ballot(Ballot(voter=f"voter{number}", allocation=allocation))
    path = folder / f"{ballots}.workshop.json"
    save_new(Workshop(plan).with_book(book), path)
    return open_workshop(path)
