"""People find things by a number, a word, or a few letters, typed as they come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_workshop
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.plan import TABLES
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.finding import Findable, findables, folded, found
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE


def things(*names: str) -> list[Findable]:
    """Return things with these names."""
    return [Findable(name, "trends", str(n)) for n, name in enumerate(names)]


def names(hits: list[Findable]) -> list[str]:
    """Return what was found by name."""
    return [hit.name for hit in hits]


@pytest.mark.parametrize(
    ("text", "typed"),
    [("Tromsø", "tromso"), ("Århus", "ARHUS"), ("Æresgjeld", "aere"), ("Çeşme", "ces"), ("Straße", "strass")],
)
def test_accents_and_capitals_do_not_matter(text: str, typed: str) -> None:
    """Whatever keyboard the facilitator has."""
    assert names(found(things("Something", text), typed)) == [text]


def test_the_start_of_a_name_comes_before_its_middle() -> None:
    """What is typed is mostly how it begins."""
    assert names(found(things("Ash tree", "A tree", "Tree of life"), "tree")) == ["Tree of life", "Ash tree", "A tree"]


def test_every_word_must_fit_in_any_order() -> None:
    """More words find less."""
    assert names(found(things("Open data policy", "Open water"), "data open")) == ["Open data policy"]


def test_letters_left_out_still_find_it() -> None:
    """Hasty typing counts, behind all that fits better."""
    assert names(found(things("Digitalisation", "Distance"), "digsation")) == ["Digitalisation"]


def test_a_problem_area_is_found_by_its_number_first() -> None:
    """People say "number 2"."""
    hits = found(findables(a_workshop(areas=30)), "2")
    assert [(hit.table, hit.number) for hit in hits[:2]] == [("areas", 2), ("areas", 20)]


def test_words_on_posters_and_in_minutes_are_found() -> None:
    """What the room wrote and said, not only what it is called."""
    plan = a_workshop(areas=2).plan
    poster = Poster(id="p", area=plan.areas["a1"].id, fields={"evidence": "Ferries are late"})
    plan = plan.with_item(poster).with_item(Minute(id="m", text="Harbour fees to be asked for"))
    everything = findables(Workshop(plan))
    assert [hit.table for hit in found(everything, "ferries late")] == ["posters"]
    assert [hit.table for hit in found(everything, "harbour")] == ["minutes"]


def test_everything_of_the_sample_is_found_by_its_own_name() -> None:
    """Among the first few, for every list of the plan."""
    everything = findables(read_workshop(SAMPLE))
    missed = [thing for thing in everything if thing not in found(everything, thing.name)]
    assert missed == []
    assert {thing.table for thing in everything} <= set(TABLES.values())


@given(text=st.text(max_size=60), sought=st.text(max_size=12))
def test_any_search_of_any_text_is_answered(text: str, sought: str) -> None:
    """Whatever is typed: each hit holds the letters of every word in their order."""
    label = f"x{text}".replace("\n", " ")
    for hit in found([Findable(label, "trends", "t")], sought):
        for word in folded(sought).split():
            rest = iter(folded(hit.name))
            assert all(letter in rest for letter in word)


def test_a_trend_is_found_by_the_name_it_was_presented_under() -> None:
    """Whoever printed the map still finds it."""
    plan = a_workshop().plan.with_item(Trend(id="t", label="Ageing", presented_as="Demography"))
    assert names(found(findables(Workshop(plan)), "demogr")) == ["Ageing"]
