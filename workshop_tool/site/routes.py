"""Everything that can be asked of the site. Nothing else is answered, and nothing here is the facilitator's."""

from typing import Final

from workshop_tool.site.casting import get_state, put_ballot
from workshop_tool.site.forms import FORM, SMALL_FORM
from workshop_tool.site.languages import choose_language
from workshop_tool.site.now_page import follow, show_now
from workshop_tool.site.pages import join, post_vote, show_poster, show_vote, type_code
from workshop_tool.site.people import post_card, post_next, post_resume, scan_card, show_card, show_next, show_resume
from workshop_tool.site.room import Route
from workshop_tool.site.room_check import REPORT_CAP, put_check, show_check, stream_check
from workshop_tool.site.stations.routes import STATION_ROUTES

BALLOT_CAP: Final = 16 * 1024

ROUTES: Final = (
    Route("GET", "/check/{token}", show_check),
    Route("PUT", "/check/{token}", put_check, content_type="application/json", cap=REPORT_CAP, custom_header=True),
    Route("GET", "/check/{token}/live", stream_check),
    Route("GET", "/", type_code),
    Route("GET", "/j/{code}", join),
    Route("GET", "/vote", show_vote),
    Route("POST", "/vote", post_vote, content_type=FORM, cap=BALLOT_CAP),
    Route("GET", "/vote/posters/{poster_id:path}", show_poster),
    Route("GET", "/c/{code}", scan_card),
    Route("GET", "/card", show_card),
    Route("POST", "/card", post_card, content_type=FORM, cap=SMALL_FORM),
    Route("GET", "/resume", show_resume),
    Route("POST", "/resume", post_resume, content_type=FORM, cap=SMALL_FORM),
    Route("GET", "/next", show_next),
    Route("POST", "/next", post_next, content_type=FORM, cap=SMALL_FORM),
    *STATION_ROUTES,
    Route("GET", "/now", show_now),
    Route("GET", "/language/{code}", choose_language),
    Route("GET", "/api/state", get_state),
    Route("GET", "/api/live", follow),
    Route("PUT", "/api/ballot", put_ballot, content_type="application/json", cap=BALLOT_CAP, custom_header=True),
)
