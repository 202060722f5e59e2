"""What a file holds is guessed from its columns first, then its name, then its words."""

from pathlib import Path

import pytest

from workshop_tool.lists.kinds import guessed_kinds
from workshop_tool.services.sample import SAMPLE_LISTS

HELD = {
    "trends.csv": "trends",
    "problem_areas.txt": "problems",
    "participants.csv": "participants",
    "questions.txt": "questions",
}


def test_the_lists_of_the_sample_are_told_apart() -> None:
    """Each of the four is taken for what it is."""
    assert guessed_kinds([SAMPLE_LISTS / name for name in HELD]) == tuple(HELD.values())


def test_a_name_that_says_nothing_leaves_it_to_the_content(tmp_path: Path) -> None:
    """Columns tell trends and people, question marks tell questions, and what is left are problem areas."""
    for at, name in enumerate(HELD):
        (tmp_path / f"{at}{Path(name).suffix}").write_bytes((SAMPLE_LISTS / name).read_bytes())
    assert guessed_kinds(sorted(tmp_path.iterdir())) == tuple(HELD.values())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Deltakere.txt", "participants"),
        ("spørsmål.txt", "questions"),
        ("Trender.txt", "trends"),
        ("list.txt", "problems"),
    ],
)
def test_plain_lines_are_taken_for_what_the_file_is_called(tmp_path: Path, name: str, kind: str) -> None:
    """Norwegian names are known too."""
    path = tmp_path / name
    path.write_text("One thing\nAnother thing\n")
    assert guessed_kinds([path]) == (kind,)


def test_a_file_that_cannot_be_read_is_guessed_from_its_name(tmp_path: Path) -> None:
    """The dialog then says why it cannot be read."""
    assert guessed_kinds([tmp_path / "participants.xlsx"]) == ("participants",)
