"""Edits of a poster's solutions in rows, of what its linked trends do, and of what it is linked to."""

from collections.abc import Sequence
from typing import TypeVar

from workshop_tool.domain.fact import AreaId, FieldKey, TrendId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import MOST_ACTIONS, Action, Effect, Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services.edits.lists import present

BLANK = Action()

RowT = TypeVar("RowT")


class TooManyActions(WorkshopProblem):
    """A solution holds at most {most} rows. Nothing was changed; put two of them together first."""


def write_actions(plan: Plan, poster_id: str, field: str, rows: Sequence[Action]) -> Plan:
    """Set the rows of one solution; blank rows are left out, and none at all takes the solution's rows away.

    Raises:
        Gone: the poster is no longer there.
        TooManyActions: as it says.
    """
    poster = _poster(plan, poster_id)
    written = tuple(row for row in rows if row != BLANK)
    if len(written) > MOST_ACTIONS:
        raise TooManyActions(most=MOST_ACTIONS)
    actions = {key: there for key, there in poster.actions.items() if key != field}
    if written:
        actions[FieldKey(field)] = written
    return plan.with_item(poster.revised(actions=actions))


def moved(rows: Sequence[RowT], at: int, by: int) -> tuple[RowT, ...]:
    """Return the rows with one of them further up (-1) or down (1); beyond either end nothing changes."""
    to = at + by
    if not (0 <= at < len(rows) and 0 <= to < len(rows)):
        return tuple(rows)
    listed = list(rows)
    listed.insert(to, listed.pop(at))
    return tuple(listed)


def set_effect(plan: Plan, poster_id: str, trend_id: str, effect: Effect | None) -> Plan:
    """Say whether a linked trend makes the problem better or worse; None takes it back."""
    poster = _poster(plan, poster_id)
    effects = {trend: said for trend, said in poster.effects.items() if trend != trend_id}
    if effect is not None:
        effects[TrendId(trend_id)] = effect
    return plan.with_item(poster.revised(effects=effects))


def link_trends(plan: Plan, poster_id: str, trend_ids: Sequence[str]) -> Plan:
    """Say which trends influence what a poster is about; what one that is left out does is forgotten with it."""
    poster = _poster(plan, poster_id)
    kept = {trend: said for trend, said in poster.effects.items() if trend in trend_ids}
    return plan.with_item(poster.revised(trends=tuple(map(TrendId, trend_ids)), effects=kept))


def link_areas(plan: Plan, poster_id: str, area_ids: Sequence[str]) -> Plan:
    """Say which other problem areas a poster is linked to."""
    return plan.with_item(_poster(plan, poster_id).revised(links=tuple(map(AreaId, area_ids))))


def _poster(plan: Plan, poster_id: str) -> Poster:
    poster = present(plan, "posters", poster_id)
    assert isinstance(poster, Poster)  # noqa: S101 - the table holds nothing else
    return poster
