"""What is no ballot: tables of it, and whatever else Hypothesis thinks of. A round of three and one dots is open."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site.conftest import Phone

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
DOTS = st.dictionaries(st.sampled_from(["p1", "p2", "p9"]), st.dictionaries(st.sampled_from(["priority", "x"]), JSON))


@pytest.mark.parametrize(
    ("dots", "revision"),
    [
        ({"p1": {"priority": -1}}, 1),
        ({"p1": {"priority": True}}, 1),
        ({"p1": {"priority": 1.0}}, 1),
        ({"p1": {"priority": "1"}}, 1),
        ({"p1": {"priority": None}}, 1),
        ({"p1": {"priority": 4}}, 1),
        ({"p1": {"priority": 2}, "p2": {"priority": 2}}, 1),
        ({"p1": {"priority": 10**30}}, 1),
        ({"p9": {"priority": 1}}, 1),
        ({"p1": {"beauty": 1}}, 1),
        ({"p1": 1}, 1),
        ([], 1),
        ({}, 0),
        ({}, True),
        ({}, 1.0),
        ({}, 10**30),
    ],
)
def test_what_is_no_ballot_is_refused(kept_phone: Phone, dots: Any, revision: Any) -> None:
    """A ballot is whole numbers within the budget, on posters of this round."""
    assert kept_phone.vote(dots, revision=revision).status_code == 422
    assert kept_phone.get("/api/state").json()["ballot"] is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b'{"round": "r1", "revision": 1, "dots": {}, "extra": 1}',
        b'{"round": "r1", "revision": NaN, "dots": {}}',
        b"[" * 9000,
        b"9" * 9000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_json_is_refused(kept_phone: Phone, body: bytes) -> None:
    """Whatever bytes come, the answer is a sentence."""
    answer = kept_phone.put("/api/ballot", content=body, headers=kept_phone.own | {"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["sentence"].endswith(".")


@given(dots=JSON | DOTS, revision=JSON)
def test_no_json_whatsoever_shakes_the_site(kept_phone: Phone, dots: Any, revision: Any) -> None:
    """Every body is a ballot, or is refused with a sentence."""
    answer = kept_phone.vote(dots, revision=revision, round_id="elsewhere")
    assert answer.status_code in {409, 422}
    assert answer.json()["sentence"].endswith(".")
