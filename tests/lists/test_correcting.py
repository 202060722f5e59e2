"""Correcting a preview: every step gives another proposal, and none loses a word."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.lists import read_text
from workshop_tool.lists.comparing import Comparison
from workshop_tool.lists.correcting import Proposal
from workshop_tool.lists.duplicates import find_duplicates

LIST = "Sea:\n1. Too few boats\n2. Boats for the har-\n3. Slow boats\n\nLand:\n4. Roads flood\nPage 2\n"


def _proposal() -> Proposal:
    return Proposal.of(read_text(LIST, "problems", ["slow boats"]), ["slow boats"])


def _texts(proposal: Proposal) -> list[str]:
    return [draft.text for draft in proposal.drafts]


def test_joining_mends_a_cut_word_and_keeps_the_number() -> None:
    """The first draft goes on with the second."""
    joined = _proposal().with_field(2, "text", "bour").joined(2)
    assert (joined.drafts[1].text, joined.drafts[1].number) == ("Boats for the harbour", 2)


def test_splitting_keeps_theme_and_gives_no_number_twice() -> None:
    """The first part keeps the number."""
    split = _proposal().split(0, ("Too few", "boats"))
    facts = [(draft.text, draft.theme, draft.number) for draft in split.drafts[:2]]
    assert facts == [("Too few", "Sea", 1), ("boats", "Sea", None)]


def test_a_heading_rules_only_what_shared_its_theme() -> None:
    """The next group keeps its own."""
    headed = _proposal().headed(0)
    assert [draft.theme for draft in headed.drafts] == ["Too few boats", "Too few boats", "Land"]


def test_what_is_taken_in_stands_where_it_stood() -> None:
    """Between its neighbours in the source."""
    proposal = _proposal().dropped((1, 2))
    number = next(at for at, part in enumerate(proposal.left_out) if part.text == "Slow boats")
    assert _texts(proposal.taken_in(number)) == ["Too few boats", "Slow boats", "Roads flood"]


def test_a_corrected_text_that_repeats_something_is_flagged() -> None:
    """Duplicates are sought anew at each step."""
    corrected = _proposal().with_field(0, "text", "Roads flood")
    assert [(found.draft, found.of, found.exact) for found in corrected.duplicates if found.of == 0] == [(3, 0, True)]


def test_what_was_there_already_begins_without_its_tick() -> None:
    """And can be ticked."""
    proposal = _proposal()
    assert proposal.taken == (True, True, False, True)
    assert len(proposal.ticked(2, taken=True).accepted) == 4


STEPS = st.lists(st.tuples(st.sampled_from(["join", "split", "drop", "head", "take", "tick"]), st.integers(0, 9)))


@given(steps=STEPS)
@pytest.mark.filterwarnings("error")
def test_any_steps_leave_a_whole_proposal(steps: list[tuple[str, int]]) -> None:
    """A tick for each draft, a text in each, and repeats that point at drafts."""
    proposal = _proposal()
    for step, at in steps:
        if step == "take" and at < len(proposal.left_out):
            proposal = proposal.taken_in(at)
        elif at < len(proposal.drafts) and step != "take":
            proposal = {
                "join": lambda at=at, p=proposal: p.joined(at),
                "split": lambda at=at, p=proposal: p.split(at, p.drafts[at].text.split()),
                "drop": lambda at=at, p=proposal: p.dropped((at,)),
                "head": lambda at=at, p=proposal: p.headed(at),
                "tick": lambda at=at, p=proposal: p.ticked(at, taken=False),
            }[step]()
    assert len(proposal.taken) == len(proposal.drafts)
    assert all(draft.text for draft in proposal.drafts)
    assert all(found.draft < len(proposal.drafts) for found in proposal.duplicates)


@given(
    st.lists(
        st.sampled_from(
            [
                "Slow boats",
                "slow  boats",
                "The old pier is full of holes",
                "The old pier is full of hole",
                "Stage 1",
                "Stage 2",
                "Roads flood",
            ]
        ),
        min_size=2,
        max_size=8,
    ),
    st.lists(st.tuples(st.sampled_from(["joined", "dropped", "text"]), st.integers(0, 7)), max_size=6),
)
def test_repeats_after_corrections_are_those_of_the_list_as_it_is(
    texts: list[str], steps: list[tuple[str, int]]
) -> None:
    """What was compared before the corrections misleads nobody."""
    proposal = Proposal.of(
        read_text("\n".join(f"- {text}" for text in texts), "problems", ["roads flood"]), ["roads flood"]
    )
    for step, at in steps:
        if at < len(proposal.drafts):
            done = {
                "joined": partial(proposal.joined, at),
                "dropped": partial(proposal.dropped, (at,)),
                "text": partial(proposal.with_field, at, "text", "Stage 1"),
            }
            proposal = done[step]()
    assert proposal.duplicates == find_duplicates(proposal.drafts, ["roads flood"], Comparison())
