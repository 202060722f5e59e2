"""What the room check means: from the adapter up to live news, the first layer that blocks, and what to do about it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.site.addresses import Kind
    from workshop_tool.site.room_check import Findings

State = Literal["waiting", "yes", "no"]

PATIENCE: Final = 20.0
"""Seconds after which a phone that has not arrived will hardly come by itself."""
TRYING: Final = 12.0
"""Seconds that the page on the phone needs at most to try everything out."""


@dataclass(frozen=True)
class Layer:
    """One layer of the way from a phone to the workshop."""

    key: str
    words: str
    state: State


@dataclass(frozen=True)
class Seen:
    """What is known at one moment."""

    has_adapter: bool
    """The network that the site is on is there."""
    kind: "Kind | None"
    """What that network is."""
    listens: bool
    itself: bool | None
    """Whether this computer reached its own page through that network; None while it tries."""
    findings: "Findings"
    waited: float
    """Seconds since the phone was asked for."""
    waited_here: float = 0.0
    """Seconds since the phone's page was opened."""


@dataclass(frozen=True)
class Verdict:
    """Whether the room may come, and what to do where it may not; ``goes`` is None while that is open."""

    goes: bool | None
    title: str
    advice: str


def layers(seen: Seen) -> tuple[Layer, ...]:
    """Return every layer, from this computer outwards."""
    found = seen.findings
    late = seen.waited > PATIENCE
    late_here = found.opened and seen.waited_here > TRYING
    return (
        Layer("adapter", _("The network is there"), _state(seen.has_adapter)),
        Layer("site", _("The site answers on this computer"), _state(seen.listens)),
        Layer("itself", _("The page opens through that network"), _state(seen.itself)),
        Layer("phone", _("Your phone has arrived"), _awaited(found.opened, late=late)),
        Layer("writes", _("A vote would arrive"), _awaited(bool(found.writes), late=late_here)),
        Layer("live", _("News reaches the phone at once"), _live(found, late=late_here)),
    )


def verdict(seen: Seen) -> Verdict:
    """Return what the layers mean; the first one that blocks decides."""
    for layer in layers(seen):
        if layer.state == "waiting":
            return Verdict(None, _("Checking …"), _waiting_for(layer.key))
        if layer.state == "no" and layer.key != "live":
            return Verdict(False, _("No go: {layer}").format(layer=_blocked(layer.key)), _advice(layer.key, seen))
    if seen.findings.live is False:
        return Verdict(True, _("Go"), _("News comes a few seconds late, for this network holds it back. Voting works."))
    return Verdict(True, _("Go"), _("Your phone reads, sends and hears of changes. The guests' phones will, too."))


def _waiting_for(key: str) -> str:
    if key == "phone":
        return _("Join the room's Wi-Fi with your phone and scan the code.")
    return _("One moment …")


def _blocked(key: str) -> str:
    return {
        "adapter": _("this computer has lost the network"),
        "site": _("the site does not answer"),
        "itself": _("the page cannot be opened through this network"),
        "phone": _("no phone has arrived"),
        "writes": _("the phone reads, but cannot send"),
    }[key]


def _advice(key: str, seen: Seen) -> str:
    match key:
        case "adapter":
            return _("Join the room's Wi-Fi again, or choose another network on the Room page.")
        case "site":
            return _("Switch the site off and on again on the Room page.")
        case "itself":
            return _(
                "A firewall or VPN program on this computer blocks it. Allow Python on private networks, or pause it."
            )
        case "writes":
            return _(
                "Something on the phone or the network changes what is sent. Switch off data savers and VPN there."
            )
    return _no_phone(seen)


def _no_phone(seen: Seen) -> str:
    """Say what to try first: it depends on whether anything was heard, and over what."""
    if seen.findings.called:
        return _(
            "A device called, but did not open this page. Scan the code again; type the address if it is not opened."
        )
    if seen.kind in {"vpn", "virtual", "self-assigned"}:
        return _("Nothing was heard, and phones hardly reach this kind of network. Choose the Wi-Fi on the Room page.")
    return _(
        "Nothing was heard at all. First: is the phone on this Wi-Fi, with mobile data off? Then: does this computer's "
        "firewall allow Python on private networks? Then: guest Wi-Fi often keeps devices apart, so try a hotspot."
    )


def _state(fact: bool | None) -> State:
    return "waiting" if fact is None else "yes" if fact else "no"


def _awaited(fact: bool, *, late: bool) -> State:
    return "yes" if fact else "no" if late else "waiting"


def _live(found: "Findings", *, late: bool) -> State:
    return _awaited(bool(found.live), late=late or found.live is False)
