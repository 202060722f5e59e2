"""File names come from the tool, never from a title; and what is copied or joined stays where it belongs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_workshop
from tests.store.files import folder_bytes, left_by_a_crash
from workshop_tool.services.joining import ensure_join_code
from workshop_tool.services.opening import copy_to, free_path, read_workshop, save_new
from workshop_tool.services.session import WorkshopSession

FOLDER = Path("workshops")
PLAIN = set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_no_title_leads_out_of_the_folder(title: str) -> None:
    """Whatever the title, the name is plain, short, and in the folder."""
    path = free_path(FOLDER, title)
    assert path.parent == FOLDER
    stem = path.name.removesuffix(".workshop.json")
    assert 0 < len(stem) <= 70
    assert set(stem) <= PLAIN


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Havbruk 2030", "havbruk-2030"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "c-windows-x"),
        ("日本", "workshop"),
        ("..", "workshop"),
        ("", "workshop"),
        ("CON", "workshop-con"),
        ("lpt1", "workshop-lpt1"),
        ("a\0b\n", "a-b"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    """Paths, devices of old systems and scripts that a file system may not know included."""
    assert free_path(FOLDER, title) == FOLDER / f"{name}.workshop.json"


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    """Two workshops of one title are two files."""
    for expected in ("day", "day-2", "day-3"):
        path = free_path(tmp_path, "Day")
        save_new(a_workshop(), path)
        assert path.name == f"{expected}.workshop.json"


def test_a_name_whose_journal_is_left_over_is_not_free(tmp_path: Path) -> None:
    """Otherwise a new workshop would take in what another one never folded."""
    left_by_a_crash(tmp_path, "of another workshop").unlink()
    assert free_path(tmp_path, "Day").name == "day-2.workshop.json"


def test_a_copy_leaves_its_source_alone(tmp_path: Path) -> None:
    """The sample stays a sample, however often it is tried."""
    source = tmp_path / "sample"
    source.mkdir()
    save_new(a_workshop(), source / "ho.workshop.json")
    before = folder_bytes(source)
    copies = [copy_to(source / "ho.workshop.json", tmp_path / "mine") for _ in range(2)]
    assert [copy.name for copy in copies] == ["ho.workshop.json", "ho-2.workshop.json"]
    assert read_workshop(copies[1]) == read_workshop(source / "ho.workshop.json")
    assert folder_bytes(source) == before


def test_a_workshop_keeps_its_join_code(session: WorkshopSession) -> None:
    """What hangs on the wall is right all day."""
    first = session.act(ensure_join_code).result()
    assert session.act(ensure_join_code).result() == first
    assert session.current.plan.particulars.join_code == first


def test_a_join_code_is_five_digits(session: WorkshopSession) -> None:
    """No receipt looks like it."""
    code = session.act(ensure_join_code).result()
    assert len(code) == 5
    assert code.isdecimal()
