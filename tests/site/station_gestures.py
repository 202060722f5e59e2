"""What a group does on its page, and a workshop with groups to do it in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

import httpx

from tests.builders import a_session, a_workshop
from tests.site.conftest import Phone
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.posters import Poster
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.stations import field_revision, station_key
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

BLANK: Final = field_revision("")
TABLET: Final[dict[str, Any]] = {"viewport": {"width": 1024, "height": 768}, "has_touch": True}
POSTER: Final = "/station/posters/p1"
SAVED: Final = "#field-evidence .recorded"


def a_room(folder: Path) -> WorkshopSession:
    """Open a workshop with three groups, posters p1 to p3 on five areas, three trends and two questions."""
    workshop = a_workshop(posters=3, trends=3, groups=3)
    plan = workshop.plan
    for n in (1, 2):
        plan = plan.with_new(Question(id=f"q{n}", text=f"Question {n}?"))
    return a_session(folder, workshop.with_plan(plan))


class Station(Phone):
    """A device of a group that sends what our own pages send."""

    def __init__(self, site: Site, session: WorkshopSession, group: str = "g1") -> None:
        super().__init__(site)
        self.key = station_key(session.current, group)

    def __enter__(self) -> Self:
        """Open the address in the QR code on the group's sheet."""
        super().__enter__()
        assert self.get(f"/g/{self.key}").status_code == 200
        return self

    def write(self, text: Any, base: str = BLANK, field: str = "evidence", poster: str = "p1") -> httpx.Response:
        """Save one field as the page's script does."""
        body = {"poster": poster, "field": field, "base": base, "text": text}
        return self.put("/api/station/field", json=body, headers=self.own)

    def submit(self, path: str, **form: str) -> httpx.Response:
        """Send a form of a page as a browser without script does."""
        return self.post(path, data={"csrf": csrf_in(self.get(path).text)} | form, headers=self.own)


def csrf_in(page: str) -> str:
    """Return what the forms of a page carry against other sites."""
    return page.partition('name="csrf" value="')[2].partition('"')[0]


def poster(session: WorkshopSession, poster_id: str = "p1") -> Poster:
    """Return a poster as it is saved."""
    return session.current.plan.posters[poster_id]


@contextmanager
def station_page(
    browser: "Browser", site: Site, session: WorkshopSession, group: str, **device: Any
) -> Iterator["Page"]:
    """Open a poster in a browser of its own; a complaint of the browser fails the test."""
    context = browser.new_context(**(TABLET | device))
    page, complaints = context.new_page(), list[str]()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{site.address}/g/{station_key(session.current, group)}")
    page.goto(site.address + POSTER)
    yield page
    context.close()
    assert complaints == []


def field(page: "Page", key: str = "evidence") -> "Locator":
    """Return the box in which a field is typed."""
    return page.locator(f"[data-field={key}]")
