"""An invented workshop of a city library, as large and as gappy as real ones are: what the record's tests print."""

import datetime as dt

from immutables import Map

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId, CriterionKey, FieldKey, GroupId, PosterId, TrendId
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.particulars import Particulars, ProgrammePart, Question
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import AFTERNOON, MORNING, Poster
from workshop_tool.domain.trends import Origin, Trend
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.domain.workshop import Workshop

TRENDS = (
    "Fewer visits, longer stays",
    "Reading moves to the phone",
    "The town centre loses its shops",
    "More people live alone",
    "Newcomers with many first languages",
    "Paper prices keep rising",
    "Opening hours without staff",
    "Schools close their own libraries",
    "Loneliness becomes a matter of policy",
    "Publishers license e-books by the loan",
    "Heat waves: people look for cool rooms",
    "Makerspaces and borrowing of tools",
    "Trust in institutions declines",
    "Audio overtakes print among the young",
    "Volunteers want short commitments",
    "Public budgets shrink",
    "Families share child care",
    "Machine-made texts flood the catalogues",
    "Local history finds new readers",
    "Evening economy in small towns",
    "More freelancers without an office",
    "Games as literature",
)
THEMES = ("Rooms", "Collections", "People", "Money", "Digital", "Partners")
AREAS = (
    ("Rooms", "The reading room is too loud for those who study and too quiet for those who talk"),
    ("Rooms", "Nobody finds the lift, so the second floor stays empty"),
    ("Rooms", "The branch in the harbour district is closed when people are free"),
    ("Rooms", "There is no room where a group can meet without booking weeks ahead"),
    ("Collections", "Half of the shelf space holds what nobody borrowed in ten years"),
    ("Collections", "Titles in other languages than the main one are few and old"),
    ("Collections", "Records of the local archive are kept in three systems"),
    ("Collections", "Waiting lists for popular titles are longer than their fame"),
    ("People", "Staff who can teach digital skills are too few for the demand"),
    ("People", "Small branches depend on one person, who also shovels the snow"),
    ("People", "What readers do with what they borrow is hardly known"),
    ("People", "Volunteers are found but not kept"),
    ("Money", "Project grants end just when a service has found its public"),
    ("Money", "Departments have little reason to share what they buy"),
    ("Money", "Fees keep away those who need the library most"),
    ("Digital", "The catalogue answers what was typed, not what was meant"),
    ("Digital", "E-books cannot be lent on to the branch next door"),
    ("Digital", "Public computers are older than some of their users"),
    ("Partners", "Schools and library plan their years apart"),
    ("Partners", "Clubs ask for rooms and are sent to the town hall"),
    ("Partners", "There is no career for librarians beyond the branch"),
)
Picked = dict[int, tuple[str, int | None, int | None]]
PICKED: Picked = {
    1: ("", 2, 2),
    2: ("The second floor is empty because its lift is hidden", 3, 3),
    6: ("Few and old titles in other languages", 1, None),
    7: ("Archive records in three systems", None, None),
    9: ("", 2, None),
    10: ("One person carries a branch", 9, None),
    11: ("We do not know what readers do", 9, None),
    14: ("No reason to share", 6, 6),
    21: ("", 1, None),
}
"""Poster titles ("" = the list's text) with priority and feasibility dots by number; None is blank."""
FIELDS = {
    "evidence": (
        "Counted on twelve days in spring: {n} of a hundred visitors asked for it.\n"
        "- The last survey says the same, though only regulars filled it in.\n"
        "- Causes are assumed: habits of the house, and a plan from another time."
    ),
    "trends": "Longer stays make it worse, number {n} on the wall",
    "solution_a": "The town council pays a two-year trial in one branch ({n}).\nThe branch reports after each season.",
    "solution_b": "Two neighbouring towns share one post ({n}).",
    "linked": "Needs the new opening hours first ({n})",
    "success": "Twice as many people come for it in two years.\nMeasured by counting, not by asking ({n}).",
}


def library(most_posters: int = 9, **particulars: object) -> Workshop:
    """Return the whole workshop: 22 trends, 21 areas in six themes, nine posters, counts with blanks."""
    picked = dict(list(PICKED.items())[:most_posters])
    plan = Plan(
        particulars=Particulars.model_validate(PARTICULARS | particulars),
        programme=Keyed(_programme()),
        questions=Keyed(Question(id=f"q{n}", position=n, text=text) for n, text in enumerate(QUESTIONS)),
        trends=Keyed(_trends()),
        areas=Keyed(_areas()),
        participants=Keyed(_participants()),
        groups=Keyed(Group(id=f"g{n}", position=n, name=f"Group {n}") for n in (1, 2, 3)),
        posters=Keyed(_posters(picked)),
    )
    return Workshop(plan, Map({"vote": _book(picked)}))


