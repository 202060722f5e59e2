"""The full workshop with a vote whose three criteria have long names and meanings: where such words find no room."""

from functools import cache
from typing import Final

from tests.builders import NOW
from tests.full_workshop import LONG_WORDS, PARTICIPANTS, full_workshop, words
from workshop_tool.domain.fact import PosterId
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.rounds import CountEntry, Round, RoundState
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import voting

_LABELS: Final = (words(19, 60).removeprefix("19 "), LONG_WORDS[0], words(20, 100).removeprefix("20 "))
_LOOKS: Final = (("circle", "blue"), ("triangle", "green"), ("square", "blue"))
CRITERIA: Final = tuple(
    Criterion.model_validate(
        {"key": key, "label": label, "letter": key.upper(), "shape": shape, "colour": colour, "meaning": label}
    )
    for key, label, (shape, colour) in zip("abc", _LABELS, _LOOKS, strict=True)
)


@cache
def worded_workshop(state: RoundState) -> Workshop:
    """Return it with the round in this state; dots on a few posters were counted by hand."""
    round_ = Round.model_validate(
        {"id": "r1", "name": words(17, 90), "present": PARTICIPANTS, "criteria": CRITERIA, "dots": {"a": 3, "b": 1}}
    )
    workshop, round_id = voting.prepare_round(Workshop(full_workshop("prepared").plan), round_)
    if state == "prepared":
        return workshop.settled()
    workshop, _none = voting.open_round(workshop, round_id, NOW)
    for at, criterion in enumerate(CRITERIA * 3):
        entry = CountEntry(
            id=f"c{at}", poster=PosterId(f"p{at + 1}"), criterion=criterion.key, count=at, by=words(18, 60)
        )
        workshop, _none = voting.enter_count(workshop, round_id, entry)
    if state == "published":
        workshop, _none = voting.close_round(workshop, round_id, NOW)
        workshop, _none = voting.publish_round(workshop, round_id, NOW)
    return workshop.settled()
