"""``rehearse``: people with all their ways on a copy or on a running site, and the proof that no ballot is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.builders import NOW, a_plan, a_round, a_session, publish, start_round
from workshop_tool.cli import main
from workshop_tool.domain.workshop import Workshop
from workshop_tool.rehearsal.characters import Character, cast_characters
from workshop_tool.rehearsal.participants import Invitation, Participant
from workshop_tool.rehearsal.rehearse import BallotsMissing, PublishedMeanwhile, _prove
from workshop_tool.rehearsal.stories import Story, missing, table
from workshop_tool.rehearsal.timeline import Life, live_through
from workshop_tool.services import voting
from workshop_tool.services.cards import ensure_cards
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

PEOPLE = ("--participants", "12", "--seed", "4", "--for", "2")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Open a workshop with posters and groups."""
    session = a_session(tmp_path, Workshop(a_plan(areas=8, posters=3, groups=2)))
    yield session
    session.close()


@pytest.fixture
def site(session: WorkshopSession) -> Iterator[Site]:
    """Serve it."""
    site = Site(session)
    site.start()
    yield site
    site.stop()


def someone(site: Site, character: Character, cards: Sequence[str] = ()) -> Participant:
    return Participant(character, Invitation(site.join_url, tuple(cards)), seed=1, tell=lambda _what: None)


def a_character(kind: str = "steady", *votes: float) -> Character:
    return Character(0, kind, 0.0, votes or (0.1, 0.2), mistypes=False)  # type: ignore[arg-type]


def live(person: Participant) -> Story:
    live_through([person.day()], seconds=0)
    return person.story


def test_a_rehearsal_on_a_copy_leaves_the_workshop_as_it_was(
    session: WorkshopSession, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also while it is open; everybody's ballot is found again in the copy."""
    before = session.path.read_bytes()
    assert main(["rehearse", str(session.path), *PEOPLE]) == 0
    assert session.path.read_bytes() == before
    assert "is the one in the file" in capsys.readouterr().out


def test_it_tells_what_happens_and_ends_with_a_table(
    session: WorkshopSession, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scribes and participants are both at work."""
    main(["rehearse", str(session.path), *PEOPLE])
    told = capsys.readouterr().out
    wanted = (
        "Voting is open",
        "claimed a problem area",
        "finished a poster",
        "suggested a trend",
        "joined  ",
        "99 of 100",
    )
    assert [words for words in wanted if words not in told] == []


def test_with_cards_every_ballot_is_a_card(session: WorkshopSession, capsys: pytest.CaptureFixture[str]) -> None:
    """The copy gets its own round and its own cards."""
    assert main(["rehearse", str(session.path), *PEOPLE, "--cards"]) == 0
    assert "voted" in capsys.readouterr().out


def test_on_a_running_site_the_ballots_go_into_its_workshop(session: WorkshopSession, site: Site) -> None:
    """For practice with one's own window open."""
    start_round(session)
    assert main(["rehearse", str(session.path), *PEOPLE, "--address", site.address]) == 0
    assert len(session.current.book("r1").ballots) > 6


def test_a_workshop_that_never_let_anybody_in_is_refused(
    session: WorkshopSession, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no code to join with."""
    assert main(["rehearse", str(session.path), *PEOPLE, "--address", "http://127.0.0.1:9"]) == 1
    assert "has not let anybody in yet" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--address", "x"), ("--for", "0"), ("--cards", "--address", "http://127.0.0.1:9")])
def test_words_that_say_nothing_are_refused(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """As wrong usage, before anything starts."""
    with pytest.raises(SystemExit) as ended:
        main(["rehearse", "day.workshop.json", *words])
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_the_same_seed_gives_the_same_people() -> None:
    """And more people leave the earlier ones as they are."""
    assert cast_characters(60, seed=5)[:20] == cast_characters(20, seed=5) != cast_characters(20, seed=6)


def test_a_room_has_people_of_every_kind() -> None:
    """Late, wavering, asleep, silent, with a lost phone."""
    assert len({character.kind for character in cast_characters(200, seed=1)}) == 6


def test_a_lost_phone_is_one_ballot(session: WorkshopSession, site: Site) -> None:
    """The next phone goes on with the same ballot by its short code."""
    start_round(session)
    story = live(someone(site, a_character("lost phone")))
    assert story.acknowledged == 2
    assert len(session.current.book("r1").ballots) == 1
    assert missing([story], session.current) == []


def test_a_lost_phone_is_one_ballot_in_a_round_with_cards(session: WorkshopSession, site: Site) -> None:
    """The card is typed into the next phone."""
    cards = session.act(partial(ensure_cards, count=1)).result()
    start_round(session, a_round(voters="card"))
    story = live(someone(site, a_character("lost phone"), cards))
    assert story.acknowledged == 2
    assert len(session.current.book("r1").ballots) == 1
    assert missing([story], session.current) == []


def test_somebody_without_a_card_cannot_vote_with_cards(session: WorkshopSession, site: Site) -> None:
    """They joined, and find no ballot."""
    start_round(session, a_round(voters="card"))
    story = live(someone(site, a_character()))
    assert (story.joined, story.last) == (True, None)


def test_a_phone_that_wakes_after_the_close_keeps_its_earlier_ballot(session: WorkshopSession, site: Site) -> None:
    """The late one is refused and told so."""
    start_round(session)

    def close() -> Life:
        yield 0.5
        session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()

    person = someone(site, a_character("asleep", 0.1, 0.9))
    live_through([person.day(), close()], seconds=1)
    assert (person.story.acknowledged, person.story.refused) == (1, 1)
    assert missing([person.story], session.current) == []


def test_a_ballot_that_is_not_in_the_file_is_noticed(session: WorkshopSession, site: Site) -> None:
    """The one thing that must never happen would be told, with a name."""
    start_round(session)
    story = live(someone(site, a_character()))
    assert story.last is not None
    story.last = replace(story.last, revision=7)
    with pytest.raises(BallotsMissing, match="Participant 1"):
        _prove([story], session.current)


def test_a_round_that_was_published_meanwhile_is_said_to_be(session: WorkshopSession, site: Site) -> None:
    """Whose ballot is whose, nobody can tell any more: not even a rehearsal."""
    start_round(session)
    story = live(someone(site, a_character()))
    publish(session, "r1")
    with pytest.raises(PublishedMeanwhile):
        _prove([story], session.current)


def test_the_table_of_nobody_has_no_times() -> None:
    """A dash, not a division by nothing."""
    assert "\N{EN DASH}" in table([])


def test_everybody_goes_on_in_the_order_of_time() -> None:
    """Whoever was first in the list."""
    heard: list[float] = []

    def life(*moments: float) -> Life:
        for moment in moments:
            yield moment
            heard.append(moment)

    live_through([life(0.6, 0.9), life(0.1, 0.75), life(0.3)], seconds=0.5)
    assert heard == [0.1, 0.3, 0.6, 0.75, 0.9]


def test_somebody_goes_on_when_the_site_was_away(session: WorkshopSession, site: Site) -> None:
    """The page is looked for again, and the ballot sent again, until the site is back."""
    start_round(session)
    site.stop()

    def come_back() -> Life:
        yield 0.4
        site.start()

    person = someone(site, a_character("steady", 0.1, 0.2))
    live_through([person.day(), come_back()], seconds=1)
    assert (person.story.acknowledged, missing([person.story], session.current)) == (2, [])
