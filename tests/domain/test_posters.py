"""Posters: what stands in a field, and how it reads as points."""

import pytest
from pydantic import ValidationError

from workshop_tool.domain.attachments import attachment_name
from workshop_tool.domain.fact import AreaId, FieldKey, PartKey
from workshop_tool.domain.posters import DAMVAD_TEMPLATE, MOST_PHOTOS, Poster

NAME = attachment_name(b"a photo", ".jpg")


def test_a_bullet_is_taken_off_and_a_minus_is_not() -> None:
    """What a hand put in front of a point goes; a number keeps its sign."""
    poster = Poster(id="p", area=AreaId("a"), fields={FieldKey("evidence"): "- one\n• two\n\n-5 % a year\n* three"})
    assert poster.points("evidence") == ("one", "two", "-5 % a year", "three")


def test_a_blank_field_has_no_points() -> None:
    """A field that nobody wrote in says nothing."""
    assert Poster(id="p", area=AreaId("a")).points("success") == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"parts": ()},
        {"fields": ()},
        {"fields": DAMVAD_TEMPLATE.fields[:1] * 2},
        {"parts": DAMVAD_TEMPLATE.parts * 2},
        {"fields": (DAMVAD_TEMPLATE.fields[0].revised(part=PartKey("night")),)},
    ],
    ids=["no part", "no field", "field twice", "part twice", "unknown part"],
)
def test_a_template_hangs_together(changes: dict[str, object]) -> None:
    """Editor, station and record are laid out from it, so it is checked before it gets there."""
    with pytest.raises(ValidationError):
        DAMVAD_TEMPLATE.revised(**changes)


def test_a_poster_that_was_saved_before_there_were_photos_opens() -> None:
    """It has none."""
    assert Poster.model_validate({"id": "p", "area": "a", "title": "Ferries"}).photos == ()


@pytest.mark.parametrize(
    "photos",
    [["../x.jpg"], [f"{NAME}\n"], [NAME.upper()], [NAME[1:]], [f"{NAME[:-4]}.svg"], [NAME] * (MOST_PHOTOS + 1)],
    ids=["a path", "a line feed", "capitals", "too short", "another kind", "too many"],
)
def test_a_photo_is_named_by_its_hash_and_nothing_else(photos: list[str]) -> None:
    """A document that somebody edited by hand leads to no other file."""
    with pytest.raises(ValidationError):
        Poster.model_validate({"id": "p", "area": "a", "photos": photos})
