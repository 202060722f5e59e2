"""Sharing the time that is left among the posters that are left."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.services.turning import Share, share_of


@given(st.integers(1, 60), st.integers(0, 7200))
def test_every_poster_gets_the_same_time(posters: int, left: int) -> None:
    """To a second, whoever comes first; nothing of the time is left over."""
    lengths = []
    while posters:
        share = share_of(left, posters)
        lengths.append(share.begins - share.ends)
        left, posters = share.ends, posters - 1
    assert left == 0
    assert max(lengths) - min(lengths) <= 1


def test_the_pages_of_a_poster_share_its_time() -> None:
    """The last page gives way when the poster does."""
    share = Share(begins=600, ends=480)
    assert [share.page_ends(page, 3) for page in range(3)] == [560, 520, 480]
