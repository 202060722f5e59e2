"""``kit`` writes what is printed for the room, and says what it leaves out."""

from pathlib import Path

import pytest

from tests.builders import a_session, a_workshop
from tests.kit.reading import codes_on, words_of
from workshop_tool.cli import main
from workshop_tool.look.wifi import Wifi
from workshop_tool.services.cards import card_codes
from workshop_tool.services.opening import read_workshop, save_new

ADDRESS = ("--address", "http://10.0.0.2:8080")
ALL = {
    "join-sheet.pdf",
    "group-stations.pdf",
    "voter-cards.pdf",
    "paper-ballots.pdf",
    "trend-cards.pdf",
    "poster-a3.pdf",
    "poster-a1.pdf",
}


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """Make the file of a workshop that lacks nothing."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(posters=3, trends=2, participants=4, groups=2), path)
    return path


def kit(workshop: Path, *words: str) -> int:
    return main(["kit", str(workshop), "--to", str(workshop.parent / "out" / "print"), *words])


def printed(workshop: Path) -> set[str]:
    return {path.name for path in (workshop.parent / "out" / "print").glob("*")}


def test_everything_is_written_and_named(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is made; each file has its line."""
    assert kit(workshop, *ADDRESS) == 0
    lines = capsys.readouterr().out.splitlines()
    assert printed(workshop) == ALL == {Path(line).name for line in lines}


def test_there_is_a_card_and_a_ballot_for_each_person(workshop: Path) -> None:
    """Unless another number is given."""
    kit(workshop, *ADDRESS, "--ballots", "5")
    codes = card_codes(read_workshop(workshop))
    out = workshop.parent / "out" / "print"
    assert len(codes) == 4
    cards = " ".join(words_of((out / "voter-cards.pdf").read_bytes()))
    assert [code for code in codes if code not in cards] == []
    assert " ".join(words_of((out / "paper-ballots.pdf").read_bytes())).count("Slip ") == 5


def test_the_sheet_leads_to_the_address_and_the_network_that_were_given(workshop: Path) -> None:
    """With the join code that the file holds from now on."""
    assert kit(workshop, *ADDRESS, "--wifi-network", "Hall; 2", "--wifi-password", "ferry2026") == 0
    code = read_workshop(workshop).plan.particulars.join_code
    sheet = (workshop.parent / "out" / "print" / "join-sheet.pdf").read_bytes()
    assert codes_on(sheet) == {f"http://10.0.0.2:8080/j/{code}", Wifi("Hall; 2", "ferry2026").qr_text}


def test_what_is_lacking_is_said_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty workshop has a join sheet and posters."""
    path = tmp_path / "empty.workshop.json"
    save_new(a_workshop(areas=0), path)
    assert kit(path, *ADDRESS) == 0
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 4
    assert all(line.startswith("No ") and line.endswith(".") for line in said)
    assert printed(path) == {"join-sheet.pdf", "poster-a3.pdf", "poster-a1.pdf"}


def test_a_second_print_says_that_the_first_cards_are_among_the_new(
    workshop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two sets of cards on the tables would be one code in two hands."""
    kit(workshop, *ADDRESS)
    first = card_codes(read_workshop(workshop))
    capsys.readouterr()
    kit(workshop, *ADDRESS, "--cards", "6")
    assert "hand out one set only" in capsys.readouterr().err
    assert card_codes(read_workshop(workshop))[:4] == first


def test_without_an_address_it_is_the_one_that_host_would_serve(workshop: Path) -> None:
    """The best adapter's, on port 8080."""
    assert kit(workshop) == 0
    (text,) = codes_on((workshop.parent / "out" / "print" / "join-sheet.pdf").read_bytes())
    assert ":8080/j/" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--address", "https://a"), "not an address"),
        (("--wifi-password", "ferry2026"), "no use without the name"),
        (("--wifi-network", "Hall", "--wifi-password", "short"), "8 to 64 characters"),
        (("--wifi-network", "H" * 33), "1 to 32 characters"),
    ],
)
def test_what_cannot_be_printed_is_refused_before_anything_is_written(
    workshop: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 1, one sentence, no file, no codes."""
    before = workshop.read_bytes()
    assert kit(workshop, *words) == 1
    assert said in capsys.readouterr().err
    assert (printed(workshop), workshop.read_bytes()) == (set(), before)


def test_a_folder_that_cannot_be_made_is_refused(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Something of that name is in the way."""
    (workshop.parent / "out").write_text("a file")
    assert kit(workshop, *ADDRESS) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_workshop_that_is_open_elsewhere_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its codes are kept in the file, so the file must be free."""
    session = a_session(tmp_path)
    try:
        assert kit(tmp_path / "day.workshop.json", *ADDRESS) == 1
    finally:
        session.close()
    assert capsys.readouterr().err.endswith(".\n")


@pytest.mark.parametrize("words", [("--cards", "x"), ("--cards", "2001"), ("--ballots", "-1")])
def test_a_number_that_is_none_is_wrong_usage(workshop: Path, words: tuple[str, ...]) -> None:
    """Exit status 2."""
    with pytest.raises(SystemExit) as exit_:
        kit(workshop, *words)
    assert exit_.value.code == 2
