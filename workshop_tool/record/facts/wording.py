"""How the record puts things: numbers as words, lists with "and", dates and times."""

import datetime as dt
import re
from collections.abc import Sequence

from workshop_tool.language import _

_GROUPED = 10_000
_FEW = 6
"""So many numbers are named one by one, though they follow one another."""
NOT_ENTERED = "\N{EN DASH}"
"""What stands where nobody entered a number: never 0."""


def dots_text(dots: int | None) -> str:
    """Return a number of dots, or the dash that means not entered."""
    return NOT_ENTERED if dots is None else number_text(dots)


def number_word(number: int) -> str:
    """Return a whole number as a word up to twelve, and in figures beyond."""
    words = (
        *(_("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six")),
        *(_("seven"), _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve")),
    )
    return words[number] if 0 <= number < len(words) else number_text(number)


def number_text(number: int) -> str:
    """Return a whole number in figures, with the language's mark between thousands from ten thousand on."""
    mark = _("1,000")[1:-3]
    return f"{number:,}".replace(",", mark) if number >= _GROUPED else str(number)


def opening(sentence: str) -> str:
    """Return a sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"; empty for nothing."""
    if len(items) < 2:  # noqa: PLR2004 - "and" takes two
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def numbered(numbers: Sequence[int]) -> str:
    """Return numbers in ascending order as a list; many that follow one another as first and last with a dash."""
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    if len(numbers) <= _FEW:
        return listed([str(number) for number in sorted(numbers)])
    said: list[str] = []
    for first, last in spans:
        said += [f"{first}\N{EN DASH}{last}"] if last - first > 1 else [str(n) for n in range(first, last + 1)]
    return listed(said)


def as_people_sort(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts names as people do: without regard to capitals, and 2 before 10."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def long_date(day: dt.date) -> str:
    """Return a date as people write it: 19 June 2018."""
    months = (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )
    return _("{day} {month} {year}").format(day=day.day, month=months[day.month - 1], year=day.year)


def time_span(starts: dt.time | None, minutes: int | None) -> str:
    """Return from when to when, only the start, only the minutes, or nothing, by what is known."""
    if starts is None:
        return "" if minutes is None else _("{minutes} min").format(minutes=minutes)
    if not minutes:
        return _clock(starts)
    ends = dt.datetime.combine(dt.date.min, starts) + dt.timedelta(minutes=minutes)
    return f"{_clock(starts)}\N{EN DASH}{_clock(ends.time())}"


def _clock(time: dt.time) -> str:
    return _("{hour}:{minute}").format(hour=f"{time:%H}", minute=f"{time:%M}")
