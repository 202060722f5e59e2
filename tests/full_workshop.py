"""The fullest workshop that the window is made for: what audits, pictures and benches look at when nothing is small.

60 participants, 100 problem areas, 60 trends, 40 posters, 10,000 ballots; long Norwegian words, lines of 500
characters, and fields that nobody filled in.
"""

import datetime as dt
import random
from dataclasses import replace
from functools import cache
from itertools import cycle, islice, pairwise
from typing import Final

from immutables import Map

from tests.builders import NOW
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import LINE_CAP, AreaId, GroupId, Item, TrendId
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.particulars import Particulars, ProgrammePart, Question
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import AFTERNOON, MORNING, Action, Poster
from workshop_tool.domain.sheets import Sheet, Spot
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.rounds import Round, RoundState
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import voting

PARTICIPANTS, AREAS, TRENDS, POSTERS, GROUPS, BALLOTS = 60, 100, 60, 40, 12, 10_000

LONG_WORDS: Final = (
    "Menneskerettighetsorganisasjonssekretariatsmedlem",
    "spesialisthelsetjenestefinansieringsordningen",
    "kompetanseutviklingsprogrammet",
    "samhandlingsreformevaluering",
    "pasientreiseforskriften",
    "primærhelsetjenesteteam",
)
SHORT_WORDS: Final = (
    "og",
    "for få",
    "uten",
    "i",
    "lite tilgang til",
    "på tvers av",
    "som",
    "når",
    "ingen eier av",
    "mot",
)
SECTORS: Final = (
    "forskning",
    "næringsliv",
    "helse- og omsorgstjenesten",
    "forvaltning",
    "brukerorganisasjoner",
    "akademia",
)
THEMES: Final = tuple(f"{word.capitalize()} og {other}" for word, other in pairwise(LONG_WORDS))


@cache
def full_workshop(state: RoundState = "published", *, ballots: int = BALLOTS, posters: int = POSTERS) -> Workshop:
    """Return the full workshop, its round in this state; the same one each time, for it never changes.

    Args:
        state: Of its only round.
        ballots: How many were cast; none before it opened.
        posters: Where there are more than problem areas, so many areas are made.
    """
    plan = _plan(posters)
    workshop = Workshop(plan)
    for device in range(PARTICIPANTS):
        workshop = workshop.with_sheet(_sheet(device))
    round_ = Round(id="r1", name="Prikkavstemning", present=ballots)
    workshop, round_id = voting.prepare_round(workshop, round_)
    if state == "prepared":
        return workshop.settled()
    workshop, _none = voting.open_round(workshop, round_id, NOW)
    book = workshop.book(round_id)
    cast = Map({ballot.voter: ballot for ballot in _ballots(ballots, posters)})
    workshop = workshop.with_book(replace(book, ballots=cast))
    if state in {"closed", "published"}:
        workshop, _none = voting.close_round(workshop, round_id, NOW)
    if state == "published":
        workshop, _none = voting.publish_round(workshop, round_id, NOW)
    return workshop.settled()


def empty_workshop() -> Workshop:
    """Return a workshop that has nothing but a title."""
    return Workshop(Plan(Particulars(title="Coastal towns")))


def words(seed: int, length: int) -> str:
    """Return a line of so many characters at most, of long Norwegian words and short ones."""
    rng = random.Random(seed)
    made = f"{seed}"
    while True:
        word = rng.choice(LONG_WORDS if rng.random() < 0.3 else SHORT_WORDS)
        if len(made) + len(word) + 1 > length:
            return made
        made = f"{made} {word}"


def _length(n: int) -> int:
    """Return how long the n-th line is: most are short, one in ten is as long as a line may be."""
    return LINE_CAP if n % 10 == 7 else (24, 40, 70, 110)[n % 4]


def _plan(posters: int) -> Plan:
    plan = Plan(_particulars())
    for item in (*_day(), *_people(), *_trends(), *_areas(max(AREAS, posters)), *_posters(posters), *_sayings()):
        plan = plan.with_new(item)
    return plan.settled()


def _particulars() -> Particulars:
    return Particulars(
        title=words(1, 160).removeprefix("1 "),
        project=words(2, LINE_CAP),
        subtitle=words(3, 120),
        client=words(4, 90),
        date=dt.date(2030, 5, 14),
        place=words(5, 200),
        host=words(6, 80),
        facilitators=tuple(words(n, 60) for n in range(7, 12)),
        author=words(12, 80),
        purpose="\n\n".join(words(n, LINE_CAP) for n in range(13, 17)),
        language="en",
        interviews=120,
        documents=4_000,
        present=BALLOTS,
        join_code="K7M2",
        room_key="5a" * 32,
    )


