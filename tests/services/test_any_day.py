"""Any day: edits, undo, votes, closing and reopening in any order, compared with a model that fits on a page.

Two people write into the same fields, each with their own undo; phones vote. Whatever happens, undo removes no
ballot and nobody else's text, and the file that is opened again holds what was there.
"""

import shutil
import tempfile
from functools import partial
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.builders import NOW, a_round, a_workshop, vote
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services import closing, opening, voting
from workshop_tool.services.edits.lists import remove_item
from workshop_tool.services.edits.posters import claim_area, write_field
from workshop_tool.services.moment import NothingToRedo, NothingToUndo

ACTORS = st.sampled_from(["facilitator", "group 1"])
POSTERS = st.sampled_from(["p1", "p2", "p3"])
FIELDS = st.sampled_from(["evidence", "success"])
PHONES = st.sampled_from(["phone 1", "phone 2", "phone 3"])

Cell = tuple[str, str]


class AnyDay(RuleBasedStateMachine):
    """One workshop file through a day; every text is written once only, so that its writer is known from it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "day.workshop.json"
        opening.save_new(a_workshop(areas=5, posters=2), self.path)
        self.session = opening.open_workshop(self.path)
        self.writer: dict[str, str] = {}
        self.replaced: dict[str, str | None] = {}
        self.votes: dict[str, dict[str, int]] = {}
        self.published: set[str] = set()
        self.closed = False
        self.serial = 0

    def texts(self) -> dict[Cell, str]:
        """Return what stands in every field."""
        posters = self.session.current.plan.posters
        return {(poster.id, key): text for poster in posters for key, text in poster.fields.items()}

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.session.close()
        shutil.rmtree(self.folder)

    @rule(actor=ACTORS, poster=POSTERS, field=FIELDS)
    def write(self, actor: str, poster: str, field: str) -> None:
        """Somebody writes something new into a field, unless the poster is gone or the room is closed."""
        self.serial += 1
        text = f"{actor} {self.serial}"
        self.writer[text], self.replaced[text] = actor, self.texts().get((poster, field))
        edit = partial(write_field, poster_id=poster, field=field, text=text)
        refused = self.session.edit(f"Write {self.serial}", edit, actor=actor).exception()
        there = poster in self.session.current.plan.posters
        assert (refused is None) == (there and not (self.closed and actor != "facilitator"))
        assert (self.texts().get((poster, field)) == text) == (refused is None)

    @rule()
    def claim(self) -> None:
        """The facilitator starts a third poster, or is told that it is there."""
        there = "p3" in self.session.current.plan.posters
        claim = partial(claim_area, area_id="a3", poster_id="p3") if not there else partial(claim_area, area_id="a3")
        assert (self.session.edit("Claim", claim).exception() is not None) == there

    @rule(poster=POSTERS)
    def remove(self, poster: str) -> None:
        """The facilitator removes a poster, unless a round names it."""
        named = any(poster in book.round.posters for book in self.session.current.rounds)
        refused = self.session.edit("Remove", partial(remove_item, table="posters", item_id=poster)).exception()
        assert (poster in self.session.current.plan.posters) == (refused is not None)
        assert refused is None or named

    @rule(actor=ACTORS)
    def undo(self, actor: str) -> None:
        """Somebody takes back the last edit: only texts of their own may go."""
        before = self.texts()
        refused = self.session.undo(actor).exception()
        assert refused is None or isinstance(refused, WorkshopProblem)
        after = self.texts()
        for cell, text in before.items():
            if after.get(cell) != text:
                assert self.writer[text] == actor
        assert refused is None or isinstance(refused, NothingToUndo) or before == after

    @rule(actor=ACTORS)
    def redo(self, actor: str) -> None:
        """Somebody makes the last undone edit again: over another's text only where it replaced that very text before.

        What goes with a poster that is removed again goes knowingly.
        """
        before, earlier = self.texts(), self.session.current.plan.posters
        refused = self.session.redo(actor).exception()
        after = self.texts()
        gone = {poster.id for poster in earlier} - {poster.id for poster in self.session.current.plan.posters}
        for (poster, field), text in before.items():
            now = after.get((poster, field), "")
            if now != text and poster not in gone:
                assert self.writer[text] == actor or self.replaced.get(now) == text
        assert refused is None or isinstance(refused, NothingToRedo) or before == after

    @precondition(lambda self: not self.closed and not self.session.current.open_book)
    @rule()
    def open_round(self) -> None:
        """A round opens, unless there is no poster."""
        round_id = f"r{len(self.session.current.books)}"
        self.session.act(partial(voting.prepare_round, round_=a_round(round_id))).result()
        refused = self.session.act(partial(voting.open_round, round_id=round_id, now=NOW)).exception()
        assert (refused is not None) == (len(self.session.current.plan.posters) == 0)
        self.votes[round_id] = {}

    @precondition(lambda self: self.session.current.open_book)
    @rule(phone=PHONES, dots=st.integers(0, 3))
    def vote(self, phone: str, dots: int) -> None:
        """A phone places its dots, anew or again."""
        book = self.session.current.open_book
        assert book is not None
        earlier = voting.ballot_of(self.session.current, book.round.id, phone)
        revision = earlier.revision + 1 if earlier else 1
        counted = vote(self.session, phone, {book.round.posters[0]: {"priority": dots}}, revision)
        assert counted.revision == revision
        self.votes[book.round.id][phone] = dots

    @precondition(lambda self: self.session.current.open_book)
    @rule(publish=st.booleans())
    def close_round(self, publish: bool) -> None:
        """The round closes, and may be published and sealed at once."""
        book = self.session.current.open_book
        assert book is not None
        round_id = book.round.id
        self.session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
        if publish:
            self.session.act(partial(voting.publish_round, round_id=round_id, now=NOW), seals=True).result()
            self.published.add(round_id)

    @precondition(lambda self: not self.session.current.open_book)
    @rule()
    def close_or_reopen_workshop(self) -> None:
        """The facilitator closes the workshop, or lets the room speak again."""
        step = closing.reopen_workshop if self.closed else closing.close_workshop
        self.session.act(partial(step, now=NOW)).result()
        self.closed = not self.closed

    @rule()
    def open_again(self) -> None:
        """The tool is quit and started again: everything is there, and there is nothing to undo."""
        before = self.session.current
        self.session.close()
        self.session = opening.open_workshop(self.path)
        assert self.session.current == before
        assert self.session.undoable() is None

    @invariant()
    def every_ballot_stands(self) -> None:
        """Each round holds one ballot per phone, with the dots it placed last."""
        for round_id, votes in self.votes.items():
            ballots = self.session.current.book(round_id).ballots
            assert sorted(ballot.allocation.spent("priority") for ballot in ballots.values()) == sorted(votes.values())
            assert (self.session.current.book(round_id).round.key is None) == self._keyless(round_id)

    def _keyless(self, round_id: str) -> bool:
        return round_id in self.published or self.session.current.book(round_id).round.state == "prepared"


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(stateful_step_count=40)
