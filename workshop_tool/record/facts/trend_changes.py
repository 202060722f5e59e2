"""What the workshop did to the trends: added, renamed and moved ones, and where the room placed them."""

from dataclasses import dataclass

from workshop_tool.domain.fact import TrendId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.sheets import spread_of
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.record.facts.wording import listed, number_text, number_word

_MOVED = 0.02
"""Of the side of the map: less than this is the hand that trembles, not a move."""
_FEWEST_PLACINGS = 3
"""With fewer devices than this a spread says nothing, and a mean tells who said it."""


def changes_said(plan: Plan) -> str:
    """Say how many trends the workshop renamed and moved; empty where it did neither. The title counts the new ones."""
    counts = (
        (_("renamed {count}"), sum(bool(trend.presented_as) for trend in plan.trends)),
        (_("moved {count}"), sum(moved_from(trend) is not None for trend in plan.trends)),
    )
    done = [words.format(count=number_word(count)) for words, count in counts if count]
    return _("The workshop {did}.").format(did=listed(done)) if done else ""


def moved_from(trend: Trend) -> tuple[float, float] | None:
    """Return certainty and importance as a trend was presented, where it stands elsewhere now."""
    before = (trend.presented_certainty, trend.presented_importance)
    now = (trend.certainty, trend.importance)
    if before[0] is None or before[1] is None or now[0] is None or now[1] is None:
        return None
    far = max(abs(now[0] - before[0]), abs(now[1] - before[1])) >= _MOVED
    return (before[0], before[1]) if far else None


@dataclass(frozen=True)
class RoomRow:
    """Where the room placed one trend: mean and spread, 0 to 100."""

    number: str
    label: str
    certainty: str
    importance: str
    devices: str
    """How many placed it."""


def room_said(workshop: Workshop) -> tuple[RoomRow, ...]:
    """Return where the room placed each trend that at least three devices placed."""
    said = []
    for number, trend in enumerate(workshop.plan.trends, 1):
        spread = spread_of(TrendId(trend.id), workshop.sheets.values())
        if spread and spread.count >= _FEWEST_PLACINGS:
            certainty = _spread_said(spread.mean.certainty, spread.certainty)
            importance = _spread_said(spread.mean.importance, spread.importance)
            said.append(RoomRow(str(number), trend.label, certainty, importance, number_text(spread.count)))
    return tuple(said)


def _spread_said(mean: float, deviation: float) -> str:
    return f"{round(100 * mean)} ± {round(100 * deviation)}"


def room_note() -> str:
    """Say how to read the numbers of ``room_said``."""
    return _(
        "Mean and standard deviation over the devices that placed the trend; 0 is the left or lower edge of the map, "
        "100 the right or upper one."
    )


def move_said(trend: Trend) -> str:
    """Return where to the workshop moved a trend; empty where it did not."""
    before = moved_from(trend)
    if before is None or trend.certainty is None or trend.importance is None:
        return ""
    across, up = trend.certainty - before[0], trend.importance - before[1]
    ways = []
    if abs(up) >= _MOVED:
        ways.append(_("more important") if up > 0 else _("less important"))
    if abs(across) >= _MOVED:
        ways.append(_("more certain") if across > 0 else _("less certain"))
    return _("moved: {ways}").format(ways=", ".join(ways))
