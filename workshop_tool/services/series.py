"""A series: a workshop that carries on from an earlier one, and what has changed since.

Ids stay, so that trends, problem areas and posters are the same ones throughout. Votes, minutes, groups and the log
belong to the day they come from, and never come along.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.earlier import CarriedPart, Earlier, Stood
from workshop_tool.domain.fact import Item
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import Workshop

PARTS: Final[tuple[CarriedPart, ...]] = ("trends", "areas", "posters", "participants", "programme", "questions")
SAME_PLACE: Final = 0.005
"""A trend that moved less than this share of the map stands where it stood."""
_KEPT: Final = ("project", "client", "host", "facilitators", "author", "language", "horizon")

Change = Literal["added", "renamed", "moved", "dropped"]


@dataclass(frozen=True)
class Changed:
    """One thing that is not as it was when the earlier workshop ended."""

    table: str
    """"trends", "areas" or "posters"."""
    id: str
    change: Change
    now: str
    """What it is called now; of something dropped, what it was called."""
    before: str = ""
    """Its earlier name, or its earlier place in words that need no translation ("12", a theme); empty where new."""
    number: int | None = None


def continue_from(earlier: Workshop, particulars: Particulars, parts: Collection[CarriedPart]) -> Workshop:
    """Return a new workshop with the chosen parts of an earlier one.

    Posters need the problem areas they are on, so those come along with them; a link to a trend stays only where
    trends come too. What ``particulars`` leave open (project, client, host, facilitators, author, language, horizon)
    is taken over.
    """
    chosen = set(parts) | ({"areas"} if "posters" in parts else set())
    old = earlier.plan
    given = particulars.model_fields_set
    kept = {
        name: getattr(old.particulars, name) for name in _KEPT if name not in given or not getattr(particulars, name)
    }
    plan = Plan(particulars.revised(**kept), template=old.template).with_record(
        old.record.revised(summary="", names=False, ballots=False)
    )
    for item in _carried(old, chosen):
        plan = plan.with_item(item)
    return Workshop(plan.with_earlier(_noted(old, chosen)).settled())


def changes_since(plan: Plan) -> tuple[Changed, ...]:
    """Return what was added, renamed, moved or dropped since the earlier workshop, in the order of the lists.

    Only of lists that came along; something that is hidden counts as dropped. Nothing where nothing is continued.
    """
    changed = list[Changed]()
    for part, stood in (
        ("trends", plan.earlier.trends),
        ("areas", plan.earlier.areas),
        ("posters", plan.earlier.posters),
    ):
        if part in plan.earlier.parts:
            changed += _compared(part, {was.id: was for was in stood}, {now.id: now for now in _standing(plan, part)})
    return tuple(changed)


def _compared(table: str, before: dict[str, Stood], now: dict[str, Stood]) -> Iterator[Changed]:
    for item_id, stands in now.items():
        was = before.get(item_id)
        if was is None:
            yield Changed(table, item_id, "added", stands.text, number=stands.number)
            continue
        if was.text != stands.text:
            yield Changed(table, item_id, "renamed", stands.text, was.text, stands.number)
        if _moved(was, stands):
            yield Changed(table, item_id, "moved", stands.text, _place(was, stands), stands.number)
    for item_id, was in before.items():
        if item_id not in now:
            yield Changed(table, item_id, "dropped", was.text, was.text, was.number)


def _moved(was: Stood, now: Stood) -> bool:
    shifts = ((was.importance, now.importance), (was.certainty, now.certainty))
    shifted = any((a is None) != (b is None) or abs((a or 0) - (b or 0)) > SAME_PLACE for a, b in shifts)
    return shifted or was.number != now.number or was.theme != now.theme


def _place(was: Stood, now: Stood) -> str:
    """Say the earlier number or theme; a place on the map is shown on the map."""
    if was.number != now.number:
        return str(was.number)
    return was.theme


def _standing(plan: Plan, table: str) -> Iterator[Stood]:
    """Yield the things of one list as they stand."""
    if table == "trends":
        for trend in plan.trends:
            yield Stood(id=trend.id, text=trend.label, importance=trend.importance, certainty=trend.certainty)
    elif table == "areas":
        for area in plan.shown_areas:
            yield Stood(id=area.id, text=area.text, number=area.number, theme=area.theme)
    else:
        for poster in plan.posters_in_list_order():
            yield Stood(id=poster.id, text=plan.title_of(poster), number=plan.area_of(poster).number)


def _noted(old: Plan, chosen: Collection[str]) -> Earlier:
    def stood(table: str) -> tuple[Stood, ...]:
        return tuple(_standing(old, table)) if table in chosen else ()

    facts = old.particulars
    parts = tuple(part for part in PARTS if part in chosen)
    return Earlier(
        title=facts.title,
        date=facts.date,
        parts=parts,
        trends=stood("trends"),
        areas=stood("areas"),
        posters=stood("posters"),
    )


def _carried(old: Plan, chosen: Collection[str]) -> Iterable[Item]:
    """Yield what comes along as it begins the new day; problem areas and trends before the posters that name them."""
    for part in PARTS:
        if part in chosen and part != "posters":
            for item in old.list_of(part):
                yield _begun(item)
    if "posters" in chosen:
        for poster in old.posters:
            yield _begun_poster(poster, with_trends="trends" in chosen)


def _begun(item: Item) -> Item:
    match item:
        case Trend():
            return item.revised(
                presented_as="", presented_importance=item.importance, presented_certainty=item.certainty
            )
        case ProblemArea():
            return item.revised(new=False)
    return item.revised(groups={}) if "groups" in type(item).model_fields else item


def _begun_poster(poster: Poster, *, with_trends: bool) -> Poster:
    changes: dict[str, object] = {"groups": {}, "done": False, "locked": False}
    return poster.revised(**changes if with_trends else changes | {"trends": (), "effects": {}})
