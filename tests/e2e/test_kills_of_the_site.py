"""Kill the host while a room votes through the real site: every receipt that a phone got is worth something."""

import http.client
import random
import signal
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.builders import a_workshop
from tests.cli.hosting import hosted
from workshop_tool.domain.workshop import Workshop
from workshop_tool.rehearsal.messages import Dots
from workshop_tool.rehearsal.phone import Phone
from workshop_tool.services.opening import read_workshop, save_new

KILLS = 6
PHONES = 6
LONGEST = 0.6
"""Seconds of voting before the kill, at most."""


@dataclass
class Voter:
    """Somebody who changes their mind as fast as the site answers, over all restarts of it."""

    number: int
    phone: Phone
    revision: int = 0
    """The highest one that was acknowledged."""
    acknowledged: dict[int, Dots] = field(default_factory=dict)
    """What was acknowledged, by revision."""

    def vote_until_the_site_is_gone(self) -> None:
        """Join, then read the ballot and send another one, over and over."""
        try:
            self.phone.join()
            while True:
                page = self.phone.read_ballot()
                dots = {f"p{self.number % 3 + 1}": {"priority": page.revision % 3 + 1}}
                self.phone.cast(page, dots)
                self.revision = page.revision + 1
                self.acknowledged[self.revision] = dots
        except (OSError, http.client.HTTPException):
            return


def check_all_there(workshop: Workshop, voters: list[Voter]) -> None:
    """Compare the file with the receipts: a ballot more may have been saved than was answered, never one less."""
    (book,) = workshop.rounds
    ballots = {ballot.receipt: ballot for ballot in book.ballots.values()}
    assert len(ballots) == len(book.ballots) <= PHONES, "a device has one ballot"
    for voter in voters:
        if voter.revision:
            ballot = ballots[voter.phone.receipt]
            assert ballot.revision >= voter.revision
            expected = {f"p{voter.number % 3 + 1}": {"priority": (ballot.revision - 1) % 3 + 1}}
            assert ballot.allocation.dots == expected == voter.acknowledged.get(ballot.revision, expected)


def test_no_receipt_is_lost_when_the_host_is_killed(tmp_path: Path) -> None:
    """Kill -9 in the middle of the vote, look at the file, host it again on the same port, over and over."""
    rng = random.Random(7)
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(posters=3), path)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    voters: list[Voter] = []
    killed_at_work = 0
    for _ in range(KILLS):
        with hosted(path, "--address", "127.0.0.1", "--port", port, "--open-round", "Dots") as host:
            voters = voters or [Voter(number, Phone(host.first_line)) for number in range(PHONES)]
            before = sum(voter.revision for voter in voters)
            threads = [threading.Thread(target=voter.vote_until_the_site_is_gone) for voter in voters]
            for thread in threads:
                thread.start()
            time.sleep(rng.uniform(0.1, LONGEST))
            host.end(signal.SIGKILL)
            for thread in threads:
                thread.join()
        killed_at_work += sum(voter.revision for voter in voters) > before
        check_all_there(read_workshop(path), voters)
    assert killed_at_work == KILLS, "nothing was acknowledged before a kill"
