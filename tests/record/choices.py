"""How tests of the record choose: a workshop with other choices for its record, and what its pages then say."""

from workshop_tool.domain.record_choices import SectionChoice
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.sections import KEYS


def with_choices(workshop: Workshop, *sections: SectionChoice, **choices: object) -> Workshop:
    """Return the workshop with these choices for its record."""
    record = workshop.plan.record.revised(sections=sections or workshop.plan.record.sections, **choices)
    return workshop.with_plan(workshop.plan.with_record(record))


def without(workshop: Workshop, *keys: str) -> Workshop:
    """Return the workshop with these sections switched off."""
    return with_choices(workshop, *(SectionChoice(key=key, shown=False) for key in keys))


def only(workshop: Workshop, *keys: str, **choices: object) -> Workshop:
    """Return the workshop with these sections alone, in this order."""
    shown = [SectionChoice(key=key) for key in keys]
    hidden = [SectionChoice(key=key, shown=False) for key in KEYS if key not in keys]
    return with_choices(workshop, *shown, *hidden, **choices)
