"""What the facilitator put in rows is there to read at a group's station."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.site.station_gestures import POSTER, Station, a_room
from workshop_tool.domain.posters import Action
from workshop_tool.services.edits.actions import write_actions
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give an open workshop with groups."""
    opened = a_room(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def station(site: Site, session: WorkshopSession) -> Iterator[Station]:
    """Give a device of group 1."""
    with Station(site, session) as opened:
        yield opened


def test_a_station_shows_the_rows_that_the_facilitator_wrote(station: Station, session: WorkshopSession) -> None:
    """To read: who does what, and who follows it up."""
    rows = (Action(actor="Ministry", action="pays", owner="County"),)
    session.edit("Write", partial(write_actions, poster_id="p1", field="solution_a", rows=rows)).result()
    assert "<b>Ministry</b> pays · followed up by County" in station.get(POSTER).text
