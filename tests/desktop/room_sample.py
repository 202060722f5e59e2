"""A workshop like a real one, for the tests of the projector and of the pages: 22 trends, 21 areas, nine posters."""

import datetime as dt
from functools import partial
from pathlib import Path

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId, CriterionKey, FieldKey, GroupId, PartKey, PosterId, TrendId
from workshop_tool.domain.particulars import Particulars, ProgrammePart
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import opening, voting
from workshop_tool.services.session import WorkshopSession

NOW = dt.datetime(2025, 6, 6, 14, 0, tzinfo=dt.UTC)

THEMES = ("Raw materials", "Cells", "Skills", "Second life", "Grid", "Rules")
AREAS = (
    "Permits for a new mine take longer than the mine pays back",
    "Graphite comes from one country only",
    "Prices swing faster than contracts can follow",
    "Nobody maps what lies in old tailings",
    "Each plant designs its own line, and nobody has the task of sharing what went wrong",
    "Coating scrap is too high",
    "Test benches are booked out",
    "Small makers cannot buy in small amounts",
    "Pilot lines are shut as soon as a grant ends",
    "Operators learn a process that has changed before their course is over",
    "Hardly any apprentice sees a dry room",
    "Night shifts are hard to fill far from town",
    "Used packs travel without papers",
    "A pack that is opened loses its warranty",
    "Sorting by hand costs more than the metal is worth",
    "Insurers ask for data that no one records",
    "Grid owners cannot see what is plugged in behind the meter",
    "Peak tariffs reward the wrong hour",
    "Fire rules differ from town to town",
    "Labels are written for experts",
    "Whoever repairs carries all the risk",
)
TRENDS = (
    "Sodium instead of lithium", "Cheaper storage", "Electric ferries", "Solid electrolytes in small cells",
    "Tighter loans", "Shortage of electricians", "Drivers as traders", "Charging at home",
    "Repair before replacement", "Open cell formats", "Stricter rules on origin", "Global price war",
    "A new role for grid owners", "Sensors in every cell", "Warmer summers", "Noise limits in towns",
    "Fire safety in basements", "Plants move closer to customers", "Regional training centres",
    "A passport for every pack", "Buying by cost of use", "Trust in public tests",
)  # fmt: skip
POSTERS = {
    1: (2, 2), 2: (3, 3), 6: (1, None), 7: (None, None), 9: (2, None),
    10: (9, None), 11: (9, None), 14: (6, 6), 21: (1, None),
}  # fmt: skip
"""Problem area by number, and the dots counted off its poster: priority, feasibility."""
EVIDENCE = """Half of the line's cost is spent before the first cell leaves it, a tenth of the grants cover that
What one plant learns does not travel to the next
Few figures on packs that were never registered"""


def sample_plan() -> Plan:
    """Return the plan of the workshop."""
    facts = Particulars(
        title="Trends and challenges in the battery value chain", project="A strategy process",
        date=dt.date(2025, 6, 6), place="Oslo",
    )  # fmt: skip
    plan = Plan(facts)
    for at, (hour, title) in enumerate(
        [(9, "Welcome and warm-up"), (10, "Trends"), (11, "Group session: problems"), (12, "Lunch"), (14, "Voting")]
    ):
        plan = plan.with_new(ProgrammePart(id=f"pp{at}", title=title, starts=dt.time(hour), minutes=45))
    for at, label in enumerate(TRENDS):
        place = {"importance": (at * 7 % 22) / 21, "certainty": (at * 5 % 21) / 21} if at < 20 else {}
        plan = plan.with_new(Trend(id=f"t{at}", label=label, origin="workshop" if at > 16 else "interviews", **place))
    for number, text in enumerate(AREAS, start=1):
        theme = THEMES[(number - 1) * len(THEMES) // len(AREAS)]
        plan = plan.with_new(ProblemArea(id=f"a{number}", number=number, text=text, theme=theme, new=number == 21))
    for n in (1, 2, 3):
        plan = plan.with_new(Group(id=f"g{n}", name=f"Group {n}"))
    for n in range(15):
        person = Participant(id=f"p{n}", name=f"No. {n + 1}", sector=("research", "public", "industry")[n % 3])
        plan = plan.with_new(person.revised(groups={"morning": f"g{n // 5 + 1}"}))
    for at, number in enumerate(POSTERS):
        plan = plan.with_new(sample_poster(number, at))
    return plan


def sample_day(parts: tuple[ProgrammePart, ...]) -> Plan:
    """Return the plan with these parts for its programme."""
    plan = sample_plan()
    for part in plan.programme:
        plan = plan.without_item(part)
    for part in parts:
        plan = plan.with_new(part)
    return plan.settled()


def sample_poster(number: int, at: int) -> Poster:
    """Return a poster that is filled in more the lower its number."""
    texts = {
        "evidence": EVIDENCE,
        "trends": "Better: repair keeps packs in the country\nWorse: loans are tighter",
        "solution_a": "Government makes the pilot line a standing task\nPlants set up a joint school",
        "solution_b": "The energy agency pays for test days, so that small makers can measure what they sell",
        "success": "More cells from the first shift, in numbers\nFewer fires",
    }
    return Poster(
        id=f"poster{number}", area=AreaId(f"a{number}"), groups={PartKey("morning"): GroupId(f"g{at % 3 + 1}")},
        fields={FieldKey(key): text for key, text in list(texts.items())[: 5 - at // 2]},
        domains={FieldKey("solution_a"): "governance"}, trends=(TrendId("t8"), TrendId("t12")),
        links=(AreaId("a14"),) if number == 10 else (),
    )  # fmt: skip


def open_session(folder: Path, plan: Plan | None = None) -> WorkshopSession:
    """Save the workshop in a folder and open it."""
    path = folder / "room.workshop.json"
    opening.save_new(Workshop(plan or sample_plan()), path)
    return opening.open_workshop(path)


def open_round(session: WorkshopSession, *, present: int = 15) -> None:
    """Open a round called "r" and cast eleven ballots."""
    session.act(partial(voting.prepare_round, round_=Round(id="r", name="Dot voting", present=present))).result()
    session.act(partial(voting.open_round, round_id="r", now=NOW)).result()
    for n in range(11):
        dots = {f"poster{number}": {"priority": 1} for number in (1, 10, 11)}
        session.act(partial(voting.cast_ballot, round_id="r", token=f"t{n}", dots=dots, revision=1)).result()


def count_round(session: WorkshopSession, *, publish: bool) -> None:
    """Run a round called "c" whose dots were counted off the posters; publish it or leave it closed."""
    session.act(partial(voting.prepare_round, round_=Round(id="c", name="Dots on paper", present=15))).result()
    session.act(partial(voting.open_round, round_id="c", now=NOW)).result()
    for number, counts in POSTERS.items():
        for key, dots in zip(("priority", "feasibility"), counts, strict=True):
            if dots is not None:
                entry = CountEntry(
                    id=f"{key}{number}", poster=PosterId(f"poster{number}"), criterion=CriterionKey(key), count=dots
                )
                session.act(partial(voting.enter_count, round_id="c", entry=entry)).result()
    session.act(partial(voting.close_round, round_id="c", now=NOW)).result()
    if publish:
        session.act(partial(voting.publish_round, round_id="c", now=NOW), seals=True).result()
