"""Names go for good: from the file, the journal, the backups, and from everybody's undo."""

from functools import partial
from pathlib import Path

import pytest

from tests.builders import NOW, a_session, a_workshop
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.forgetting import forget_names, names_still_said
from workshop_tool.services.moment import NothingToUndo
from workshop_tool.services.opening import open_workshop, read_workshop
from workshop_tool.services.session import WorkshopSession

NAMES = ("Kirsten Møller", "Jo Ash")


@pytest.fixture
def named(tmp_path: Path) -> WorkshopSession:
    """Give a session with two named participants of three, opened twice, so that backups hold the names too."""
    session = a_session(tmp_path, a_workshop(posters=3, participants=3))
    for n, name in enumerate(NAMES, start=1):
        session.edit("Rename", partial(revise_item, table="participants", item_id=f"n{n}", name=name)).result()
    session.close()
    return open_workshop(tmp_path / "day.workshop.json")


def forget(session: WorkshopSession) -> int:
    """Forget, wait for the backup that follows, and return how many names went."""
    people = session.forget(partial(forget_names, now=NOW)).result().people
    session.edit("Nothing", lambda plan: plan).result()
    return people


def test_no_byte_of_a_name_is_left(named: WorkshopSession, tmp_path: Path) -> None:
    """Neither in the file nor in anything beside it, while it is open and after."""
    named.edit("Rename", partial(revise_item, table="participants", item_id="n2", name="Jo Ash-Berg")).result()
    damaged = tmp_path / "day.workshop.damaged-1.json"
    damaged.write_text(NAMES[0], encoding="utf-8")
    assert forget(named) == 3
    for _ in ("open", "closed"):
        left = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
        assert [name for name in (*NAMES, "Number 3", "Berg") if name.encode() in left] == []
        named.close()


def test_what_the_record_counts_by_stays(named: WorkshopSession, tmp_path: Path) -> None:
    """Sector and group are no names."""
    before = [(person.sector, person.groups) for person in named.current.plan.participants]
    forget(named)
    named.close()
    people = read_workshop(tmp_path / "day.workshop.json").plan.participants
    assert [(person.sector, person.groups) for person in people] == before
    assert [person.name for person in people] == ["Participant 1", "Participant 2", "Participant 3"]


def test_undo_does_not_bring_a_name_back(named: WorkshopSession) -> None:
    """Whoever renamed somebody a moment ago cannot either."""
    named.edit("Rename", partial(revise_item, table="participants", item_id="n1", name="Ann Other")).result()
    forget(named)
    with pytest.raises(NothingToUndo):
        named.undo().result()
    named.close()


def test_forgetting_twice_forgets_nothing_more(named: WorkshopSession) -> None:
    """The second time says so."""
    assert [forget(named), forget(named)] == [3, 0]
    assert sum("Forgot" in entry.text for entry in named.current.log) == 1
    named.close()


def test_names_in_somebodys_words_are_pointed_out(named: WorkshopSession) -> None:
    """They stay, for the words are not the tool's; whoever forgets reads where to look."""
    text = "As kirsten møller said: look at the harbour. Not so Joash."
    named.edit("Write", partial(write_field, poster_id="p2", field="evidence", text=text)).result()
    assert names_still_said(named.current) == ("“kirsten møller” in: poster, “Problem area 2”",)
    named.close()
