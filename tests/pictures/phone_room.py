"""A room to take pictures of phones in: the sample workshop on its day, led from one state into the next."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Final

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Action
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.services import closing, now, stations, voting
from workshop_tool.services.edits.actions import link_trends, set_effect, write_actions
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.opening import copy_to, open_workshop
from workshop_tool.services.sample import SAMPLE
from workshop_tool.site import Site

ROWS: Final = (
    Action(actor="Helse- og omsorgsdepartementet", action="pays for a second year", owner="The county"),
    Action(actor="Schools", action="open two evenings a week"),
)


class Room:
    """The site of a copy of the sample; whoever opens it closes it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.session = open_workshop(copy_to(SAMPLE, folder))
        self.round = ""
        self._edit(_lead)
        self.session.act(partial(closing.reopen_workshop, now=self.session.clock())).result()
        self.site = Site(self.session)
        self.site.start()
        self.group = next(iter(self.session.current.plan.groups)).id
        self.poster = self.session.current.plan.posters_in_list_order()[0].id

    def close(self) -> None:
        """Switch the site off."""
        self.site.stop()
        self.session.close()

    @property
    def station(self) -> str:
        """The address on the sheet of the first group."""
        return f"{self.site.address}/g/{stations.station_key(self.session.current, self.group)}"

    def open_round(self) -> None:
        """Open a round in which nobody votes for their own group's poster."""
        made = Round(id="pictures", name="Second round", own_poster=False)
        self.round = self.session.act(partial(voting.prepare_round, round_=made)).result()
        self.session.act(partial(voting.open_round, round_id=self.round, now=self.session.clock())).result()

    def announce_close(self) -> None:
        """Let phones count down, further than it takes to look."""
        at = self.session.clock() + dt.timedelta(seconds=60)
        self.session.act(partial(voting.announce_close, round_id=self.round, at=at)).result()

    def close_round(self) -> None:
        """End voting."""
        self.session.act(partial(voting.close_round, round_id=self.round, now=self.session.clock())).result()

    def let_timer_run_out(self) -> None:
        """Go three minutes beyond its end."""
        self._edit(partial(now.add_seconds, seconds=-48 * 60))

    def write(self, text: str) -> None:
        """Let another group write the same evidence."""
        poster = self.session.current.plan.posters[self.poster]
        base = stations.field_revision(poster.text("evidence"))
        change = partial(stations.save_field, poster_id=self.poster, field="evidence", text=text, base=base)
        self.session.edit("Write on a poster", change, actor="group:other").result()

    def lock(self) -> None:
        """Let nobody write on the poster."""
        self._edit(partial(revise_item, table="posters", item_id=self.poster, locked=True))

    def _edit(self, change: object) -> None:
        self.session.edit("Lead the day", change).result()  # type: ignore[arg-type]  # each is Plan → Plan


def _lead(plan: Plan) -> Plan:
    poster = plan.posters_in_list_order()[0].id
    trends = [trend.id for trend in plan.trends][:2]
    plan = write_actions(plan, poster, "solution_a", ROWS)
    plan = set_effect(link_trends(plan, poster, trends), poster, trends[0], "worse")
    part = list(plan.programme)[2]
    plan = now.start_part(plan, part.id, dt.datetime.now(dt.UTC))
    plan = now.set_timer(plan, 45 * 60, dt.datetime.now(dt.UTC))
    return now.set_message(plan, "Find your poster and write down the evidence.")
