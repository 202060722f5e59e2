"""Edits of trends and of their places on the map."""

from workshop_tool.domain.plan import Plan
from workshop_tool.services.edits.lists import remove_item, revise_item


def place_trend(plan: Plan, trend_id: str, importance: float, certainty: float) -> Plan:
    """Put a trend on the map; both values from 0 to 1, what lies outside comes to the edge."""
    return revise_item(
        plan,
        "trends",
        trend_id,
        importance=round(min(1.0, max(0.0, importance)), 4),
        certainty=round(min(1.0, max(0.0, certainty)), 4),
        example=False,
    )


def take_off_map(plan: Plan, trend_id: str) -> Plan:
    """Leave a trend unplaced."""
    return revise_item(plan, "trends", trend_id, importance=None, certainty=None)


def mark_presented(plan: Plan) -> Plan:
    """Remember where each trend stands as what was presented; what is added, renamed or moved shows from then on.

    Trends that came up in the workshop itself were not presented: they stay what it added.
    """
    for trend in plan.trends:
        if trend.origin != "workshop":
            presented = trend.revised(
                presented_as="", presented_importance=trend.importance, presented_certainty=trend.certainty
            )
            plan = plan.with_item(presented) if presented != trend else plan
    return plan


def rename_trend(plan: Plan, trend_id: str, label: str) -> Plan:
    """Give a trend another label and remember the one it was presented under."""
    trend = plan.trends.get(trend_id)
    presented_as = "" if trend is None else trend.presented_as or trend.label
    return revise_item(
        plan, "trends", trend_id, label=label, presented_as="" if presented_as == label else presented_as
    )


def remove_trend(plan: Plan, trend_id: str) -> Plan:
    """Remove a trend, and its links from the posters that name it."""
    for poster in plan.posters:
        if trend_id in poster.trends:
            plan = plan.with_item(poster.revised(trends=tuple(t for t in poster.trends if t != trend_id)))
    return remove_item(plan, "trends", trend_id)
