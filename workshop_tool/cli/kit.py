"""The command that writes what is printed for the room."""

import argparse
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from workshop_tool.cli.commands import LOOPBACK, CannotWrite
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _
from workshop_tool.look.wifi import Wifi
from workshop_tool.services.opening import open_workshop
from workshop_tool.store.durable import replace_file

PORT: Final = 8080
"""Where `host` serves if it is not told otherwise."""


class PasswordWithoutNetwork(WorkshopProblem):
    """A Wi-Fi password is of no use without the name of its network. Nothing was printed; add --wifi-network."""


def kit(arguments: argparse.Namespace) -> int:
    """Write every printable that the workshop has the data for, and name those that it has not."""
    from workshop_tool.kit import order  # noqa: PLC0415 - the report library, only where it is used
    from workshop_tool.kit.contents import kit as everything  # noqa: PLC0415 - as above

    wifi = _wifi(arguments)
    address = order.site_address(arguments.address or _best_address())
    with closing(open_workshop(arguments.file)) as session:
        expected = order.people_expected(session.current)
        earlier = session.current.plan.particulars.cards
        cards = expected if arguments.cards is None else arguments.cards
        ballots = expected if arguments.ballots is None else arguments.ballots
        code = session.act(partial(order.let_in, cards=cards)).result()
        wanted = order.KitOrder(session.current, address, code, wifi, ballots, arguments.names)
        for printable in everything():
            if lack := printable.lacks(wanted):
                print(lack, file=sys.stderr)
                continue
            path = arguments.to / printable.file_name
            _write(path, printable.make(wanted))
            print(_("Wrote {path}").format(path=path))
    if earlier:
        print(_("The voter cards made earlier are among the new ones: hand out one set only."), file=sys.stderr)
    return 0


def _wifi(arguments: argparse.Namespace) -> Wifi | None:
    if arguments.wifi_network is None:
        if arguments.wifi_password:
            raise PasswordWithoutNetwork
        return None
    return Wifi(arguments.wifi_network, arguments.wifi_password or "")


def _best_address() -> str:
    """Return where `host` would serve; with no network that is this computer alone, which is said."""
    from workshop_tool.site.addresses import adapters  # noqa: PLC0415 - the web framework, only where it is used

    best = next(iter(adapters()), None)
    if best is None or best.loopback:
        print(_("There is no network, so only this computer reaches the printed address."), file=sys.stderr)
    return f"http://{best.ip if best else LOOPBACK}:{PORT}"


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise CannotWrite(path=path, reason=(error.strerror or str(error)).lower()) from error
