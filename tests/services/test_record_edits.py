"""Choices for the record: pure edits of the plan, which keep what a later version chose."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_plan
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.record_choices import SectionChoice
from workshop_tool.services.edits.record import choose_for_record, move_section, put_sections_back, revise_section

USUAL = ("cover", "summary", "trends", "method")


def keys(plan: Plan) -> list[str]:
    return [choice.key for choice in plan.record.in_order(USUAL)]


def test_a_section_goes_where_it_is_put() -> None:
    """The others keep their order."""
    assert keys(move_section(a_plan(), "method", 1, USUAL)) == ["cover", "method", "summary", "trends"]
    assert keys(move_section(a_plan(), "cover", 3, USUAL)) == ["summary", "trends", "method", "cover"]


@given(st.lists(st.tuples(st.sampled_from(USUAL), st.integers(-2, 6)), max_size=12))
def test_no_move_loses_or_doubles_a_section(moves: list[tuple[str, int]]) -> None:
    """Wherever they are put."""
    plan = a_plan()
    for key, index in moves:
        plan = move_section(plan, key, index, USUAL)
    assert sorted(keys(plan)) == sorted(USUAL)


def test_a_section_switched_off_and_on_again_leaves_no_trace() -> None:
    """The plan says only what differs."""
    plan = revise_section(a_plan(), "trends", USUAL, shown=False)
    assert plan.record.sections != ()
    assert revise_section(plan, "trends", USUAL, shown=True).record == a_plan().record


def test_what_a_later_version_chose_stays() -> None:
    """Its section is no section here, and is kept for it."""
    later = SectionChoice(key="horoscope", title="Stars")
    plan = choose_for_record(a_plan(), sections=(later,))
    moved = move_section(plan, "method", 0, USUAL)
    assert later in moved.record.sections
    assert keys(moved)[0] == "method"


def test_putting_back_forgets_titles_texts_and_order_alone() -> None:
    """Summary, names and look are no sections."""
    plan = choose_for_record(revise_section(a_plan(), "trends", USUAL, title="Winds"), names=True, summary="Short.")
    record = put_sections_back(plan).record
    assert (record.sections, record.names, record.summary) == ((), True, "Short.")
