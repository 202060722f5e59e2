"""A template holds how a day is run, and nobody who was there."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.builders import a_workshop
from workshop_tool.domain.documents import all_documents
from workshop_tool.domain.particulars import Particulars, ProgrammePart
from workshop_tool.domain.plan import TABLES
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.beginnings import kept_templates, save_from_template, save_template
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE
from workshop_tool.services.templates import begin_from, names_in_template, template_of

NEXT = Particulars(title="Another day", date=dt.date(2030, 6, 1))


@pytest.fixture(scope="module")
def sample() -> Workshop:
    """Give the sample, which has been through its whole day."""
    return read_workshop(SAMPLE)


def held(workshop: Workshop) -> set[str]:
    """Return the lists that hold something."""
    return {table for table in TABLES.values() if len(workshop.plan.list_of(table))}


def test_a_template_holds_the_day_and_nobody_of_it(sample: Workshop) -> None:
    """Programme and questions, no people, no posters, no minutes."""
    template = template_of(sample, "Our day", with_lists=False)
    assert held(template) == held(sample) & {"programme", "questions"}


def test_trends_and_areas_come_along_when_asked(sample: Workshop) -> None:
    """And nothing else does."""
    added = held(template_of(sample, "T", with_lists=True)) - held(template_of(sample, "T", with_lists=False))
    assert added == {"trends", "areas"}


def test_no_word_of_the_particulars_is_kept(sample: Workshop) -> None:
    """Client, host, facilitators, author: all of them are somebody's."""
    facts = template_of(sample, "Our day", with_lists=True).plan.particulars
    assert facts == Particulars(title="Our day", language=facts.language, horizon=sample.plan.particulars.horizon)


def test_the_rules_of_a_vote_are_kept_and_its_dots_are_not(sample: Workshop) -> None:
    """The same criteria and dots to hand out, prepared again."""
    (before,) = sample.rounds
    (after,) = template_of(sample, "Our day", with_lists=False).rounds
    assert (after.round.criteria, after.round.dots, after.round.state) == (
        before.round.criteria,
        before.round.dots,
        "prepared",
    )
    assert (len(after.ballots), len(after.counts), after.round.posters) == (0, 0, ())


def test_a_new_workshop_is_a_copy_with_ids_of_its_own(sample: Workshop) -> None:
    """Two workshops of one template are not a series."""
    template = template_of(sample, "Our day", with_lists=True)
    first, second = begin_from(template, NEXT), begin_from(template, NEXT)
    assert [area.text for area in first.plan.areas] == [area.text for area in template.plan.areas]
    assert not {area.id for area in first.plan.areas} & {area.id for area in second.plan.areas}


def test_changing_a_template_loses_nothing(tmp_path: Path, sample: Workshop) -> None:
    """A second template of the same name stands beside the first, and what was made of the first stays as it is."""
    first = save_template(sample, SAMPLE, tmp_path / "Templates", "Our day", with_lists=True)
    save_from_template(first.path, NEXT, tmp_path / "made.workshop.json")
    made, kept = (tmp_path / "made.workshop.json").read_bytes(), first.path.read_bytes()
    second = save_template(a_workshop(), SAMPLE, tmp_path / "Templates", "Our day", with_lists=True)
    assert second.path != first.path
    assert (first.path.read_bytes(), (tmp_path / "made.workshop.json").read_bytes()) == (kept, made)


def test_names_left_in_the_words_are_said() -> None:
    """A reminder that speaks of somebody is not changed, but the facilitator hears of it."""
    workshop = a_workshop(participants=2)
    person = workshop.plan.participants["n1"].revised(name="Ada Lovelace")
    reminder = ProgrammePart(id="x", title="Welcome", reminder="Ada Lovelace brings the pens")
    workshop = Workshop(workshop.plan.with_item(person).with_item(reminder))
    template = template_of(workshop, "Our day", with_lists=True)
    assert names_in_template(template, workshop) == ("“Ada Lovelace” in: programme, “Welcome”",)


def test_no_name_of_a_participant_is_in_the_file_of_a_template(tmp_path: Path) -> None:
    """Searched for in every byte of it."""
    workshop = a_workshop(participants=3, groups=2, posters=2)
    saved = save_template(workshop, tmp_path / "day.workshop.json", tmp_path, "Our day", with_lists=True)
    text = saved.path.read_text(encoding="utf-8")
    assert [person.name for person in workshop.plan.participants if person.name in text] == []
    assert json.loads(text)


def test_templates_are_listed_and_what_is_damaged_is_passed_over(tmp_path: Path, sample: Workshop) -> None:
    """One broken file keeps nobody from the others."""
    save_template(sample, SAMPLE, tmp_path, "Our day", with_lists=False)
    (tmp_path / "broken.workshop.json").write_text("{", encoding="utf-8")
    (listed,) = kept_templates(tmp_path)
    assert (listed.title, listed.parts, listed.rounds) == ("Our day", len(sample.plan.programme), 1)


def test_a_workshop_from_a_template_is_whole(tmp_path: Path, sample: Workshop) -> None:
    """What was made is what is read."""
    saved = save_template(sample, SAMPLE, tmp_path / "Templates", "Our day", with_lists=True)
    path = tmp_path / "made.workshop.json"
    save_from_template(saved.path, NEXT, path)
    made = read_workshop(path)
    assert made.plan.particulars.title == "Another day"
    assert len(all_documents(made)) == len(all_documents(read_workshop(saved.path)))
