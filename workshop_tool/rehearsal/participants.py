"""Simulated participants: each has a phone and a mind, votes, and meets what people meet."""

import http.client
import random
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from workshop_tool.language import _
from workshop_tool.rehearsal.characters import CALM, Character, cast_characters
from workshop_tool.rehearsal.messages import BallotPage, Dots, Request, read_ballot_page, read_elements
from workshop_tool.rehearsal.phone import BUSY, FINE, SEE_OTHER, Answer, Phone
from workshop_tool.rehearsal.stories import Story, Tell, Vote
from workshop_tool.rehearsal.timeline import Life, live_through

FREE_DOTS: Final = 3
"""Dots that somebody places where the round hands out no fixed number."""
PATIENCE: Final = 0.03
"""How long somebody waits before looking again, as a share of the rehearsal."""
UNREACHABLE: Final = (OSError, http.client.HTTPException)
"""What asking ends in while the site is off or starting again."""
ANSWERS: Final = 2
"""Warm-up questions that somebody answers, at most."""


@dataclass(frozen=True)
class Invitation:
    """How the room is let in."""

    join_url: str
    cards: tuple[str, ...] = ()
    """The codes of the printed cards, one for each person, where there are some."""


class Appeal:
    """What the room as a whole likes: some posters draw more dots than others, differently by criterion."""

    def __init__(self, seed: int) -> None:
        """Let the seed decide."""
        self._seed = seed

    def of(self, posters: Sequence[str], criterion: str) -> list[float]:
        """Return a weight for each poster."""
        rng = random.Random(f"{self._seed} {criterion}")
        return [rng.paretovariate(2.5) for _poster in posters]


class Participant:
    """One person in the room; ``day`` is what they do, and ``story`` what became of it."""

    def __init__(self, character: Character, invitation: Invitation, seed: int, tell: Tell) -> None:
        """Give a person a phone that has not joined yet."""
        self._character, self._invitation, self._tell = character, invitation, tell
        self._appeal = Appeal(seed)
        self._rng = random.Random(f"{seed} participant {character.number}")
        self._phone = Phone(invitation.join_url)
        self._page: BallotPage | None = None
        self._token, self._resume = "", ""
        self.story = Story(_("Participant {n}").format(n=character.number + 1))

    def day(self) -> Life:
        """Join, answer the warm-up questions, vote, vote again: as the character has it."""
        yield self._character.arrives
        yield from self._join(self._character.arrives)
        if not self.story.joined:
            return
        self._answer_questions()
        for turn, moment in enumerate(self._character.votes):
            yield moment
            if turn and self._character.kind == "lost phone":
                self._take_another_phone()
            yield from self._vote(moment, asleep=bool(turn) and self._character.kind == "asleep")

    def _join(self, moment: float) -> Life:
        if self._character.mistypes:
            self._mistype()
        while moment <= 1:
            try:
                self._enter(self._phone)
            except UNREACHABLE:
                self._say(_("cannot reach the page"))
                yield (moment := moment + PATIENCE)
            else:
                self.story.joined = True
                self._say(_("joined"))
                return

    def _enter(self, phone: Phone) -> None:
        """Come in by the QR code on the wall, and by that on the card where there is one."""
        phone.join()
        self._token = self._token or phone.token
        card = self._card
        if card and phone.ask(Request("GET", f"/c/{card}")).status == SEE_OTHER:
            self._token = f"card:{card}"

    @property
    def _card(self) -> str:
        cards, number = self._invitation.cards, self._character.number
        return cards[number] if number < len(cards) else ""

    def _mistype(self) -> None:
        try:
            answer = self._phone.ask(Request("GET", "/j/10000"))
        except UNREACHABLE:
            return
        if answer.status != SEE_OTHER:
            self.story.refused += 1
            self._say(_("typed a wrong code"))

    def _answer_questions(self) -> None:
        try:
            page = self._phone.ask(Request("GET", "/answers"))
            asked = [found["data-field"] for found in read_elements(page.text) if "data-field" in found]
            for question in asked[: self._rng.randint(0, ANSWERS)]:
                text = _("A practice answer of {name}").format(name=self.story.name)
                self._phone.write("PUT", "/api/answers", {"question": question, "text": text})
        except UNREACHABLE:
            return

    def _take_another_phone(self) -> None:
        """Go on with the same ballot on another device: by the card, or by the short code that the first one showed."""
        self._say(_("lost the phone and takes another one"))
        self._phone = Phone(self._invitation.join_url)
        try:
            self._enter(self._phone)
            if not self._card and self._resume:
                self._phone.fill_in("/resume", code=self._resume)
        except UNREACHABLE:
            return

    def _vote(self, moment: float, *, asleep: bool) -> Life:
        """Place all dots anew once voting is open; who was asleep sends what was tapped on the page of before."""
        if asleep and self._page is not None:
            self._say(_("wakes up and sends what was tapped before"))
            page: BallotPage | None = replace(self._page, revision=self._page.revision + 1)
        else:
            page = yield from self._open_ballot(moment)
        if page is None:
            self._say(_("found no open vote"))
            return
        self._page, dots = page, self._allocation(page)
        answer = yield from self._send(moment, page, dots)
        if answer is not None:
            self._note(answer, page.round, dots)

    def _open_ballot(self, moment: float) -> Generator[float, None, BallotPage | None]:
        """Open the ballot; before the round opens and while the site is away, look again now and then."""
        while moment <= 1:
            with suppress(*UNREACHABLE):
                page = read_ballot_page(self._phone.ask(Request("GET", "/vote")).text)
                if page is not None or self.story.last is not None:
                    return page
            yield (moment := moment + PATIENCE)
        return None

    def _send(self, moment: float, page: BallotPage, dots: Dots) -> Generator[float, None, Answer | None]:
        """Send a ballot, the same one again until there is an answer."""
        while moment <= 1:
            with suppress(*UNREACHABLE):
                answer = self._phone.send(page.round, page.revision + 1, dots)
                if answer.status < BUSY:
                    return answer
            self._say(_("cannot reach the page"))
            yield (moment := moment + PATIENCE)
        return None

    def _note(self, answer: Answer, round_id: str, dots: Dots) -> None:
        if answer.status != FINE:
            self.story.refused += 1
            self._say(answer.told["sentence"])
            return
        told = answer.told["ballot"]
        self._say(_("changed the ballot") if self.story.last else _("voted"))
        self._resume = told.get("resume", "")
        self.story.acknowledged += 1
        self.story.took.append(answer.took)
        self.story.last = Vote(self._token, round_id, told["revision"], told["receipt"], dots)

    def _allocation(self, page: BallotPage) -> Dots:
        dots: Dots = {}
        for criterion, budget in page.dots.items():
            weights = self._appeal.of(page.posters, criterion)
            for poster in self._rng.choices(page.posters, weights, k=FREE_DOTS if budget is None else budget):
                placed = dots.setdefault(poster, {})
                placed[criterion] = placed.get(criterion, 0) + 1
        return dots

    def _say(self, what: str) -> None:
        self._tell(f"{self.story.name}: {what}")


def hold_vote(join_url: str, participants: int, seed: int) -> list[Story]:
    """Let so many people join and vote as fast as the site answers, each from a phone of their own.

    The round is open, and nobody loses a phone, mistypes or stays silent.
    """
    characters = cast_characters(participants, seed, CALM, mistypes=0)
    people = [Participant(character, Invitation(join_url), seed, lambda _what: None) for character in characters]
    live_through([person.day() for person in people], seconds=0)
    return [person.story for person in people]
