"""The projector: a second window for the room. Adding a view: one file in ``views`` and one line here."""

from typing import Final

from workshop_tool.desktop.projector.showing import View
from workshop_tool.desktop.projector.views import areas, black, poster, programme, result, trends, vote, wall, welcome
from workshop_tool.language import _

BLACK: Final = View("black", lambda: _("Black"), "black", black.slides)

VIEWS: Final[tuple[View, ...]] = (
    View("welcome", lambda: _("Welcome"), "qr", welcome.slides),
    View("programme", lambda: _("Programme"), "calendar", programme.slides),
    View("trends", lambda: _("Trends"), "trends", trends.slides),
    View("areas", lambda: _("Problem areas"), "problem-areas", areas.slides),
    View("wall", lambda: _("Poster wall"), "posters", wall.slides),
    View("poster", lambda: _("One poster"), "record", poster.slides),
    View("vote", lambda: _("Voting"), "vote", vote.slides),
    View("result", lambda: _("Result"), "check", result.slides),
    BLACK,
)
"""Everything the projector can show, in the order of the day."""
