"""Under which of this computer's addresses the phones in the room will reach it: the likeliest one first."""

import ipaddress
import re
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

import psutil

from workshop_tool.site.refusals import NoNetwork

_VPN: Final = re.compile(r"tun|tap|utun|wg|ppp|ipsec|vpn|tailscale|zerotier|^zt", re.IGNORECASE)
_VIRTUAL: Final = re.compile(
    r"docker|veth|vmnet|vmware|virtualbox|vbox|virbr|vethernet|wsl|^br-|lxc|cni", re.IGNORECASE
)
_WIRELESS: Final = re.compile(r"^wl|wi-?fi|wlan|wireless", re.IGNORECASE)
_HOST_NAME: Final = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?")

Kind = Literal["wireless", "cable", "self-assigned", "virtual", "vpn", "loopback"]
"""What an adapter is, as far as its name and address tell."""


@dataclass(frozen=True)
class Adapter:
    """A network adapter as the system calls it, and one of its IPv4 addresses."""

    name: str
    ip: str

    @property
    def loopback(self) -> bool:
        """Whether only this computer itself reaches the address."""
        return ipaddress.IPv4Address(self.ip).is_loopback

    @property
    def kind(self) -> Kind:
        """What it is; a system that calls its Wi-Fi by another name has it counted as a cable."""
        if self.loopback:
            return "loopback"
        if _VPN.search(self.name):
            return "vpn"
        if _VIRTUAL.search(self.name):
            return "virtual"
        if ipaddress.IPv4Address(self.ip).is_link_local:
            return "self-assigned"
        return "wireless" if _WIRELESS.search(self.name) else "cable"


class Address(Protocol):
    """What psutil says about one address of an adapter."""

    @property
    def family(self) -> int: ...  # noqa: D102
    @property
    def address(self) -> str: ...  # noqa: D102


def adapters() -> list[Adapter]:
    """Return the adapters that are up, best first; loopback only where there is nothing else."""
    up = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    return ranked({name: found for name, found in psutil.net_if_addrs().items() if name in up})


def best_address() -> str:
    """Return the IPv4 address that phones most likely reach.

    Raises:
        NoNetwork: there is none but the computer's own loopback.
    """
    found = adapters()
    if not found or found[0].loopback:
        raise NoNetwork
    return found[0].ip


def ranked(addresses: Mapping[str, Sequence[Address]]) -> list[Adapter]:
    """Put adapters in order: real networks, then self-assigned addresses, virtual adapters and VPNs.

    Of real ones a wireless adapter comes first, for that is where the phones are.
    """
    found = [
        Adapter(name, entry.address)
        for name, entries in addresses.items()
        for entry in entries
        if entry.family == socket.AF_INET
    ]
    outward = [adapter for adapter in found if not adapter.loopback]
    return sorted(outward or found, key=_rank)


def is_host_name(text: str) -> bool:
    """Tell whether this can be a computer's name in a network, such as ``workshop.local`` (RFC 1123, lower case)."""
    return bool(_HOST_NAME.fullmatch(text))


def _rank(adapter: Adapter) -> tuple[int, bool, bool, str]:
    doubt = {"self-assigned": 1, "virtual": 2, "vpn": 3}.get(adapter.kind, 0)
    return doubt, not ipaddress.IPv4Address(adapter.ip).is_private, adapter.kind != "wireless", adapter.name
