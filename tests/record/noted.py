"""The invented workshop after a lively day: minutes, comments from the phones, answers, placings, moved trends."""

import datetime as dt

from tests.record.library import library
from workshop_tool.domain.fact import FieldKey, Item, TrendId
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.posters import Action
from workshop_tool.domain.sheets import Sheet, Spot
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.domain.workshop import LogEntry, Workshop

MINUTES = (
    Minute(id="k1", position=1, text="The lift is hidden by a plant", poster="p2"),
    Minute(id="k2", position=2, text="A good day", poster=None),
    Minute(id="k3", position=3, text="The harbour branch opens on Sundays", kind="decision", poster="p1"),
    Minute(id="k4", position=4, text="Count visitors in May", kind="next step", owner="Brackwater City Library"),
    Minute(
        id="k5", position=5, text="Ask the town hall for a sign", kind="next step", poster="p2", owner="The council"
    ),
)
SENT = (
    Suggestion(id="s1", position=1, kind="comment", text="As in the villages", about="t0", state="accepted"),
    Suggestion(id="s2", position=2, kind="comment", text="Not wanted in print", about="p1", state="dismissed"),
    Suggestion(id="s3", position=3, kind="comment", text="Nobody has looked at this", about="p1"),
    Suggestion(id="s4", position=4, kind="comment", text="Signs would help", about="p2", state="merged"),
)
ANSWERS = ("Shorter visits", "Shorter visits", "More noise", "Less paper")
CLOSED = dt.datetime(2024, 4, 16, 16, 30, tzinfo=dt.UTC)


def noted_library(most_posters: int = 9, **particulars: object) -> Workshop:
    """Return the library's workshop with all that a day can leave behind it."""
    workshop = library(most_posters, **particulars)
    plan = workshop.plan
    trend = plan.trends["t4"]
    changed: list[Item] = [*SENT, *(note for note in MINUTES if note.poster is None or note.poster in plan.posters)]
    changed.append(trend.revised(importance=0.9, certainty=0.2, presented_importance=0.4, presented_certainty=0.2))
    changed.append(
        plan.posters["p1"].revised(
            trends=("t0", "t3"),
            effects={TrendId("t0"): "worse"},
            links=("a2", "a7"),
            actions={FieldKey("solution_a"): (Action(actor="The council", action="pays a trial", owner="Finance"),)},
        )
    )
    if "p2" in plan.posters:
        changed.append(plan.posters["p2"].revised(trends=("t0",), links=("a1",)))
    for item in changed:
        plan = plan.with_item(item)
    workshop = workshop.with_plan(plan)
    for n, answer in enumerate(ANSWERS):
        spot = Spot(certainty=0.5 + n / 10, importance=0.5)
        workshop = workshop.with_sheet(Sheet(id=f"d{n}", answers={"q0": answer}, placed={TrendId("t1"): spot}))
    return workshop.with_entry(LogEntry(id="l1", at=CLOSED, kind="workshop", text="Workshop closed"))
