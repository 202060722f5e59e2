"""``host``: a site without a window, which other programs start, read one line of, and end."""

import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from tests.builders import a_workshop
from tests.cli.hosting import LOOPBACK, ROOT, command, hosted, refused
from workshop_tool.cli import main
from workshop_tool.rehearsal.phone import Phone
from workshop_tool.services.opening import open_workshop, read_workshop, save_new

DOTS = ("--open-round", "Dots")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a workshop with three posters."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(posters=3), path)
    return path


def vote(join_url: str) -> str:
    """Join, place two dots on the first poster, and return the receipt."""
    phone = Phone(join_url)
    phone.join()
    phone.cast(phone.read_ballot(), {"p1": {"priority": 2}})
    return phone.receipt


def receipts(path: Path) -> list[str]:
    """Return the receipts of all ballots in the file."""
    return [ballot.receipt for book in read_workshop(path).rounds for ballot in book.ballots.values()]


def test_the_first_line_is_the_address_to_join(path: Path) -> None:
    """A program that started it reads one line and knows where to send the phones."""
    with hosted(path) as host:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/j/\d{5}", host.first_line)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ending_it_leaves_one_file_with_the_ballot_in_it(path: Path, number: int) -> None:
    """Asked to end, it folds the journal, lets go of the file, and calls that done."""
    with hosted(path, *LOOPBACK, *DOTS) as host:
        receipt = vote(host.first_line)
        assert host.end(number) == 0
    assert receipts(path) == [receipt]
    assert {file.name for file in path.parent.iterdir()} == {path.name, "day.workshop.backups"}


def test_killing_it_loses_no_ballot(path: Path) -> None:
    """Whoever has a receipt is counted."""
    with hosted(path, *LOOPBACK, *DOTS) as host:
        receipt = vote(host.first_line)
        host.end(signal.SIGKILL)
    assert receipts(path) == [receipt]


def test_it_goes_on_where_nobody_reads_past_the_first_line(path: Path) -> None:
    """``host FILE | head -1`` ends the reader, not the voting."""
    with hosted(path, *LOOPBACK, *DOTS) as host:
        assert host.process.stdout is not None
        host.process.stdout.close()
        vote(host.first_line)
        assert host.end(signal.SIGTERM) == 0


def test_started_again_it_opens_no_second_round(path: Path) -> None:
    """A restart in the middle of the vote goes on with the round that is open."""
    for _ in range(2):
        with hosted(path, *LOOPBACK, *DOTS) as host:
            vote(host.first_line)
            host.end(signal.SIGTERM)
    assert [len(book.ballots) for book in read_workshop(path).rounds] == [2]


def test_a_round_without_posters_is_not_opened(tmp_path: Path) -> None:
    """The sentence says what is missing, and no half-made round stays behind."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(), path)
    assert "no poster to vote on" in refused(path, *LOOPBACK, *DOTS)
    assert read_workshop(path).rounds == ()
    assert {file.name for file in tmp_path.iterdir()} == {path.name, "day.workshop.backups"}


def test_a_port_in_use_is_named(path: Path) -> None:
    """The sentence names the port; the workshop is as it was."""
    before = path.read_bytes()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert port in refused(path, "--address", "127.0.0.1", "--port", port)
    assert path.read_bytes() == before


def test_an_address_of_another_computer_is_named(path: Path) -> None:
    """192.0.2.1 is kept for documentation: nobody has it."""
    assert "192.0.2.1" in refused(path, "--address", "192.0.2.1", "--port", "0")


def test_a_workshop_that_is_open_elsewhere_is_not_hosted(path: Path) -> None:
    """Two writers would write over one another."""
    session = open_workshop(path)
    try:
        assert "already open" in refused(path, *LOOPBACK)
    finally:
        session.close()


@pytest.mark.parametrize("name", ["", "  ", "x" * 501])
def test_a_round_needs_a_name_that_fits(path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty name is no way to open a nameless round, nor to open none."""
    with pytest.raises(SystemExit) as exit_:
        main(["host", str(path), "--open-round", name])
    assert exit_.value.code == 2
    assert "1 to 500 characters" in capsys.readouterr().err


def test_hosting_that_was_refused_leaves_ctrl_c_as_it_was(tmp_path: Path) -> None:
    """A program that calls ``main`` keeps its own way of being interrupted."""
    before = signal.getsignal(signal.SIGINT)
    assert main(["host", str(tmp_path / "none.workshop.json")]) == 1
    assert signal.getsignal(signal.SIGINT) is before


def test_without_a_network_it_says_who_can_join(path: Path) -> None:
    """In a network namespace of its own the computer has no network: the site still runs, for itself alone."""
    apart = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network namespace can be made here")
    with subprocess.Popen(
        [*apart, *command(path, "--port", "0")], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline().startswith("http://127.0.0.1:")
            assert "no network" in process.stderr.readline() + process.stderr.readline()
        finally:
            process.terminate()
            assert process.wait(30) == 0
