"""What was said in the plenary, without names, what was decided, and what is to be done next."""

from dataclasses import dataclass

from workshop_tool.domain.minutes import Minute, MinuteKind
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of, poster_key
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.wording import lines_of, number_word, opening


@dataclass(frozen=True)
class Remark:
    """One thing that was said or agreed."""

    lines: tuple[str, ...]
    owner: str = ""
    """Who follows it up; empty where nobody was named."""
    about: str = ""
    """What it is about, where the heading above it does not say so."""
    link: str = ""
    """Key of the poster's page."""


@dataclass(frozen=True)
class RemarksAbout:
    """Comments on one poster, on one trend, or on the day."""

    title: str
    link: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class CommentsFacts:
    """The whole section."""

    heading: Heading
    decisions: tuple[Remark, ...]
    next_steps: tuple[Remark, ...]
    comments: tuple[RemarksAbout, ...]
    """On the posters in list order, then on trends and problem areas, then on the day."""
    note: str

    @property
    def empty(self) -> bool:
        """Whether nothing was noted."""
        return not self.decisions and not self.next_steps and not self.comments


def comments_facts(plan: Plan) -> CommentsFacts:
    """Return minutes and accepted comments; nobody's name belongs to them."""
    comments = _comments(plan)
    said = sum(len(about.remarks) for about in comments)
    heading = Heading("comments", _("Comments and next steps"), _message(plan, said))
    return CommentsFacts(
        heading=heading,
        decisions=_agreed(plan, "decision"),
        next_steps=_agreed(plan, "next step"),
        comments=comments,
        note=_("Comments were noted without names.") if said else "",
    )


def next_steps_said(plan: Plan) -> tuple[str, ...]:
    """Say for the summary what was agreed: the decisions and next steps, and how many they are."""
    steps = [minute for minute in plan.minutes if minute.kind == "next step"]
    decisions = [minute for minute in plan.minutes if minute.kind == "decision"]
    agreed = _agreed_message(len(decisions), len(steps))
    return (agreed + ".",) if agreed else ()


def _message(plan: Plan, comments: int) -> str:
    kinds = [minute.kind for minute in plan.minutes]
    if agreed := _agreed_message(kinds.count("decision"), kinds.count("next step")):
        return agreed
    if not comments:
        return ""
    words = ngettext("{count} comment was noted", "{count} comments were noted", comments)
    return opening(words.format(count=number_word(comments)))


def _agreed_message(decisions: int, steps: int) -> str:
    decided = ngettext("{count} decision", "{count} decisions", decisions).format(count=number_word(decisions))
    to_do = ngettext("{count} next step", "{count} next steps", steps).format(count=number_word(steps))
    if decisions and steps:
        return opening(_("{decisions} and {steps} were agreed").format(decisions=decided, steps=to_do))
    if decisions:
        words = ngettext("{decisions} was taken", "{decisions} were taken", decisions)
        return opening(words.format(decisions=decided))
    if steps:
        return opening(ngettext("{steps} was agreed", "{steps} were agreed", steps).format(steps=to_do))
    return ""


def _agreed(plan: Plan, kind: MinuteKind) -> tuple[Remark, ...]:
    return tuple(_remark(plan, minute) for minute in plan.minutes if minute.kind == kind and minute.text)


def _remark(plan: Plan, minute: Minute) -> Remark:
    if minute.poster not in plan.posters:
        return Remark(lines_of(minute.text), minute.owner)
    number = number_of(plan, str(minute.poster))
    return Remark(
        lines_of(minute.text), minute.owner, _("on number {number}").format(number=number), poster_key(number)
    )


def _comments(plan: Plan) -> tuple[RemarksAbout, ...]:
    said = [(minute.poster, Remark(lines_of(minute.text))) for minute in plan.minutes if minute.kind == "comment"]
    sent = [
        (suggestion.about, Remark(lines_of(suggestion.text))) for suggestion in plan.suggestions if _counts(suggestion)
    ]
    by_thing: dict[str, list[Remark]] = {}
    for about, remark in (*said, *sent):
        if remark.lines:
            by_thing.setdefault(about if about and _title(plan, about)[0] else "", []).append(remark)
    posters = [poster.id for poster in plan.posters_in_list_order()]
    order = [*posters, *(key for key in by_thing if key and key not in posters), ""]
    return tuple(RemarksAbout(*_title(plan, key), tuple(by_thing[key])) for key in order if key in by_thing)


def _counts(suggestion: Suggestion) -> bool:
    return suggestion.kind == "comment" and suggestion.state in {"accepted", "merged"}


def _title(plan: Plan, about: str) -> tuple[str, str]:
    """Return what comments are about, and the key of its page; the title is empty for what is no longer there."""
    if not about:
        return _("On the day as a whole"), ""
    if poster := plan.posters.get(about):
        number = number_of(plan, about)
        return f"{number} {plan.title_of(poster)}", poster_key(number)
    if area := plan.areas.get(about):
        return f"{area.number} {area.text}", "areas"
    trend = plan.trends.get(about)
    return (_("On the trend “{label}”").format(label=trend.label), "trends") if trend else ("", "")