PARTICULARS: dict[str, object] = {
    "title": "What a city library is for",
    "project": "Open House · The library towards 2035",
    "client": "Department of Culture, Brackwater",
    "date": dt.date(2024, 4, 16),
    "place": "Old Customs House",
    "host": "Brackwater City Library",
    "facilitators": ("Harbour Consulting", "Institute for Reading"),
    "author": "Harbour Consulting",
    "purpose": "To hear what readers, staff and neighbours expect, and to choose where the next effort goes.",
    "introduction": "The city library turns a hundred. The department asked those who use it, run it and live next to "
    "it what it should be for.\nThis record tells what was said and decided on the day.",
    "horizon": "2035",
    "interviews": 29,
    "documents": 12,
    "present": 15,
    "source": "Invented for tests.",
    "standing": "draft",
}
QUESTIONS = (
    "Which developments will change how people use a library?",
    "What is the largest problem of ours today?",
    "How do we know that it exists?",
    "Who should do what about it?",
    "How would we notice that it worked?",
)


def _programme() -> list[ProgrammePart]:
    parts = (("Welcome", 9, 0, 20), ("Trends: what we heard", 9, 20, 40), ("Group work", 10, 0, 120))
    later = (("Lunch", 12, 0, 60), ("Mixed groups: solutions", 13, 0, 90), ("Plenary and dot voting", 14, 30, 60))
    return [
        ProgrammePart(
            id=f"pp{n}", position=n, title=title, starts=dt.time(hour, minute), minutes=long, example=hour >= 13
        )
        for n, (title, hour, minute, long) in enumerate((*parts, *later))
    ]


def _trends() -> list[Trend]:
    origins: tuple[Origin, ...] = ("desk research", "interviews", "workshop")
    return [
        Trend(
            id=f"t{n}",
            position=n,
            label=label,
            importance=((n * 7) % 22) / 21,
            certainty=((n * 13 + 5) % 22) / 21,
            origin=origins[0 if n < 12 else 1 if n < 18 else 2],
            presented_as="Phones" if n == 1 else "",
            sources=n % 5 + 1 if n < 18 else None,
            example=True,
        )
        for n, label in enumerate(TRENDS)
    ]


def _areas() -> list[ProblemArea]:
    return [
        ProblemArea(
            id=f"a{n}",
            position=n,
            number=n,
            text=text,
            theme=theme,
            new=n == len(AREAS),
            origin="workshop" if n == len(AREAS) else "interviews",
        )
        for n, (theme, text) in enumerate(AREAS, 1)
    ]


def _participants() -> list[Participant]:
    sectors = ("readers", "staff", "schools", "staff", "town council")
    return [
        Participant(id=f"m{n}", position=n, name=f"Secret Person {n}", sector=sectors[n % len(sectors)])
        for n in range(15)
    ]


def _posters(picked: Picked) -> list[Poster]:
    posters = []
    for number, (title, _priority, _feasibility) in picked.items():
        keys = ("evidence", "trends") if number in {6, 21} else tuple(FIELDS)
        posters.append(
            Poster(
                id=f"p{number}",
                position=number,
                area=AreaId(f"a{number}"),
                title=title,
                groups={MORNING: GroupId("g1"), AFTERNOON: GroupId("g2")} if number in {10, 14} else {},
                fields={FieldKey(key): FIELDS[key].format(n=number) for key in keys},
                domains={FieldKey("solution_a"): "investment", FieldKey("solution_b"): "governance"}
                if number == 10
                else {},
                trends=(TrendId("t0"), TrendId("t3")) if number == 10 else (),
                links=(AreaId("a14"),) if number == 10 else (),
            )
        )
    return posters


def _book(picked: Picked) -> Book:
    round_ = Round(
        id="vote",
        position=1.0,
        name="Dots on posters",
        dots={CriterionKey("priority"): None, CriterionKey("feasibility"): None},
        posters=tuple(PosterId(f"p{number}") for number in picked),
        state="published",
        present=15,
    )
    entries = [
        CountEntry(
            id=f"{key}{number}",
            position=number,
            poster=PosterId(f"p{number}"),
            criterion=CriterionKey(key),
            count=count,
            by="Harbour Consulting",
        )
        for number, (_title, *counts) in picked.items()
        for key, count in zip(("priority", "feasibility"), counts, strict=True)
        if count is not None
    ]
    return Book(round=round_, counts=Keyed(entries))
