"""The demo: a whole workshop from raw lists to the printed record, told step by step with how long each took."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.result import Result
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.pdf import make_pdf
from workshop_tool.rehearsal import day
from workshop_tool.rehearsal.participants import hold_vote
from workshop_tool.rehearsal.pictures import take_pictures
from workshop_tool.rehearsal.stories import Story, total
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.exchange import read_exchange, to_exchange
from workshop_tool.services.opening import free_path, open_workshop, save_new
from workshop_tool.services.photos import pictures_of
from workshop_tool.services.sample import SAMPLE_LISTS
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site
from workshop_tool.store.durable import replace_file

LOOPBACK: Final = "127.0.0.1"
T = TypeVar("T")


class CannotWriteDemo(WorkshopProblem):
    """The demo cannot write to {folder} ({reason}). Make room there, or choose another folder."""


class VotesDiffer(WorkshopProblem):
    """The published result is not what the phones and the paper said. The demo's workshop is kept in {folder}."""


def demo(out: Path, *, participants: int, seed: int) -> int:
    """Hold the workshop into a folder; returns 0 once the result is proven to be what everybody cast.

    Raises:
        CannotWriteDemo: the folder cannot be made or written to.
        VotesDiffer: a vote was lost or doubled.
    """
    tell = _Teller()
    path = tell(_("made a workshop"), lambda: _new_workshop(out))
    session = open_workshop(path)
    try:
        _hold(session, tell, out, participants, seed)
    finally:
        session.close()
    tell.end(out)
    return 0


def _hold(session: WorkshopSession, tell: "_Teller", out: Path, participants: int, seed: int) -> None:
    tell(_("read four raw lists"), lambda: day.import_lists(session))
    tell(_("mixed three groups for morning and afternoon"), lambda: day.gather(session, participants, seed))
    tell(_("wrote nine posters"), lambda: day.write_posters(session))
    round_id = day.open_voting(session)
    site = Site(session, host=LOOPBACK, port=0)
    tell(_("started the site for phones"), site.start)
    try:
        label = ngettext("{n} participant joined and voted", "{n} participants joined and voted", participants)
        stories = tell(label.format(n=participants), lambda: hold_vote(site.join_url, participants, seed))
        tell(_("took pictures of the voting"), lambda: take_pictures(session, out / "pictures", site=site))
    finally:
        site.stop()
    paper = tell(_("keyed in dots on paper"), lambda: day.key_in_paper(session, round_id, seed))
    result = tell(_("closed and published"), lambda: day.publish(session, round_id))
    _check(result, stories, paper, out)
    tell(_("printed the record"), partial(_export, session, out))
    tell(_("took pictures of every page"), lambda: take_pictures(session, out / "pictures"))


def _new_workshop(out: Path) -> Path:
    """Make a workshop with the sample's particulars and programme, and with nothing else yet."""
    sample = read_exchange(SAMPLE_LISTS / "ho21.json").plan
    note = _("A demo: participants, groups and votes are simulated.")
    particulars = sample.particulars.revised(standing="running", source=f"{note} {sample.particulars.source}")
    plan = add_items(Plan(particulars), tuple(sample.programme))
    with _writing(out):
        out.mkdir(parents=True, exist_ok=True)
        path = free_path(out, "demo")
    save_new(Workshop(plan), path)
    return path


def _export(session: WorkshopSession, out: Path) -> None:
    data = json.dumps(to_exchange(session.current), ensure_ascii=False, indent=1)
    with _writing(out):
        replace_file(out / "record.pdf", make_pdf(session.current, pictures_of(session.current, session.path)))
        replace_file(out / "workshop.json", f"{data}\n".encode())


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWriteDemo(folder=out, reason=(error.strerror or str(error)).lower()) from error


def _check(result: Result, stories: list[Story], paper: Mapping[tuple[PosterId, CriterionKey], int], out: Path) -> None:
    """Compare the published result with what every phone showed and what was keyed in."""
    cast = total(stories)
    for row in result.rows:
        for criterion, dots in row.dots.items():
            cell = (PosterId(row.poster), CriterionKey(criterion))
            if dots != cast.get(cell, 0) + paper.get(cell, 0):
                raise VotesDiffer(folder=out)


class _Teller:
    """Runs a step and says what it did and how long it took."""

    def __init__(self) -> None:
        self._started = time.perf_counter()

    def __call__(self, label: str, step: Callable[[], T]) -> T:
        started = time.perf_counter()
        answer = step()
        print(f"{time.perf_counter() - started:7.2f} s  {label}", flush=True)
        return answer

    def end(self, out: Path) -> None:
        """Say where everything is."""
        seconds = time.perf_counter() - self._started
        print(_("{seconds:.1f} s in all; every vote was found again. See {out}").format(seconds=seconds, out=out))
