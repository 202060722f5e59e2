"""Edits of what the record holds: which sections in which order, their titles and texts, the summary, the look."""

from collections.abc import Sequence

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.record_choices import SectionChoice


def choose_for_record(plan: Plan, **changes: object) -> Plan:
    """Choose summary, accent, logos, names, ballots; an empty text puts back what the facts write.

    Raises:
        pydantic.ValidationError: a value is out of its range.
    """
    return plan.with_record(plan.record.revised(**changes))


def revise_section(plan: Plan, key: str, usual: Sequence[str], **changes: object) -> Plan:
    """Switch one section on or off, or give it a title or text of its own; an empty one puts back the facts' own.

    Args:
        plan: The plan before.
        key: Which section.
        usual: The keys of all sections in their usual order; where nothing but that order is left, nothing is kept.
        **changes: ``shown``, ``title`` or ``text``.
    """
    choices = plan.record.in_order(usual)
    return _with(plan, [c.revised(**changes) if c.key == key else c for c in choices], usual)


def move_section(plan: Plan, key: str, index: int, usual: Sequence[str]) -> Plan:
    """Put one section at another place among all (0 = first)."""
    choices = plan.record.in_order(usual)
    others = [choice for choice in choices if choice.key != key]
    moved = [choice for choice in choices if choice.key == key]
    return _with(plan, [*others[:index], *moved, *others[index:]], usual)


def put_sections_back(plan: Plan) -> Plan:
    """Bring back the usual sections in their usual order, without titles and texts of their own."""
    return choose_for_record(plan, sections=())


def _with(plan: Plan, choices: list[SectionChoice], usual: Sequence[str]) -> Plan:
    """Keep the choices, and those for sections that only a later version knows behind them."""
    unknown = [choice for choice in plan.record.sections if choice.key not in usual]
    as_usual = [SectionChoice(key=key) for key in usual] == choices
    return choose_for_record(plan, sections=tuple([*unknown] if as_usual else [*choices, *unknown]))
