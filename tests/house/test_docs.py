"""The documents say what is so: links lead somewhere, commands exist, examples work, formats are as described."""

import argparse
import json
import re
import shlex
import zlib
from pathlib import Path

import pytest

from tests.builders import a_session
from workshop_tool.cli.parser import make_parser
from workshop_tool.services.edits.groups import make_groups
from workshop_tool.services.exchange import exchange_schema, from_exchange

LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
CALL = re.compile(r"(?:^|`)(?:\.venv/bin/)?workshop-tool ([^`\n#]+)", re.MULTILINE)
TARGET = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
FILE_NAMED = re.compile(r"`((?:workshop_tool|tests|docs|sessions)/[\w./-]+)`")


@pytest.fixture(scope="module")
def documents(root: Path, own_files: list[Path]) -> dict[str, str]:
    """Return the text of every document by its path in the project."""
    return {str(path.relative_to(root)): path.read_text("utf-8") for path in own_files if path.suffix == ".md"}


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> argparse.ArgumentParser:
    """Give the real parser; what it does not know fails the test with its own words."""

    def fail(_self: argparse.ArgumentParser, message: str) -> None:
        raise AssertionError(message)

    monkeypatch.setattr(argparse.ArgumentParser, "error", fail)
    return make_parser()


def test_every_link_between_documents_leads_somewhere(root: Path, documents: dict[str, str]) -> None:
    """Pictures, folders and other documents are where the link says."""
    links = [(name, link) for name, text in documents.items() for link in LINK.findall(text)]
    assert len(links) > 20
    assert [f"{name}: {link}" for name, link in links if not (root / name).parent.joinpath(link).exists()] == []


def test_every_file_named_in_a_how_to_is_there(root: Path, documents: dict[str, str]) -> None:
    """Whoever follows the steps finds the place; what is to be made is written with NAME in it."""
    how_tos = "".join(text for name, text in documents.items() if "how-to" in name)
    named = [name for name in FILE_NAMED.findall(how_tos) if "NAME" not in name]
    assert named
    assert [name for name in named if not (root / name).exists()] == []


def test_every_command_in_the_documents_can_be_called(
    documents: dict[str, str], commands: argparse.ArgumentParser
) -> None:
    """Words and options are those of the command line."""
    calls = [shlex.split(call) for text in documents.values() for call in CALL.findall(text)]
    assert {words[0] for words in calls} >= {"new", "add", "host", "export", "schema"}
    for words in calls:
        commands.parse_args(words)


def test_every_make_target_in_the_documents_exists(root: Path, documents: dict[str, str]) -> None:
    """`make` knows each of them."""
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for text in documents.values() for target in TARGET.findall(text)}
    assert named >= {"run", "test"}
    assert named - targets == set()


def test_every_decision_is_listed(root: Path, documents: dict[str, str]) -> None:
    """Nobody finds a decision that the list leaves out."""
    decisions = {path.name for path in (root / "docs" / "decisions").glob("0*.md")}
    assert set(LINK.findall(documents["docs/decisions/README.md"])) == decisions


def test_the_example_of_the_exchange_format_is_in_the_exchange_format(documents: dict[str, str]) -> None:
    """Somebody will begin with a copy of it."""
    (example,) = re.findall(r"```json\n(.+?)```", documents["docs/exchange-format.md"], re.DOTALL)
    workshop = from_exchange(json.loads(example))
    assert [book.round.name for book in workshop.rounds] == ["Dots"]


def test_every_part_of_the_exchange_format_is_in_its_example_or_its_table(documents: dict[str, str]) -> None:
    """What the schema knows, the document names."""
    text = documents["docs/exchange-format.md"]
    assert [
        part for part in exchange_schema()["properties"] if f'"{part}"' not in text and f"`{part}`" not in text
    ] == []


def read_as_described(line: bytes) -> tuple[int, list[tuple[str, str, object]]]:
    """Read one line of a journal by docs/workshop-file.md alone, with none of the tool's own code."""
    assert line.endswith(b"\x0a")
    crc, rest = line[:-1].split(b" ", 1)
    assert re.fullmatch(rb"[0-9a-f]{8}", crc)
    assert int(crc, 16) == zlib.crc32(rest)
    sequence, changes = rest.split(b" ", 1)
    return int(sequence), [(table, name, document) for table, name, document in json.loads(changes)]


def test_a_journal_is_as_described(tmp_path: Path) -> None:
    """A program that knows only the description reads what a session wrote."""
    session = a_session(tmp_path)
    try:
        session.edit("Make groups", lambda plan: make_groups(plan, ("North\nof the river",))).result()
        session.edit("Make groups", lambda plan: make_groups(plan, ("Sør",))).result()
        lines = (tmp_path / "day.workshop.journal").read_bytes().splitlines(keepends=True)
    finally:
        session.close()
    read = [read_as_described(line) for line in lines]
    groups = [document for _, changes in read for table, _, document in changes if table == "groups"]
    assert [sequence for sequence, _ in read] == [1, 2]
    assert [group["name"] for group in groups if isinstance(group, dict)] == ["North of the river", "Sør"]


def test_the_journal_line_in_the_description_is_a_real_one(documents: dict[str, str]) -> None:
    """Its checksum fits."""
    (line,) = re.findall(r"^    ([0-9a-f]{8} \d+ \[.+\])$", documents["docs/workshop-file.md"], re.MULTILINE)
    assert read_as_described(f"{line}\n".encode())[0] == 1
