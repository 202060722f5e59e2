"""Everything a kit can hold, in the order in which a day needs it; window and command line offer this list."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from workshop_tool.kit.blank_posters import PosterSize, make_blank_poster
from workshop_tool.kit.join_sheet import make_join_sheet
from workshop_tool.kit.order import KitOrder
from workshop_tool.kit.paper_ballots import make_paper_ballots
from workshop_tool.kit.station_sheets import make_station_sheets
from workshop_tool.kit.trend_cards import make_trend_cards
from workshop_tool.kit.voter_cards import make_voter_cards
from workshop_tool.language import _, speaking
from workshop_tool.services.cards import card_codes

Counted = Literal["cards", "ballots"]


@dataclass(frozen=True)
class Printable:
    """One file of the kit."""

    file_name: str
    title: str
    make: Callable[[KitOrder], bytes]
    lacks: Callable[[KitOrder], str] = lambda _order: ""
    """What is missing for it, as a sentence; empty where it can be made."""
    counted: Counted | None = None
    """Of which one says how many."""


def kit() -> tuple[Printable, ...]:
    """Return what there is, in the language in use."""
    everything = (
        Printable("join-sheet.pdf", _("Join sheet for the wall"), _join_sheet),
        Printable("group-stations.pdf", _("Group stations"), _station_sheets, _lacks_groups),
        Printable("voter-cards.pdf", _("Voter cards"), _voter_cards, _lacks_cards, "cards"),
        Printable("paper-ballots.pdf", _("Paper ballots"), _paper_ballots, _lacks_ballots, "ballots"),
        Printable("trend-cards.pdf", _("Trend cards"), lambda order: make_trend_cards(order.workshop), _lacks_trends),
        Printable("poster-a3.pdf", _("Blank poster A3"), partial(_blank_poster, size="A3")),
        Printable("poster-a1.pdf", _("Blank poster A1"), partial(_blank_poster, size="A1")),
    )
    return tuple(replace(one, make=partial(_printed, one.make)) for one in everything)


def _printed(make: Callable[[KitOrder], bytes], order: KitOrder) -> bytes:
    """Print in the language of the record: it is the room that reads it, whatever the screen speaks."""
    with speaking(order.workshop.plan.particulars.language):
        return make(order)


def _join_sheet(order: KitOrder) -> bytes:
    return make_join_sheet(order.workshop, order.join_url, order.wifi)


def _station_sheets(order: KitOrder) -> bytes:
    return make_station_sheets(order.workshop, order.address, names=order.names)


def _voter_cards(order: KitOrder) -> bytes:
    """Make the whole set: part of it, printed a second time, would put one code into two hands unnoticed."""
    return make_voter_cards(order.workshop, order.address, card_codes(order.workshop))


def _paper_ballots(order: KitOrder) -> bytes:
    return make_paper_ballots(order.workshop, order.ballots)


def _blank_poster(order: KitOrder, size: PosterSize) -> bytes:
    return make_blank_poster(order.workshop, size)


def _lacks_groups(order: KitOrder) -> str:
    return "" if order.workshop.plan.groups else _("No group stations: there are no groups yet.")


def _lacks_cards(order: KitOrder) -> str:
    return "" if order.workshop.plan.particulars.cards else _("No voter cards: say how many are needed.")


def _lacks_ballots(order: KitOrder) -> str:
    if not order.workshop.plan.posters:
        return _("No paper ballots: there are no posters to vote on yet.")
    return "" if order.ballots else _("No paper ballots: say how many are needed.")


def _lacks_trends(order: KitOrder) -> str:
    return "" if order.workshop.plan.trends else _("No trend cards: there are no trends yet.")
