"""The exchange format: there and back without loss, and a sentence with the place for what does not fit."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.domain.attachments import attachment_name
from workshop_tool.domain.voting.result import count
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.edits.posters import add_photo
from workshop_tool.services.exchange import (
    NotExchangeFormat,
    exchange_schema,
    from_exchange,
    read_exchange,
    to_exchange,
)
from workshop_tool.services.exchange.reading import CannotReadData
from workshop_tool.services.opening import read_workshop

SESSIONS = Path(__file__).parents[2] / "sessions"

SMALL: dict[str, Any] = {
    "workshop": {"title": "Coastal towns", "date": "2026-05-01"},
    "trends": [{"label": "Tourism grows", "importance": 0.9, "certainty": None}],
    "problem_areas": [{"number": 1, "text": "Ferries are late"}, {"number": 4, "text": "Houses stand empty"}],
    "groups": ["North", "South"],
    "participants": [{"name": "Person 1", "sector": "ferries", "groups": {"morning": "North"}}],
    "posters": [
        {"problem": 4, "fields": {"evidence": "Dark windows", "success": None}, "trends": ["Tourism grows"]}
        | {"effects": {"Tourism grows": "worse"}, "actions": {"solution_a": [{"actor": "The town", "action": "Buys"}]}},
        {"problem": 1, "groups": {"afternoon": "South"}, "links": [4]},
    ],
    "minutes": [{"text": "Who pays?", "problem": 4}, {"text": "Ask the county", "kind": "next step", "owner": "Town"}],
    "record": {"sections": [{"key": "programme", "shown": False}], "accent": "#0F4C5C"},
    "rounds": [
        {
            "name": "First",
            "dots": {"priority": 3, "feasibility": None},
            "ballots": [{"dots": {"4": {"priority": 2}, "1": {"priority": 1}}}],
            "counts": [{"problem": 1, "dots": {"priority": 2, "feasibility": None}}],
        }
    ],
}


CRITERION = {"key": "a", "label": "A", "letter": "A", "shape": "circle", "colour": "blue"}


def changed(**parts: Any) -> dict[str, Any]:
    """Return the small workshop with some parts exchanged."""
    return SMALL | parts


def test_a_small_file_by_hand_becomes_a_workshop() -> None:
    """Ids, positions and defaults may all be left out."""
    plan = from_exchange(SMALL).plan
    assert [plan.area_of(poster).number for poster in plan.posters_in_list_order()] == [1, 4]


def test_ballots_and_counts_add_up() -> None:
    """One ballot's dot and two counted ones are three; a blank count beside a ballot is that ballot's zero."""
    row = count(from_exchange(SMALL).rounds[0]).rows[0]
    assert row.dots == {"priority": 3, "feasibility": 0}


def test_there_and_back_is_the_same() -> None:
    """Writing what was read gives what was written."""
    written = to_exchange(from_exchange(SMALL))
    assert to_exchange(from_exchange(written)) == written


def test_photos_are_no_part_of_it() -> None:
    """They are files; a copy of the workshop carries them."""
    plan = from_exchange(SMALL).plan
    poster = next(iter(plan.posters))
    with_photo = Workshop(add_photo(plan, poster.id, attachment_name(b"a photo", ".jpg")))
    assert to_exchange(with_photo) == to_exchange(Workshop(plan))


@given(st.text(min_size=1, max_size=60), st.text(max_size=200), st.floats(0, 1))
def test_any_words_go_there_and_back(title: str, text: str, share: float) -> None:
    """Any script, any punctuation; words are cleaned once and then stay."""
    data = changed(workshop={"title": f"a {title}", "purpose": text}, trends=[{"label": "t", "importance": share}])
    data["posters"] = [{"problem": 4, "fields": {"evidence": text}}, {"problem": 1}]
    try:
        first = from_exchange(data)
    except NotExchangeFormat:  # lone surrogates are no text that JSON could carry
        assert any("\ud800" <= character <= "\udfff" for character in title + text)
        return
    assert to_exchange(from_exchange(to_exchange(first))) == to_exchange(first)


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"posters": [{"problem": 9}]}, "posters[1].problem"),
        ({"posters": [{"problem": 1}, {"problem": 1}]}, "posters[2]"),
        ({"posters": [{"problem": 1, "fields": {"dream": "x"}}]}, "posters[1].fields"),
        ({"posters": [{"problem": 1, "trends": ["Unheard of"]}]}, "posters[1].trends"),
        ({"posters": [{"problem": 1, "effects": {"Unheard of": "worse"}}]}, "posters[1].effects"),
        ({"posters": [{"problem": 1, "actions": {"dream": []}}]}, "posters[1].fields"),
        ({"minutes": [{"text": "x", "problem": 9}]}, "minutes[1].problem"),
        ({"posters": [], "rounds": [], "minutes": [{"text": "x", "problem": 4}]}, "minutes[1].problem"),
        ({"participants": [{"name": "A", "groups": {"morning": "East"}}]}, "participants[1].groups"),
        ({"problem_areas": [{"number": 1, "text": "a"}, {"number": 1, "text": "b"}]}, "problem_areas[2]"),
        ({"problem_areas": [{"number": True, "text": "a"}]}, "problem_areas[1].number"),
        ({"trends": [{"label": "a", "importance": 1.5}]}, "trends[1].importance"),
        ({"trends": [{"label": "a", "importance": float("nan")}]}, "trends[1].importance"),
        ({"trends": [{"label": ""}]}, "trends[1].label"),
        ({"groups": ["A", "A"]}, "groups[2]"),
        ({"workshop": {"title": "a", "colour": "red"}}, "workshop.colour"),
        ({"workshop": {"title": "a", "date": "yesterday"}}, "workshop.date"),
        ({"format": "workshop-tool/2"}, "format"),
        ({"rounds": [{"name": "r", "dots": {"beauty": 1}}]}, "rounds[1].dots"),
        ({"rounds": [{"name": "r", "state": "open"}]}, "rounds[1].state"),
        ({"rounds": [{"name": "r", "problems": [4, 4]}]}, "rounds[1].problems"),
        ({"rounds": [{"id": "r", "name": "a"}, {"id": "r", "name": "b"}]}, "rounds"),
        ({"rounds": [{"name": "r", "criteria": [CRITERION]}]}, "rounds[1].criteria"),
        ({"rounds": [{"name": "r", "criteria": [CRITERION, CRITERION]}]}, "rounds[1].criteria"),
        ({"template": {"name": "Empty", "parts": [], "fields": []}}, "template.parts"),
        (
            {"rounds": [{"name": "r", "dots": {"priority": 1}, "ballots": [{"dots": {"4": {"priority": 2}}}]}]},
            "ballots[1]",
        ),
        ({"rounds": [{"name": "r", "only": [7]}]}, "rounds[1].only"),
        ({"rounds": [{"name": "r", "follows": "nothing"}]}, "rounds[1].follows"),
        ({"rounds": [{"name": "r", "summed": {"dots": {"4": {"beauty": 1}}}}]}, "rounds[1].summed"),
        (
            {"rounds": [{"name": "r", "decisions": [{"criterion": "priority", "problems": [4, 7], "reason": "x"}]}]},
            "rounds[1].decisions[1]",
        ),
        ({"rounds": [{"name": "r", "ballots": [{"dots": {"7": {"priority": 2}}}]}]}, "rounds[1].ballots[1]"),
        ({"rounds": [{"name": "r", "counts": [{"problem": 4, "dots": {"priority": -1}}]}]}, "rounds[1].counts[1]"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(parts: dict[str, Any], place: str) -> None:
    """The sentence names the list, the entry counted from 1, and the key."""
    with pytest.raises(NotExchangeFormat) as refusal:
        from_exchange(changed(**parts))
    assert place in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"workshop": {"title": "a", "title": "b"}}', '{"a": NaN}', "[" * 200_000, '{"n": ' + "9" * 5000 + "}"],
    ids=["empty", "cut", "key twice", "nan", "deep", "huge number"],
)
def test_what_is_no_json_is_refused(tmp_path: Path, text: str) -> None:
    """Neither a crash nor a silent choice between two values."""
    path = tmp_path / "data.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((CannotReadData, NotExchangeFormat)):
        read_exchange(path)


def test_nothing_leads_back_to_a_voter() -> None:
    """Ballots carry neither voter nor receipt, and stand in an order that says nothing."""
    ballots = to_exchange(from_exchange(SMALL))["rounds"][0]["ballots"]
    assert [set(ballot) for ballot in ballots] == [{"way", "dots"}]


def test_the_schema_names_every_part() -> None:
    """The schema is made from the models, so it cannot lag behind."""
    assert set(exchange_schema()["properties"]) == set(to_exchange(from_exchange(SMALL)))


def test_the_sample_file_is_what_its_data_says() -> None:
    """The sample workshop file holds the sample data, no more and no less."""
    sample = read_workshop(SESSIONS / "ho21.workshop.json")
    data = json.loads((SESSIONS / "ho21" / "ho21.json").read_text(encoding="utf-8"))
    assert sample.plan.particulars == from_exchange(data).plan.particulars
    assert to_exchange(from_exchange(to_exchange(sample))) == to_exchange(sample)


def test_the_sample_keeps_the_figures_of_its_source() -> None:
    """22 trends, 21 areas in six themes, nine posters, 33 blue and 11 green dots, blanks where they are blank."""
    sample = read_workshop(SESSIONS / "ho21.workshop.json")
    result = count(sample.rounds[0])
    themes = {area.theme for area in sample.plan.areas}
    assert (len(sample.plan.trends), len(sample.plan.areas), len(themes), len(result.rows)) == (22, 21, 6, 9)
    assert result.totals == {"priority": 33, "feasibility": 11}
    assert sum(row.dots["feasibility"] is None for row in result.rows) == 6
    assert [row.dots["priority"] for row in result.rows].count(None) == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    pipe = tmp_path / "data.json"
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(pipe)
    with pytest.raises(CannotReadData, match="not a plain file"):
        read_exchange(pipe)
