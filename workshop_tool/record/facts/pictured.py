"""What the figures show, in words, for those who do not see them; the numbers stand in a table or list nearby."""

from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.ledger import LedgerFacts
from workshop_tool.record.facts.matrix import MatrixFacts
from workshop_tool.record.facts.trends import TrendsFacts
from workshop_tool.record.facts.wording import listed

_NAMED = 5
"""Most things that one sentence names."""


def map_in_words(facts: TrendsFacts) -> str:
    """Say how many trends stand on the map, and which stand highest."""
    placed = facts.placed
    said = ngettext(
        "Map with {count} trend by certainty (across) and importance (up).",
        "Map with {count} trends by certainty (across) and importance (up).",
        len(placed),
    ).format(count=len(placed))
    highest = sorted(placed, key=lambda trend: -(trend.importance or 0.0))[:_NAMED]
    named = _("Highest stand: {trends}.").format(trends=listed([trend.label for trend in highest]))
    return " ".join((said, named, _("The list names them all.")))


def turnout_in_words(facts: LedgerFacts) -> str:
    """Say how many voted by which way, and how many did not."""
    return _("Bar of the turnout: {parts}.").format(parts=listed([part.words for part in facts.parts]))


def matrix_in_words(facts: MatrixFacts) -> str:
    """Say what is wanted and feasible, and what is wanted but hard."""
    said = _("Matrix of {up} (up) and {across} (across).").format(up=facts.up, across=facts.across)
    return " ".join((said, f"{facts.title}.", *facts.readings, _("The table of dots has the numbers.")))
