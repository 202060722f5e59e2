"""What the room check says: the first layer that blocks, and what to try first."""

from typing import Any

import pytest

from workshop_tool.desktop.hosting.verdict import PATIENCE, TRYING, Seen, layers, verdict
from workshop_tool.site.room_check import Findings

ALL = Findings(called=True, opened=True, writes=True, live=True)
LATE = PATIENCE + 1


def seen(**known: Any) -> Seen:
    """Return what is known when all is well, but for what is given."""
    well: dict[str, Any] = {
        "has_adapter": True, "kind": "wireless", "listens": True, "itself": True, "findings": ALL, "waited": 3.0,
    }  # fmt: skip
    return Seen(**(well | known))


def test_all_layers_open_mean_go() -> None:
    """The room may come."""
    assert verdict(seen()).goes is True


def test_as_long_as_a_phone_may_come_nothing_is_said() -> None:
    """Twenty seconds are needed to find the camera."""
    assert verdict(seen(findings=Findings(), waited=PATIENCE - 1)).goes is None


@pytest.mark.parametrize(
    ("known", "blocked", "first"),
    [
        ({"has_adapter": False}, "lost the network", "Join the room's Wi-Fi"),
        ({"listens": False}, "does not answer", "off and on again"),
        ({"itself": False}, "cannot be opened", "firewall"),
        ({"findings": Findings(), "waited": LATE}, "no phone", "mobile data off"),
        ({"findings": Findings(), "waited": LATE, "kind": "vpn"}, "no phone", "Choose the Wi-Fi"),
        ({"findings": Findings(called=True), "waited": LATE}, "no phone", "Scan the code again"),
        (
            {"findings": Findings(called=True, opened=True), "waited": LATE, "waited_here": TRYING + 1},
            "cannot send",
            "data savers",
        ),
    ],
)
def test_the_layer_that_blocks_is_named_with_what_to_do(known: dict[str, Any], blocked: str, first: str) -> None:
    """Heard at all or not heard at all makes the difference between a firewall and a wrong address."""
    said = verdict(seen(**known))
    assert (said.goes, blocked in said.title, first in said.advice) == (False, True, True), said


def test_news_that_come_late_are_no_reason_to_stay_away() -> None:
    """The pages ask by themselves where the stream is held back."""
    said = verdict(seen(findings=Findings(called=True, opened=True, writes=True, live=False)))
    assert said.goes is True
    assert "seconds late" in said.advice


def test_every_layer_says_how_it_stands() -> None:
    """From this computer outwards."""
    shown = layers(seen(itself=None, findings=Findings()))
    assert [layer.state for layer in shown] == ["yes", "yes", "waiting", "waiting", "waiting", "waiting"]
