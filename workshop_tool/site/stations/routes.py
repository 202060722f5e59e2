"""What can be asked by a group's station, and by a phone that answers questions or places trends."""

from typing import Final

from workshop_tool.site.multipart import FRAMING, MULTIPART
from workshop_tool.site.placing import post_places, put_place, show_places
from workshop_tool.site.room import Route
from workshop_tool.site.stations.api import get_poster, put_choice, put_field, put_typing, stream
from workshop_tool.site.stations.pages import (
    enter,
    post_areas,
    post_station_poster,
    show_areas,
    show_station_poster,
    type_key,
)
from workshop_tool.site.stations.photos import PHOTO_CAP, expect_photo, post_photo, put_photo
from workshop_tool.site.stations.trends import post_trends, show_trends
from workshop_tool.site.warm_up import post_answers, put_answer, show_answers

FIELD_CAP: Final = 64 * 1024
CHOICE_CAP: Final = 4 * 1024
FORM_CAP: Final = 256 * 1024
"""A form writes a letter that is not plain as up to twelve bytes, and holds the text of one field."""

_FORM: Final = "application/x-www-form-urlencoded"
_JSON: Final = "application/json"

STATION_ROUTES: Final = (
    Route("GET", "/g", type_key),
    Route("GET", "/g/{key}", enter),
    Route("GET", "/station", show_areas),
    Route("POST", "/station", post_areas, content_type=_FORM, cap=FIELD_CAP),
    Route("GET", "/station/posters/{poster_id}", show_station_poster),
    Route("POST", "/station/posters/{poster_id}", post_station_poster, content_type=_FORM, cap=FORM_CAP),
    Route("GET", "/station/trends", show_trends),
    Route("POST", "/station/trends", post_trends, content_type=_FORM, cap=FIELD_CAP),
    Route("GET", "/api/station/poster/{poster_id}", get_poster),
    Route("GET", "/api/station/live", stream),
    Route("PUT", "/api/station/field", put_field, content_type=_JSON, cap=FIELD_CAP, custom_header=True),
    Route("PUT", "/api/station/choice", put_choice, content_type=_JSON, cap=CHOICE_CAP, custom_header=True),
    Route("PUT", "/api/station/typing", put_typing, content_type=_JSON, cap=CHOICE_CAP, custom_header=True),
    Route(
        "PUT",
        "/api/station/photo/{poster_id}",
        put_photo,
        content_type="image/jpeg",
        other_types=("image/png", "image/webp"),
        cap=PHOTO_CAP,
        custom_header=True,
        first=expect_photo,
    ),
    Route(
        "POST",
        "/station/posters/{poster_id}/photo",
        post_photo,
        content_type=MULTIPART,
        cap=PHOTO_CAP + FRAMING,
        first=expect_photo,
    ),
    Route("GET", "/answers", show_answers),
    Route("POST", "/answers", post_answers, content_type=_FORM, cap=FORM_CAP),
    Route("PUT", "/api/answers", put_answer, content_type=_JSON, cap=FIELD_CAP, custom_header=True),
    Route("GET", "/place", show_places),
    Route("POST", "/place", post_places, content_type=_FORM, cap=FIELD_CAP),
    Route("PUT", "/api/place", put_place, content_type=_JSON, cap=CHOICE_CAP, custom_header=True),
)
