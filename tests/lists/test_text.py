# ruff: noqa: RUF001 - dashes as people type them
"""Lists in plain text: what is an item, what is a heading, and what does not belong."""

import time

import pytest

from tests.lists.cases import Case
from tests.lists.marked_cases import MARKED
from tests.lists.unmarked_cases import UNMARKED
from workshop_tool.lists import Preview, read_text

TEXTS = MARKED + UNMARKED


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.name)
def test_a_text_gives_the_items_a_person_would_take_from_it(case: Case) -> None:
    """Texts, themes and numbers, in order."""
    drafts = read_text(case.source, case.kind).drafts
    assert [(draft.text, draft.theme, draft.number) for draft in drafts] == case.items


@pytest.mark.parametrize("case", [case for case in TEXTS if case.left_out], ids=lambda case: case.name)
def test_what_does_not_belong_is_left_out_in_sight(case: Case) -> None:
    """Nothing disappears: what became no item is listed."""
    assert [part.text for part in read_text(case.source, case.kind).left_out] == case.left_out


def test_each_thing_left_out_has_a_reason() -> None:
    """A person can judge whether it was right."""
    parts = [part for case in TEXTS for part in read_text(case.source, case.kind).left_out]
    assert all(part.reason and part.line for part in parts)


def test_nested_bullets_stay_with_their_item() -> None:
    """They are no items of their own."""
    preview = read_text("• Too few boats, such as:\n– rowing boats\n– tugs\n• No pier\n", "problems")
    assert [draft.children for draft in preview.drafts] == [("rowing boats", "tugs"), ()]


def test_a_head_on_every_page_is_no_part_of_an_item_that_runs_over_it() -> None:
    """The item goes on below the page's furniture."""
    pages = [f"{n}. A wall of the harbour that is\n\nHarbour survey, page {n}\n\nabout to fall\n" for n in (1, 2, 3)]
    drafts = read_text("".join(pages), "problems").drafts
    assert [draft.text for draft in drafts] == ["A wall of the harbour that is about to fall"] * 3


def test_last_words_that_items_share_stay_with_them() -> None:
    """What repeats is no page's head where nothing sets it apart."""
    text = (
        "1. Boats for the people of the\nNorth\n2. Bread for the many people of the\nNorth\n3. Light for the\nNorth\n"
    )
    assert all(draft.text.endswith("the North") for draft in read_text(text, "problems").drafts)


def test_a_year_that_ends_an_item_is_no_page_number() -> None:
    """A line that says only a number may be the rest of the line above."""
    drafts = read_text("1. The bridge will stay closed to\n2031\n2. Dust\n3. Mud\n", "problems").drafts
    assert drafts[0].text == "The bridge will stay closed to 2031"


def test_long_prose_after_the_last_item_is_left_out() -> None:
    """Even where no blank line parts it, it is far longer than any item."""
    prose = (
        "The map was then hung on the wall and\neverybody stood in front of it for a\nwhile before the boats\nleft.\n"
    )
    text = f"1. Dust from the quay and the old\n2. Mud\n3. Fog on the way to the outer isle.\n{prose}"
    assert read_text(text, "problems").drafts[2].text == "Fog on the way to the outer isle."


@pytest.mark.parametrize(
    "words", ["No bench (new)", "(NEW) No bench", "NEW: No bench", "No bench – NEW", "No bench [ny]"]
)
def test_a_new_mark_is_taken_off_and_noted(words: str) -> None:
    """What the room added is told apart."""
    [draft] = read_text(f"1) {words}", "problems").drafts
    assert (draft.text, draft.new) == ("No bench", True)


def test_numbers_that_start_again_are_dropped_with_a_note() -> None:
    """People say numbers aloud; two items cannot answer to one."""
    preview = read_text("Sea:\n1. Oil\n2. Nets\n\nLand:\n1. Dust\n2. Noise\n", "problems")
    assert ([draft.number for draft in preview.drafts], len(preview.notes)) == ([None] * 4, 1)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Ada Example, Harbour Office, government", ("Ada Example", "Harbour Office", "government")),
        ("Ada Example (Harbour Office)", ("Ada Example", "Harbour Office", None)),
        ("Ada Example, academia", ("Ada Example", None, "academia")),
        ("Ada Example", ("Ada Example", None, None)),
    ],
)
def test_a_line_about_a_participant_is_parted(line: str, fields: tuple[str | None, ...]) -> None:
    """Name, organisation and sector, as far as they are there."""
    [draft] = read_text(f"- {line}", "participants").drafts
    assert (draft.name, draft.organisation, draft.sector) == fields


def test_an_item_too_long_is_left_out_with_the_limit() -> None:
    """A page of prose is no item, and no half of it is taken."""
    preview = read_text("- short\n- " + "word " * 450, "problems")
    assert ([draft.text for draft in preview.drafts], preview.left_out[0].reason) == (
        ["short"],
        "longer than 500 characters",
    )


def _repeats(preview: Preview) -> list[tuple[int, int | str, bool]]:
    return [(found.draft, found.of, found.exact) for found in preview.duplicates]


def test_repeats_are_flagged_against_the_list_and_the_workshop() -> None:
    """Exact but for capitals and blanks, or nearly the same."""
    text = "- Too few boats\n- The pier is rotten indeed\n- TOO  few boats\n- The pier is roten indeed\n- No light\n"
    assert _repeats(read_text(text, "problems", ["no light"])) == [(2, 0, True), (3, 1, False), (4, "no light", True)]


def test_items_that_differ_by_a_number_are_no_repeats() -> None:
    """Stage 1 and stage 2 are two things."""
    assert _repeats(read_text("- Dredging of basin 1\n- Dredging of basin 2\n", "problems")) == []


def test_a_thousand_lines_are_previewed_quickly() -> None:
    """Duplicates are sought without comparing everything with everything; 5 s is ten times the goal."""
    text = "\n".join(f"{number}) Berth {number} is too short for ship {number * 7}" for number in range(1, 1001))
    started = time.thread_time()
    assert len(read_text(text, "problems").drafts) == 1000
    assert time.thread_time() - started < 5
