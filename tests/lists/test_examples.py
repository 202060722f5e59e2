"""Lists in four languages as they come out of letters, slides, minutes and PDFs: each file and what it holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from workshop_tool.lists import Draft, read_file

FOLDER = Path(__file__).with_name("examples")
NAMES = sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json"))
FACTS = ("text", "theme", "number", "owner", "children", "organisation", "sector", "importance", "certainty")


def _expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.expected.json").read_text("utf-8"))
    return found


def _drafts(name: str) -> tuple[Draft, ...]:
    return read_file(FOLDER / f"{name}.txt", _expected(name)["kind"]).drafts


def _facts(item: dict[str, Any]) -> dict[str, Any]:
    return {key: item[key] for key in FACTS if item.get(key) not in (None, "", [])}


@pytest.mark.parametrize("name", NAMES)
def test_a_list_gives_what_a_person_would_take_from_it(name: str) -> None:
    """Texts, themes, numbers, owners and what is nested; where people work, and where a trend stands; in order."""
    read = [_facts(json.loads(draft.model_dump_json())) for draft in _drafts(name)]
    assert read == [_facts(item) for item in _expected(name)["items"]]


def test_all_lists_together_are_read_well() -> None:
    """The share of items that are exactly right: F1 of at least 0.95 over all lists."""
    found = read = wanted = 0
    for name in NAMES:
        texts = [draft.text for draft in _drafts(name)]
        items = [item["text"] for item in _expected(name)["items"]]
        found += sum(text in items for text in texts)
        read, wanted = read + len(texts), wanted + len(items)
    assert 2 * found / (read + wanted) >= 0.95