def _day() -> list[Item]:
    parts: list[Item] = [
        ProgrammePart(
            id=f"d{n}",
            title=words(100 + n, _length(n)),
            starts=dt.time(8 + n // 2, 30 * (n % 2)) if n % 3 else None,
            minutes=30 if n % 4 else None,
            note=words(120 + n, 300) if n % 2 else "",
            reminder=words(140 + n, 300) if n % 5 == 0 else "",
        )
        for n in range(14)
    ]
    return [*parts, *(Question(id=f"q{n}", text=words(160 + n, _length(n))) for n in range(8))]


def _people() -> list[Item]:
    groups: list[Item] = [Group(id=f"g{n}", name=words(200 + n, 18 + 12 * (n % 4))) for n in range(GROUPS)]
    people = (
        Participant(
            id=f"n{n}",
            name=words(220 + n, _length(n) if n % 10 == 7 else 40),
            organisation=words(300 + n, 60) if n % 3 else "",
            sector=SECTORS[n % len(SECTORS)] if n % 7 else "",
            groups={MORNING: GroupId(f"g{n % GROUPS}"), AFTERNOON: GroupId(f"g{(n * 5 + 1) % GROUPS}")}
            if n % 9
            else {},
        )
        for n in range(PARTICIPANTS)
    )
    return [*groups, *people]


def _trends() -> list[Item]:
    rng = random.Random(4)
    return [
        Trend(
            id=f"t{n}",
            label=words(400 + n, LINE_CAP if n == 7 else (24, 34, 46)[n % 3]),
            importance=rng.random(),
            certainty=rng.random(),
            origin=("desk research", "interviews", "workshop")[n % 3],
            presented_as=words(470 + n, 40) if n % 6 == 0 else "",
            sources=n % 5 or None,
            note=words(540 + n, LINE_CAP) if n % 4 == 0 else "",
        )
        for n in range(TRENDS)
    ]


def _areas(count: int) -> list[Item]:
    return [
        ProblemArea(
            id=f"a{n}",
            number=n if n < count else 1234,
            text=words(700 + n, _length(n)),
            theme=THEMES[n % len(THEMES)] if n % 8 else "",
            origin="workshop" if n % 9 == 0 else "interviews",
            new=n % 9 == 0,
            note=words(900 + n, 200) if n % 5 == 0 else "",
        )
        for n in range(1, count + 1)
    ]


def _posters(count: int) -> list[Item]:
    return [_poster(n) for n in range(1, count + 1)]


def _poster(n: int) -> Poster:
    rng = random.Random(n)
    keys = ("evidence", "trends", "solution_a", "solution_b", "linked", "success")
    filled = [key for key in keys if rng.random() < 0.6]
    return Poster(
        id=f"p{n}",
        area=AreaId(f"a{n}"),
        title=words(1000 + n, _length(n)) if n % 3 == 0 else "",
        groups={MORNING: GroupId(f"g{n % GROUPS}"), AFTERNOON: GroupId(f"g{(n + 5) % GROUPS}")} if n % 4 else {},
        fields={key: "\n".join(words(n * 50 + line, _length(n + line)) for line in range(6)) for key in filled},
        domains={"solution_a": "infrastructure"} if n % 2 else {},
        actions={"solution_a": tuple(Action(actor=words(n, 30), action=words(n + 1, 90)) for _ in range(3))}
        if n % 5 == 0
        else {},
        trends=tuple(TrendId(f"t{(n * 3 + step) % TRENDS}") for step in range(n % 5)),
        links=tuple(AreaId(f"a{(n + step) % AREAS + 1}") for step in range(1, n % 4)),
        done=n % 3 == 0,
        note=words(1200 + n, 300) if n % 6 == 0 else "",
    )


def _sayings() -> list[Item]:
    minutes = [
        Minute(
            id=f"m{n}",
            text=words(1300 + n, _length(n)),
            kind=("comment", "decision", "next step")[n % 3],
            poster=f"p{n + 1}",
        )
        for n in range(12)
    ]
    waiting = [
        Suggestion(
            id=f"s{n}",
            kind=("trend", "problem area", "comment")[n % 3],
            text=words(1400 + n, _length(n)),
            group=GroupId(f"g{n % GROUPS}") if n % 2 else None,
            about=f"p{n + 1}" if n % 3 == 2 else None,
        )
        for n in range(12)
    ]
    return [*minutes, *waiting]


def _sheet(device: int) -> Sheet:
    rng = random.Random(device)
    placed = {TrendId(f"t{n}"): Spot(certainty=rng.random(), importance=rng.random()) for n in range(0, TRENDS, 2)}
    answers = {f"q{n}": words(1500 + device + n, 200) for n in range(8) if (device + n) % 3}
    return Sheet(id=f"{device:064x}", placed=placed, answers=answers)


def _ballots(count: int, posters: int) -> list[Ballot]:
    rng = random.Random(8)
    weights = [1 / (n + 2) for n in range(posters)]
    kinds = []
    for _ in range(200):
        first, second, third = rng.choices(range(1, posters + 1), weights, k=3)
        dots: dict[str, dict[str, int]] = {f"p{first}": {"priority": 1, "feasibility": 1}}
        for other in (second, third):
            by = dots.setdefault(f"p{other}", {})
            by["priority"] = by.get("priority", 0) + 1
        kinds.append(Allocation.model_validate({"dots": dots}))
    allocations = islice(cycle(kinds), count)
    return [Ballot(voter=f"{n:064x}", allocation=kind, receipt="7K3M") for n, kind in enumerate(allocations)]
