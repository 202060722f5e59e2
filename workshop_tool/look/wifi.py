"""What the QR code of a wireless network holds, so that a phone joins it without typing."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from workshop_tool.domain.refusals import WorkshopProblem

NAME_BYTES: Final = 32
"""Longest name of a wireless network (IEEE 802.11, SSID)."""
PASSWORD_LENGTHS: Final = range(8, 65)
"""WPA takes 8 to 63 characters, or 64 hexadecimal digits."""

Security = Literal["WPA", "WEP"]
"""How a network with a password is secured; WPA stands for WPA, WPA2 and WPA3."""

_SPECIAL = re.compile(r'([\\;,":])')


class NoSuchNetworkName(WorkshopProblem):
    """A Wi-Fi network has a name of 1 to {most} characters without line breaks. Nothing was changed; check the name."""


class NoSuchPassword(WorkshopProblem):
    """A Wi-Fi password has {least} to {most} characters. Nothing was changed; leave it empty for an open network."""


@dataclass(frozen=True)
class Wifi:
    """A wireless network and its password; an empty password says that the network is open.

    Raises:
        NoSuchNetworkName: no network can be called so.
        NoSuchPassword: no network can have this password.
    """

    network: str
    password: str = ""
    security: Security = "WPA"

    def __post_init__(self) -> None:
        if not self.network.isprintable() or not 1 <= len(self.network.encode()) <= NAME_BYTES:
            raise NoSuchNetworkName(most=NAME_BYTES)
        is_any_length = not self.password or self.security == "WEP"
        if not self.password.isprintable() or not (is_any_length or len(self.password) in PASSWORD_LENGTHS):
            raise NoSuchPassword(least=PASSWORD_LENGTHS[0], most=PASSWORD_LENGTHS[-1])

    @property
    def qr_text(self) -> str:
        """The network as phones read it: ``WIFI:T:WPA;S:name;P:password;;``, with what has a meaning there escaped."""
        if not self.password:
            return f"WIFI:T:nopass;S:{_escaped(self.network)};;"
        return f"WIFI:T:{self.security};S:{_escaped(self.network)};P:{_escaped(self.password)};;"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
