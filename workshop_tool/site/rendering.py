"""Turns a workshop and a template into a page that holds everything it needs: one request, nothing from elsewhere."""

import base64
import hashlib
import random
import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import LANGUAGES, _, ngettext, spoken
from workshop_tool.language.own_words import own
from workshop_tool.look.clock import said_timer
from workshop_tool.look.dots import dot_svg
from workshop_tool.look.tokens import DARK, LIGHT, css_variables

MARK: Final = 28
"""Side of a dot's mark in its own units; the style sheet says how large it is drawn."""


def _own(name: str) -> str:
    """Return one of our own files without comments and indentation, which no phone needs."""
    text = (files("workshop_tool.site") / "static" / name).read_text(encoding="utf-8")
    lines = (line.strip() for line in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


STYLE: Final = (
    f":root{{color-scheme:light dark;{css_variables(LIGHT)}}}\n"
    f"@media (prefers-color-scheme:dark){{:root{{{css_variables(DARK)}}}}}\n{_own('page.css')}"
)
LIVE: Final = _own("live.js")
UNSENT: Final = _own("unsent.js")
NOW: Final = _own("now.js")
ABOUT: Final = _own("about.js")
BALLOT: Final = _own("ballot.js")
CHECK: Final = _own("room_check.js")
STATION_STYLE: Final = _own("station.css")
FIELDS: Final = _own("fields.js")
POSTER: Final = _own("poster.js")
ROWS: Final = _own("rows.js")
AREAS: Final = _own("areas.js")
PLACING: Final = _own("placing.js")


SCRIPTS: Final = (LIVE, UNSENT, NOW, ABOUT, BALLOT, CHECK, FIELDS, POSTER, ROWS, AREAS, PLACING)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


# Whatever somebody might smuggle into a page, the browser runs and loads only what is named here.
CONTENT_SECURITY: Final = "; ".join(
    (
        "default-src 'none'",
        f"style-src {_hash(STYLE)} {_hash(STATION_STYLE)}",
        " ".join(("script-src", *map(_hash, SCRIPTS))),
        "connect-src 'self'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def page(template: str, workshop: Workshop, status: int = 200, **words: Any) -> HTMLResponse:
    """Return a page; every word that comes from people is escaped."""
    return HTMLResponse(
        _pages().get_template(template).render(workshop=workshop, status=status, **words), status_code=status
    )


def prepare_pages() -> None:
    """Read and compile every page now: in a full room there may be no file left to read one from."""
    for name in _pages().list_templates():
        _pages().get_template(name)


def mark(criterion: Criterion) -> Markup:
    """Return the drawing of a criterion's dot in the page's own colours."""
    drawn = dot_svg(criterion.shape, criterion.letter, f"var(--dot-{criterion.colour})", "var(--dot-ink)", MARK)
    return Markup(drawn)  # noqa: S704 - drawn by us; the letter in it is escaped


def pause() -> int:
    """Return the seconds until a waiting page looks again: spread out, so that not all phones ask at once."""
    return random.randint(4, 8)


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("workshop_tool.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    pages.globals.update(_=_, ngettext=ngettext, mark=mark, pause=pause, spoken=spoken, languages=LANGUAGES)
    pages.filters.update(clock=said_timer, own=own)
    pages.globals.update(style=Markup(STYLE), about_script=Markup(ABOUT), ballot_script=Markup(BALLOT))  # noqa: S704 - our own files
    pages.globals.update(live=Markup(LIVE), unsent=Markup(UNSENT), now_script=Markup(NOW))  # noqa: S704 - as above
    pages.globals.update(check_script=Markup(CHECK))  # noqa: S704 - as above
    pages.globals.update(station_style=Markup(STATION_STYLE), fields_script=Markup(FIELDS))  # noqa: S704 - as above
    pages.globals.update(placing_script=Markup(PLACING), poster_script=Markup(POSTER), areas_script=Markup(AREAS))  # noqa: S704 - as above
    pages.globals.update(rows_script=Markup(ROWS))  # noqa: S704 - as above
    return pages
