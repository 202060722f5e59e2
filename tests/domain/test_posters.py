"""Posters: what stands in a field, and how it reads as points."""

from workshop_tool.domain.fact import AreaId, FieldKey
from workshop_tool.domain.posters import Poster


def test_a_bullet_is_taken_off_and_a_minus_is_not() -> None:
    """What a hand put in front of a point goes; a number keeps its sign."""
    poster = Poster(id="p", area=AreaId("a"), fields={FieldKey("evidence"): "- one\n• two\n\n-5 % a year\n* three"})
    assert poster.points("evidence") == ("one", "two", "-5 % a year", "three")


def test_a_blank_field_has_no_points() -> None:
    """A field that nobody wrote in says nothing."""
    assert Poster(id="p", area=AreaId("a")).points("success") == ()
