"""The questions to warm up, and a digest of what the room answered: in the room's words, without names."""

from collections import Counter
from dataclasses import dataclass

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext

_MOST_QUOTED = 5
_LONGEST_QUOTE = 300
"""Characters; a longer answer is counted and not quoted, for a digest quotes nobody in part."""


@dataclass(frozen=True)
class QuestionFacts:
    """One question and what came of it."""

    text: str
    answered: str
    """How many answers there are, and how many of them stand here; empty where nobody answered."""
    quotes: tuple[str, ...]
    """Answers word for word; the same one several times stands once, with how often."""


def questions_facts(workshop: Workshop) -> tuple[QuestionFacts, ...]:
    """Return every question in order."""
    return tuple(
        _question(question.text, [s.answers[question.id] for s in workshop.sheets.values() if question.id in s.answers])
        for question in workshop.plan.questions
    )


def _question(text: str, answers: list[str]) -> QuestionFacts:
    given = Counter(" ".join(answer.split()) for answer in answers if answer.strip())
    if not given:
        return QuestionFacts(text, "", ())
    # those given most often first; the alphabet decides between the others, for the order of arrival tells of people
    order = sorted(given.items(), key=lambda pair: (-pair[1], pair[0].casefold(), pair[0]))
    quoted = [(answer, n) for answer, n in order if len(answer) <= _LONGEST_QUOTE][:_MOST_QUOTED]
    all_ = given.total()
    said = ngettext("{count} answer", "{count} answers", all_).format(count=all_)
    left = all_ - sum(n for _answer, n in quoted)
    if left:
        more = ngettext("{count} more is in the data", "{count} more are in the data", left).format(count=left)
        said = f"{said}; {more}"
    return QuestionFacts(text, said, tuple(_quote(answer, n) for answer, n in quoted))


def _quote(answer: str, times: int) -> str:
    return answer if times == 1 else _("{answer} (said {times} times)").format(answer=answer, times=times)
