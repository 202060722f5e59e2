"""The room of a whole day: groups that write on their own devices and people who vote by phone, over real HTTP."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.workshop import Workshop
from workshop_tool.rehearsal.messages import Request, read_elements
from workshop_tool.rehearsal.participants import hold_vote
from workshop_tool.rehearsal.phone import FINE, SEE_OTHER, Phone
from workshop_tool.services.stations import station_key

PEOPLE = 15


def write_posters(workshop: Workshop, join_url: str) -> int:
    """Let every group write one sentence into each text of its posters; return how many were saved."""
    saved = 0
    for group in workshop.plan.groups:
        device = Phone(join_url)
        assert device.ask(Request("GET", f"/g/{station_key(workshop, group.id)}")).status == SEE_OTHER
        for poster in workshop.plan.posters:
            if group.id in poster.groups.values():
                saved += _write(device, poster.id, group.name)
    return saved


def suggest_trend(workshop: Workshop, join_url: str, text: str) -> int:
    """Let the first group suggest a trend on its own device; return 1 where it was taken."""
    device = Phone(join_url)
    device.ask(Request("GET", f"/g/{station_key(workshop, next(iter(workshop.plan.groups)).id)}"))
    return int(device.fill_in("/station/trends", do="trend", id=new_id(), text=text).status == SEE_OTHER)


def vote(join_url: str) -> int:
    """Let everybody vote by phone; return how many did."""
    return sum(story.last is not None for story in hold_vote(join_url, PEOPLE, seed=7))


def meanwhile(window: MainWindow, work: Callable[[], int], wait: Callable[[Callable[[], object]], None]) -> int:
    """Let the room do something while the window goes on; return what it returns."""
    assert window.bridge.hosting.site is not None, "the site is off"
    with ThreadPoolExecutor(1) as elsewhere:
        done: Future[int] = elsewhere.submit(work)
        wait(done.done)
        return done.result()


def _write(device: Phone, poster: str, name: str) -> int:
    elements = read_elements(device.ask(Request("GET", f"/station/posters/{poster}")).text)
    fields = {found["data-field"]: found["data-base"] for found in elements if "data-base" in found}
    saved = 0
    for field, base in fields.items():
        if not field.startswith("_"):
            body = {"poster": poster, "field": field, "base": base, "text": f"What {name} knows of it."}
            saved += device.write("PUT", "/api/station/field", body).status == FINE
    return saved
