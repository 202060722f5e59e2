"""Simulated group scribes: they claim problem areas, type posters as fast as a hand does, and suggest a trend."""

import random
from typing import Final

from workshop_tool.domain.fact import new_id
from workshop_tool.language import _
from workshop_tool.rehearsal.messages import Request, read_elements, values_of
from workshop_tool.rehearsal.participants import UNREACHABLE
from workshop_tool.rehearsal.phone import FINE, SEE_OTHER, Phone
from workshop_tool.rehearsal.stories import Tell
from workshop_tool.rehearsal.timeline import Life

POSTERS: Final = 2
"""That each group fills in."""
START: Final = 0.02
END: Final = 0.38
"""When the groups write, as shares of the rehearsal."""
SAVES: Final = 3
"""Times that a field is saved while it is typed."""
TITLE: Final = "_title"
ROWS: Final = "_rows."
"""Stands in front of a solution's key where its rows are saved, a row per line."""


class Scribe:
    """One group's laptop."""

    def __init__(self, name: str, join_url: str, key: str, seed: int, tell: Tell) -> None:
        """Sit down in front of a station; ``key`` is the group's."""
        self._name, self._key, self._tell = name, key, tell
        self._device = Phone(join_url)
        self._rng = random.Random(f"{seed} scribe {name}")

    def day(self) -> Life:
        """Claim, type, come back for the next one; then suggest a trend."""
        yield START
        try:
            if self._device.ask(Request("GET", f"/g/{self._key}")).status != SEE_OTHER:
                self._say(_("was not let in"))
                return
            for turn in range(POSTERS):
                start = START + (END - START) * turn / POSTERS
                yield from self._fill_in_one(start, start + (END - START) / POSTERS)
            self._suggest()
        except UNREACHABLE:
            self._say(_("cannot reach the page"))

    def _fill_in_one(self, start: float, end: float) -> Life:
        poster = self._claim()
        if poster:
            yield from self._type(poster, start, end)
            self._device.write("PUT", "/api/station/choice", {"poster": poster, "what": "done", "on": True})
            self._say(_("finished a poster"))

    def _claim(self) -> str:
        """Claim a free problem area, another one where somebody else was first; return the poster, or an empty text."""
        while free := values_of(self._device.ask(Request("GET", "/station")).text, "area"):
            claimed = self._device.fill_in("/station", area=self._rng.choice(free))
            if claimed.status == SEE_OTHER:
                self._say(_("claimed a problem area"))
                return claimed.location.rpartition("/")[2]
            self._say(_("came too late for a problem area"))
        return ""

    def _type(self, poster: str, start: float, end: float) -> Life:
        """Fill in every field and solution but the title, a line at a time, each save on top of the one before."""
        elements = read_elements(self._device.ask(Request("GET", f"/station/posters/{poster}")).text)
        fields = {found["data-field"]: found["data-base"] for found in elements if "data-base" in found}
        fields.pop(TITLE, None)
        saves = [(field, save) for field in fields for save in range(1, SAVES + 1)]
        for place, (field, save) in enumerate(saves):
            yield start + (end - start) * (place + self._rng.random()) / len(saves)
            text = "\n".join(self._line(field, n + 1) for n in range(save))
            body = {"poster": poster, "field": field, "base": fields[field], "text": text}
            answer = self._device.write("PUT", "/api/station/field", body)
            if answer.status != FINE:
                self._say(answer.told["sentence"])
                continue
            fields[field] = answer.told["revision"]

    def _line(self, field: str, n: int) -> str:
        """Return one more line of a field: a sentence, or a row of a solution's who does what."""
        if field.startswith(ROWS):
            return f"{self._name} | {_('Practice action {n}').format(n=n)} | {self._name}"
        return _("Practice text {n} of {name}").format(n=n, name=self._name)

    def _suggest(self) -> None:
        text = _("A practice trend of {name}").format(name=self._name)
        sent = self._device.fill_in("/station/trends", do="trend", id=new_id(), text=text)
        self._say(_("suggested a trend") if sent.status == SEE_OTHER else _("could not suggest a trend"))

    def _say(self, what: str) -> None:
        self._tell(f"{self._name}: {what}")
