"""The trends: the list with origins, what the workshop changed, and where each stands on the map."""

from dataclasses import dataclass

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.trends import Origin, Trend
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.trend_changes import RoomRow, changes_said, move_said, moved_from, room_note, room_said
from workshop_tool.record.facts.wording import lines_of, number_word, opening


@dataclass(frozen=True)
class TrendFacts:
    """One trend. Its number is its place in this record's list; trends have none of their own."""

    number: int
    label: str
    origin: Origin | None
    details: str
    """Origin, number of sources, what it was presented as, whether it is on the map: one line; may be empty."""
    notes: tuple[str, ...]
    certainty: float | None
    """0 (uncertain, left) to 1 (certain, right); None where it is not on the map."""
    importance: float | None
    """0 (high, bottom) to 1 (very high, top); None where it is not on the map."""
    was: tuple[float, float] | None
    """Certainty and importance as it was presented, where the workshop moved it; None where it did not."""


@dataclass(frozen=True)
class AxisFacts:
    """The words at the edges of the map."""

    left: str
    right: str
    across: str
    bottom: str
    top: str
    up: str


@dataclass(frozen=True)
class TrendsFacts:
    """The whole section."""

    heading: Heading
    trends: tuple[TrendFacts, ...]
    room: tuple[RoomRow, ...]
    """Where the room placed the trends."""
    room_note: str
    axes: AxisFacts
    origins: tuple[tuple[Origin | None, str], ...]
    """Those that occur on the map, with their names: the key of its marks."""
    notes: tuple[str, ...]

    @property
    def placed(self) -> tuple[TrendFacts, ...]:
        """The trends on the map."""
        return tuple(trend for trend in self.trends if trend.certainty is not None and trend.importance is not None)


def origin_name(origin: Origin | None) -> str:
    """Return where something comes from, as people read it."""
    names = {"desk research": _("Desk research"), "interviews": _("Interviews"), "workshop": _("Workshop")}
    return names[origin] if origin else _("Origin not given")


def trends_facts(workshop: Workshop) -> TrendsFacts:
    """Return the trends in list order."""
    plan = workshop.plan
    room = room_said(workshop)
    all_examples = all(trend.example for trend in plan.trends if trend.placed)
    trends = tuple(_trend(t, number, all_examples=all_examples) for number, t in enumerate(plan.trends, 1))
    on_map = {trend.origin for trend in plan.trends if trend.placed}
    order: tuple[Origin | None, ...] = ("desk research", "interviews", "workshop", None)
    return TrendsFacts(
        heading=Heading("trends", _("Trends"), _message(plan), _subtitle(plan)),
        trends=trends,
        room=room,
        room_note=room_note() if room else "",
        axes=AxisFacts(
            left=_("Uncertain"),
            right=_("Certain"),
            across=_across(plan.particulars.horizon),
            bottom=_("High"),
            top=_("Very high"),
            up=_("Importance"),
        ),
        origins=tuple((origin, origin_name(origin)) for origin in order if origin in on_map),
        notes=_notes(plan),
    )


def _across(horizon: str) -> str:
    return _("Development towards {horizon}").format(horizon=horizon) if horizon else _("Development")


def _trend(trend: Trend, number: int, *, all_examples: bool) -> TrendFacts:
    details = []
    if trend.origin:
        details.append(_("new from the workshop") if trend.origin == "workshop" else origin_name(trend.origin))
    if trend.sources is not None:
        said = ngettext("{count} source", "{count} sources", trend.sources)
        details.append(said.format(count=trend.sources))
    if trend.presented_as:
        details.append(_("presented as “{label}”").format(label=trend.presented_as))
    if moved := move_said(trend):
        details.append(moved)
    if not trend.placed:
        details.append(_("not on the map"))
    elif trend.example and not all_examples:
        details.append(_("position is an example"))
    return TrendFacts(
        number=number,
        label=trend.label,
        origin=trend.origin,
        details=" · ".join(details),
        notes=lines_of(trend.note),
        certainty=trend.certainty if trend.placed else None,
        importance=trend.importance if trend.placed else None,
        was=moved_from(trend),
    )


def _message(plan: Plan) -> str:
    count = len(plan.trends)
    if not count:
        return ""
    added = sum(trend.origin == "workshop" for trend in plan.trends)
    said = ngettext("{count} trend", "{count} trends", count)
    message = opening(said.format(count=number_word(count)))
    if added:
        message += ngettext(", {count} of them from the workshop", ", {count} of them from the workshop", added).format(
            count=number_word(added)
        )
    return message


def _subtitle(plan: Plan) -> str:
    count = len(plan.trends)
    if not count:
        return _("No trends were listed.")
    placed = sum(trend.placed for trend in plan.trends)
    if placed == count:
        said = _("By importance and certainty; every listed trend matters.")
    elif placed:
        partly = _("By importance and certainty; {placed} of {count} stand on the map.")
        said = partly.format(placed=placed, count=count)
    else:
        said = _("None has been placed on the map of importance and certainty yet.")
    return f"{said} {changes_said(plan)}".strip()


def _notes(plan: Plan) -> tuple[str, ...]:
    placed = [trend for trend in plan.trends if trend.placed]
    notes = []
    if placed:
        notes.append(_("The map is work in progress, not a final product."))
    if placed and all(trend.example for trend in placed):
        notes.append(_("All positions are an example: they were made up to show how the map looks."))
    elif any(trend.example for trend in placed):
        notes.append(_("Positions marked as example in the list were made up to show how the map looks."))
    return tuple(notes)
