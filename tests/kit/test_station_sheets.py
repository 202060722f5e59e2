"""Station sheets: each leads to its own group, and names people only where that is asked for."""

import pytest

from tests.builders import a_workshop
from tests.kit.reading import ADDRESS, codes_on, words_of
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.station_sheets import make_station_sheets
from workshop_tool.services.joining import ensure_room_key
from workshop_tool.services.stations import NoRoomKey, group_of_key, station_key


@pytest.fixture
def workshop() -> Workshop:
    """Give three groups of four."""
    return ensure_room_key(a_workshop(groups=3, participants=12))[0]


def test_each_page_leads_to_its_group(workshop: Workshop) -> None:
    """The key in the code is that of the group whose name stands above."""
    pdf = make_station_sheets(workshop, ADDRESS)
    found = []
    for page in range(3):
        (text,) = codes_on(pdf, page)
        found.append(group_of_key(workshop, text.removeprefix(f"{ADDRESS}/g/")))
    assert found == list(workshop.plan.groups)
    assert [group.name in page for group, page in zip(workshop.plan.groups, words_of(pdf), strict=True)] == [True] * 3


def test_the_address_can_be_typed(workshop: Workshop) -> None:
    """All of it, with the key, in one piece."""
    typed = f"192.168.178.120:8080/g/{station_key(workshop, 'g2')}"
    assert typed in words_of(make_station_sheets(workshop, ADDRESS))[1]


def test_people_are_not_named_unasked(workshop: Workshop) -> None:
    """A sheet lies about in the room."""
    assert "Number" not in " ".join(words_of(make_station_sheets(workshop, ADDRESS)))


def test_people_are_named_where_asked(workshop: Workshop) -> None:
    """With the part of the day in which they are in the group."""
    assert (
        "Morning Number 3 · Number 6 · Number 9 · Number 12"
        in words_of(make_station_sheets(workshop, ADDRESS, names=True))[0]
    )


def test_a_workshop_without_a_key_is_refused() -> None:
    """Its groups have no pages yet."""
    with pytest.raises(NoRoomKey):
        make_station_sheets(a_workshop(groups=1), ADDRESS)


def test_a_long_name_leaves_the_code_readable(workshop: Workshop) -> None:
    """It is cut before it reaches the quiet zone."""
    plan = workshop.plan
    workshop = workshop.with_plan(plan.with_item(plan.groups["g1"].revised(name="Forest and fjord " * 18)))
    assert len(codes_on(make_station_sheets(workshop, ADDRESS))) == 1
