"""Which address the phones are given."""

import socket
from dataclasses import dataclass

import pytest

from workshop_tool.site import addresses
from workshop_tool.site.addresses import Adapter, adapters, best_address, ranked
from workshop_tool.site.refusals import NoNetwork


@dataclass(frozen=True)
class Entry:
    """An address as psutil gives it."""

    address: str
    family: int = socket.AF_INET


LAPTOP = {
    "lo": [Entry("127.0.0.1")],
    "tun0": [Entry("10.8.0.2")],
    "docker0": [Entry("172.17.0.1")],
    "vEthernet (WSL)": [Entry("172.29.0.1")],
    "Ethernet 2": [Entry("169.254.3.4")],
    "eth0": [Entry("fe80::1", socket.AF_INET6), Entry("192.168.1.20")],
    "wlan0": [Entry("192.168.1.21")],
}


def test_the_wireless_network_of_the_room_comes_first() -> None:
    """That is where the phones are."""
    assert ranked(LAPTOP)[:2] == [Adapter("wlan0", "192.168.1.21"), Adapter("eth0", "192.168.1.20")]


def test_what_phones_hardly_reach_comes_last() -> None:
    """Self-assigned addresses, then virtual adapters, then VPNs."""
    assert [adapter.name for adapter in ranked(LAPTOP)[2:]] == ["Ethernet 2", "docker0", "vEthernet (WSL)", "tun0"]


def test_loopback_is_offered_only_where_there_is_nothing_else() -> None:
    """No phone reaches it, but a rehearsal on the laptop does."""
    assert ranked({"lo": LAPTOP["lo"]}) == [Adapter("lo", "127.0.0.1")]
    assert not any(adapter.loopback for adapter in ranked(LAPTOP))


@pytest.mark.parametrize(
    "name", ["utun3", "wg0", "tap0", "Tailscale", "veth12ab", "vmnet8", "VirtualBox Host-Only", "br-9f"]
)
def test_a_tunnel_or_virtual_adapter_never_beats_a_real_one(name: str) -> None:
    """Whatever address it has."""
    assert ranked({name: [Entry("192.168.0.2")], "en0": [Entry("203.0.113.5")]})[0].name == "en0"


def test_this_computer_has_at_least_its_loopback() -> None:
    """The real list of the machine at hand is read without trouble."""
    assert adapters()


def test_without_a_network_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The facilitator reads what to do, and not an address that no phone reaches."""
    monkeypatch.setattr(addresses, "adapters", lambda: [Adapter("lo", "127.0.0.1")])
    with pytest.raises(NoNetwork, match="hotspot"):
        best_address()
