"""Everything that can be asked of the site. Nothing else is answered, and nothing here is the facilitator's."""

from typing import Final

from workshop_tool.site.casting import get_state, put_ballot
from workshop_tool.site.pages import join, post_vote, show_poster, show_vote, type_code
from workshop_tool.site.room import Route

BALLOT_CAP: Final = 16 * 1024

ROUTES: Final = (
    Route("GET", "/", type_code),
    Route("GET", "/j/{code}", join),
    Route("GET", "/vote", show_vote),
    Route("POST", "/vote", post_vote, content_type="application/x-www-form-urlencoded", cap=BALLOT_CAP),
    Route("GET", "/vote/posters/{poster_id:path}", show_poster),
    Route("GET", "/api/state", get_state),
    Route("PUT", "/api/ballot", put_ballot, content_type="application/json", cap=BALLOT_CAP, custom_header=True),
)
